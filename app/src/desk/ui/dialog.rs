//! A modal dialog: the browser's own.

use leptos::html;
use leptos::prelude::*;

use super::Icon;
use crate::i18n::t;

/// A `<dialog>` that is open while `open` says so. The browser keeps the focus in it, and Escape closes it.
#[component]
pub(crate) fn Dialog(
    open: RwSignal<bool>,
    title: String,
    /// `--wide`, `--side`, or nothing.
    #[prop(optional)]
    variant: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let class = format!("desk-dialog desk-dialog{variant}");
    // A press on what lies behind the dialog is a press on the dialog itself: its content fills it.
    let press = move |event: leptos::ev::MouseEvent| {
        if event.target() == dialog.get_untracked().map(Into::into) {
            open.set(false);
        }
    };
    let label = title.clone();
    view! {
        <dialog class=class node_ref=dialog aria-label=label on:close=move |_| open.set(false) on:mousedown=press>
            <div class="desk-dialog__inner">
                <header class="desk-dialog__head">
                    <h2 class="desk-dialog__title">{title}</h2>
                    <button class="desk-dialog__close" type="button" aria-label=t("desk-close") on:click=move |_| open.set(false)>
                        {Icon::Close}
                    </button>
                </header>
                <div class="desk-dialog__body">{move || open.get().then(|| children())}</div>
            </div>
        </dialog>
    }
}
