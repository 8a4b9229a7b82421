//! Section, byline, tags, address, language, rights, the picture at the top. All of it merges like the text.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::events::Fields;
use super::super::page::Sheet;
use super::super::state::writing;
use super::lead_picture::LeadPicture;
use super::tokens::Tokens;
use crate::desk::asking::load;
use crate::desk::person::person;
use crate::desk::stories::{list_bylines, list_tags, section_names};
use crate::i18n::t;

/// The fields.
#[component]
pub(super) fn Particulars() -> impl IntoView {
    let writing = writing();
    let is_known = Memo::new(move |_| writing.fields.with(Option::is_some));
    let names = names();
    let known = load(list_tags);
    let tags = Signal::derive(move || known.value.get().unwrap_or_default());
    move || {
        if !is_known.get() {
            return view! { <crate::desk::ui::Waiting/> }.into_any();
        }
        view! {
            <div class="desk-form">
                <SectionChoice/>
                <Tokens
                    id="story-byline"
                    label=t("desk-byline")
                    hint=t("desk-byline-hint")
                    field="byline"
                    read=|fields: &Fields| &fields.byline
                    suggestions=names
                />
                <Tokens
                    id="story-tags"
                    label=t("desk-tags")
                    hint=t("desk-tags-hint")
                    field="tags"
                    read=|fields: &Fields| &fields.tags
                    suggestions=tags
                />
                <LeadPicture/>
                <Line id="story-slug" field="slug" label=t("desk-slug") hint=t("desk-slug-hint") read=|fields: &Fields| fields.slug.clone()/>
                <LangChoice/>
                <Line
                    id="story-copyright"
                    field="copyright"
                    label=t("desk-copyright")
                    hint=t("desk-copyright-own")
                    read=|fields: &Fields| fields.copyright.clone()
                />
            </div>
        }
        .into_any()
    }
}

/// Names that may sign: one's own, and those that do.
fn names() -> Signal<Vec<String>> {
    let me = person().me;
    let known = load(list_bylines);
    Signal::derive(move || {
        let own = me.with(|me| me.as_ref().map(|me| me.byline.clone().unwrap_or_else(|| me.name.clone())));
        let mut names = known.value.get().unwrap_or_default();
        names.retain(|name| own.as_ref() != Some(name));
        names.splice(..0, own);
        names
    })
}

#[component]
fn SectionChoice() -> impl IntoView {
    let writing = writing();
    let sheet: Sheet = expect_context();
    let chosen = Memo::new(move |_| {
        writing.fields.with(|fields| fields.as_ref().and_then(|fields| fields.section.clone()).unwrap_or_default())
    });
    let options = move || {
        let chosen = chosen.get();
        let mut names =
            sheet.sections.value.with(|sections| sections.as_ref().map(|all| section_names(all)).unwrap_or_default());
        // A section that was renamed since stays what it is until somebody chooses another.
        if !names.contains(&chosen) {
            names.insert(0, chosen.clone());
        }
        names
            .into_iter()
            .map(|name| {
                let (is_chosen, word) = (name == chosen, name.replace('/', " › "));
                view! { <option value=name selected=is_chosen>{word}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="field">
            <label class="field__label" for="story-section">{t("desk-section")}</label>
            <select class="field__control" id="story-section" on:change=move |event| writing.set("section", &json!(event_target_value(&event)))>
                {options}
            </select>
        </div>
    }
}

#[component]
fn LangChoice() -> impl IntoView {
    let writing = writing();
    let chosen = Memo::new(move |_| {
        writing.fields.with(|fields| fields.as_ref().and_then(|fields| fields.lang.clone()).unwrap_or_default())
    });
    let option = move |value: &'static str, word: &'static str| {
        view! { <option value=value selected=move || chosen.with(|chosen| chosen == value)>{word}</option> }
    };
    view! {
        <div class="field">
            <label class="field__label" for="story-lang">{t("desk-lang-of-story")}</label>
            <select class="field__control" id="story-lang" on:change=move |event| writing.set("lang", &json!(event_target_value(&event)))>
                {option("it", "Italiano")}
                {option("en", "English")}
                {option("fr", "Français")}
                {option("de", "Deutsch")}
                {option("es", "Español")}
            </select>
        </div>
    }
}

/// A line of text in the shared document; it is told when somebody leaves it.
#[component]
fn Line(
    id: &'static str,
    field: &'static str,
    label: String,
    hint: String,
    read: fn(&Fields) -> Option<String>,
) -> impl IntoView {
    let writing = writing();
    let value = Memo::new(move |_| writing.fields.with(|fields| fields.as_ref().and_then(read).unwrap_or_default()));
    let change = move |event| {
        let text = event_target_value(&event);
        let text = text.trim();
        writing.set(field, &if text.is_empty() { Value::Null } else { json!(text) });
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{label}</label>
            <p class="field__hint" id=format!("{id}-hint")>{hint}</p>
            <input class="field__control" type="text" id=id aria-describedby=format!("{id}-hint") prop:value=move || value.get() on:change=change/>
        </div>
    }
}
