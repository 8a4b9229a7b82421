//! Primitives of the desk.

mod chip;
mod dialog;
mod fields;
mod icon;
mod menu;
pub(crate) mod toasts;
mod who;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ApiError;
use crate::i18n::t;

pub(crate) use chip::{StateChip, state_word};
pub(crate) use dialog::Dialog;
pub(crate) use fields::{Check, Choice, FormNote, Submit, TextField, TextLines};
pub(crate) use icon::Icon;
pub(crate) use menu::Menu;
pub(crate) use who::who;

/// Grey lines where something is on its way.
#[component]
pub(crate) fn Waiting() -> impl IntoView {
    view! {
        <div class="desk-waiting" role="status" aria-label=t("desk-loading")>
            <span class="desk-waiting__line"></span>
            <span class="desk-waiting__line"></span>
            <span class="desk-waiting__line"></span>
        </div>
    }
}

/// Why something did not come, and a way to ask again.
#[component]
pub(crate) fn Failed(error: ApiError, retry: Callback<()>) -> impl IntoView {
    view! {
        <div class="notice notice--bad desk-failed" role="alert">
            <p>{error.message}</p>
            <button class="button button--quiet" type="button" on:click=move |_| retry.run(())>{t("desk-retry")}</button>
        </div>
    }
}

/// What stands where there is nothing yet: what it means, and what to do.
#[component]
pub(crate) fn Empty(title: String, text: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! {
        <div class="desk-empty">
            <p class="desk-empty__title">{title}</p>
            <p class="desk-empty__text">{text}</p>
            {children.map(|children| children())}
        </div>
    }
}

/// The head of a page: its name, and what can be done there.
#[component]
pub(crate) fn PageHead(title: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    set_title(&title);
    view! {
        <header class="desk-head">
            <h1 class="desk-head__title" tabindex="-1">{title}</h1>
            {children.map(|children| view! { <div class="desk-head__deeds">{children()}</div> })}
        </header>
    }
}

/// Names the page in the browser's tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(&format!("{title} · {}", super::bridge::setting("paper")));
}

/// Moves the focus to the first element that a selector finds, once what was just drawn is there.
pub(crate) fn focus_soon(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = find(selector) {
            let _ = element.focus();
        }
    });
}

/// The first element that a selector finds.
pub(crate) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Copies a text, and says so.
pub(crate) fn copy(text: &str) {
    let copying = window().navigator().clipboard().write_text(text);
    let toasts = toasts::toasts();
    leptos::task::spawn_local(async move {
        match wasm_bindgen_futures::JsFuture::from(copying).await {
            Ok(_) => toasts.say(t("desk-copied")),
            Err(_) => toasts.refuse(t("desk-copy-failed")),
        }
    });
}
