//! Forms that the language does not have, and what stands for them.

use leptos::prelude::*;
use serde_json::json;

use super::super::events::Hint;
use super::super::state::writing;
use crate::i18n::{t, t_with};

/// The hints, each with its place and its remedy.
#[component]
pub(super) fn Typography() -> impl IntoView {
    let writing = writing();
    let row = move |(index, hint): (usize, Hint)| {
        let (from, to) = (hint.from, hint.to);
        let label =
            t_with("desk-hint-fix-to", [("text", hint.text.clone().into()), ("instead", hint.instead.clone().into())]);
        view! {
            <li class="desk-rows__row">
                <button class="button button--link desk-hint" type="button" on:click=move |_| { writing.exec("goTo", &json!({ "from": from, "to": to })); }>
                    <del>{hint.text}</del> " → " <ins>{hint.instead}</ins>
                </button>
                <button class="button button--quiet" type="button" aria-label=label on:click=move |_| { writing.exec("fixHint", &json!({ "index": index })); }>
                    {t("desk-hint-fix")}
                </button>
            </li>
        }
    };
    view! {
        <section class="desk-panel">
            <h2 class="desk-panel__title">{t("desk-hints-title")}</h2>
            {move || {
                let hints = writing.hints.get();
                if hints.is_empty() {
                    return view! { <p class="field__hint">{t("desk-hints-none")}</p> }.into_any();
                }
                view! {
                    <ul class="desk-rows">{hints.into_iter().enumerate().map(row).collect_view()}</ul>
                    <p>
                        <button class="button button--quiet" type="button" on:click=move |_| { writing.exec("fixHints", &json!({})); }>
                            {t("desk-hint-fix-all")}
                        </button>
                    </p>
                }
                .into_any()
            }}
        </section>
    }
}
