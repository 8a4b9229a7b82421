//! Recovery codes, shown once.

use leptos::prelude::*;

use crate::desk::ui::copy;
use crate::i18n::t;

/// The codes, to copy or print.
#[component]
pub(super) fn RecoveryCodes(codes: Vec<String>, open: RwSignal<bool>) -> impl IntoView {
    let text = codes.join("\n");
    view! {
        <p class="desk-form__text">{t("desk-recovery-text")}</p>
        <ol class="desk-recovery">
            {codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view()}
        </ol>
        <div class="desk-form__end">
            <button class="button" type="button" on:click=move |_| copy(&text)>{t("desk-copy")}</button>
            <button class="button button--quiet" type="button" on:click=move |_| { let _ = window().print(); }>{t("desk-print")}</button>
            <button class="button button--quiet" type="button" on:click=move |_| open.set(false)>{t("desk-recovery-kept")}</button>
        </div>
    }
}
