//! Find and replace.

use leptos::prelude::*;
use serde_json::json;

use super::super::state::writing;
use crate::desk::ui::{Check, Icon};
use crate::i18n::{t, t_with};

/// What is looked for, and what shall stand there instead.
#[component]
pub(super) fn Find() -> impl IntoView {
    let writing = writing();
    let (query, instead) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (case, whole) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        let args = json!({ "query": query.get(), "matchCase": case.get(), "wholeWord": whole.get() });
        writing.exec(if query.with(String::is_empty) { "findClose" } else { "find" }, &args);
    });
    on_cleanup(move || {
        writing.exec("findClose", &json!({}));
    });
    let next = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            writing.exec(if event.shift_key() { "findPrevious" } else { "findNext" }, &json!({}));
        }
    };
    let found = move || {
        let found = writing.found.get();
        if query.with(String::is_empty) {
            return String::new();
        }
        t_with("desk-found", [("count", found.count.into()), ("at", (found.index + 1).into())])
    };
    let deed = move |command: &'static str, key: &'static str| {
        let press = move |_| {
            writing.exec(command, &json!({ "text": instead.get_untracked() }));
        };
        view! { <button class="button button--quiet" type="button" on:click=press>{t(key)}</button> }
    };
    let step = move |command: &'static str, icon: Icon, key: &'static str| {
        let press = move |_| {
            writing.exec(command, &json!({}));
        };
        view! { <button class="desk-tool" type="button" aria-label=t(key) title=t(key) on:click=press>{icon}</button> }
    };
    view! {
        <section class="desk-panel">
            <h2 class="desk-panel__title">{t("desk-find-title")}</h2>
            <div class="desk-copy">
                <input
                    class="field__control"
                    type="search"
                    data-find=""
                    aria-label=t("desk-find")
                    placeholder=t("desk-find")
                    prop:value=move || query.get()
                    on:input=move |event| query.set(event_target_value(&event))
                    on:keydown=next
                />
                {step("findPrevious", Icon::Left, "desk-find-previous")}
                {step("findNext", Icon::Right, "desk-find-next")}
            </div>
            <p class="field__hint" role="status">{found}</p>
            <input
                class="field__control"
                type="text"
                aria-label=t("desk-replace-with")
                placeholder=t("desk-replace-with")
                prop:value=move || instead.get()
                on:input=move |event| instead.set(event_target_value(&event))
            />
            <div class="desk-form__end">
                <Check label=t("desk-find-case") value=case/>
                <Check label=t("desk-find-whole") value=whole/>
            </div>
            <div class="desk-form__end">{deed("replace", "desk-replace")} {deed("replaceAll", "desk-replace-all")}</div>
        </section>
    }
}
