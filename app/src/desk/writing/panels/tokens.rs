//! A field that holds several words or names, each on a card of its own.

use leptos::prelude::*;
use serde_json::json;

use super::super::events::Fields;
use super::super::state::writing;
use crate::i18n::{t, t_with};

/// The names in a list of the shared document. Enter and the comma add one, Backspace in the empty field takes the last.
#[component]
pub(super) fn Tokens(
    id: &'static str,
    label: String,
    hint: String,
    /// The field of the shared document.
    field: &'static str,
    read: fn(&Fields) -> &Vec<String>,
    #[prop(into)] suggestions: Signal<Vec<String>>,
) -> impl IntoView {
    let writing = writing();
    let typed = RwSignal::new(String::new());
    let tokens = Memo::new(move |_| {
        writing.fields.with(|fields| fields.as_ref().map(|fields| read(fields).clone()).unwrap_or_default())
    });
    let set = move |tokens: Vec<String>| writing.set(field, &json!(tokens));
    let add = move || {
        let word = typed.with_untracked(|typed| typed.trim().trim_end_matches(',').trim().to_owned());
        typed.set(String::new());
        let mut all = tokens.get_untracked();
        if !word.is_empty() && !all.contains(&word) {
            all.push(word);
            set(all);
        }
    };
    let press = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" | "," => {
            event.prevent_default();
            add();
        }
        "Backspace" if typed.with_untracked(String::is_empty) => {
            let mut all = tokens.get_untracked();
            if all.pop().is_some() {
                set(all);
            }
        }
        _ => {}
    };
    let token = move |word: String| {
        let label = t_with("desk-token-remove", [("name", word.clone().into())]);
        let mine = word.clone();
        let remove = move |_| {
            let mut all = tokens.get_untracked();
            all.retain(|other| *other != mine);
            set(all);
        };
        view! {
            <li class="desk-tokens__token">
                {word}
                <button class="desk-tokens__remove" type="button" aria-label=label on:click=remove>{crate::desk::ui::Icon::Close}</button>
            </li>
        }
    };
    let list = format!("{id}-list");
    let listed = list.clone();
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <p class="field__hint" id=format!("{id}-hint")>{hint}</p>
            <ul class="desk-tokens"><For each=move || tokens.get() key=Clone::clone children=token/></ul>
            <input
                class="field__control"
                type="text"
                id=id
                list=listed
                autocomplete="off"
                placeholder=t("desk-token-add")
                aria-describedby=format!("{id}-hint")
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=press
                on:change=move |_| add()
            />
            <datalist id=list>
                {move || suggestions.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
        </div>
    }
}
