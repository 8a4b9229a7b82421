//! A button with a list of deeds under it: a `<details>`, so that it works by itself.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Icon;

/// A menu. Choosing something in it, or leaving it, closes it.
#[component]
pub(crate) fn Menu(label: String, children: Children) -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let leave = move |event: leptos::ev::FocusEvent| {
        let goes_to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = menu.get_untracked().is_some_and(|menu| menu.contains(goes_to.as_ref()));
        if !stays && goes_to.is_some() {
            close();
        }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            super::focus_soon("details.desk-menu > summary:focus-within");
        }
    };
    view! {
        <details class="desk-menu" node_ref=menu on:focusout=leave on:keydown=escape>
            <summary class="desk-menu__button" aria-label=label.clone() title=label>{Icon::More}</summary>
            <div class="desk-menu__list" on:click=move |_| close()>{children()}</div>
        </details>
    }
}
