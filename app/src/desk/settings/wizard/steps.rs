//! The steps of the wizard, a group of fields each.

use leptos::prelude::*;

use super::super::draft::Draft;
use super::super::groups::{ColophonFields, CommentPolicy, LangField, ListPathsField, NameFields, PermalinkField};
use super::Founder;
use crate::desk::asking::Form;
use crate::desk::ui::{TextField, TextLines};
use crate::i18n::t;

/// A step: its name, and the fields that it asks for.
pub(super) struct StepOf {
    pub name: &'static str,
    fields: &'static [&'static str],
}

/// The steps, in order.
pub(super) const STEPS: [StepOf; 7] = [
    StepOf { name: "desk-wizard-lang", fields: &["lang", "timezone"] },
    StepOf { name: "desk-wizard-name", fields: &["name", "motto"] },
    StepOf { name: "desk-wizard-address", fields: &["permalink", "list_paths"] },
    StepOf { name: "desk-wizard-sections", fields: &["sections"] },
    StepOf {
        name: "desk-wizard-colophon",
        fields: &["about", "register", "director", "publisher", "vat", "address", "phone"],
    },
    StepOf { name: "desk-wizard-comments", fields: &[] },
    StepOf { name: "desk-wizard-admin", fields: &["email", "password"] },
];

/// All fields of the wizard, as the server names them.
pub(super) const FIELDS: [&str; 16] = [
    "lang",
    "timezone",
    "name",
    "motto",
    "permalink",
    "list_paths",
    "sections",
    "about",
    "register",
    "director",
    "publisher",
    "vat",
    "address",
    "phone",
    "email",
    "password",
];

/// The step that asks for a field.
pub(super) fn step_of(field: &str) -> Option<usize> {
    STEPS.iter().position(|step| step.fields.contains(&field))
}

/// The fields of a step.
#[component]
pub(super) fn Step(
    number: usize,
    draft: Draft,
    sections: RwSignal<String>,
    founder: Founder,
    form: Form,
) -> impl IntoView {
    match number {
        0 => view! {
            <p class="desk-form__text">{t("desk-wizard-lang-text")}</p>
            <LangField draft form/>
            <TextField id="timezone" label=t("desk-timezone") hint=t("desk-timezone-hint") value=draft.timezone error=form.error_of("timezone")/>
        }
        .into_any(),
        1 => view! { <NameFields draft form/> }.into_any(),
        2 => view! {
            <p class="desk-form__text">{t("desk-wizard-address-text")} " " <code>{window().location().origin().unwrap_or_default()}</code></p>
            <PermalinkField draft/>
            <ListPathsField draft/>
        }
        .into_any(),
        3 => view! {
            <TextLines id="sections" label=t("desk-sections") hint=t("desk-wizard-sections-hint") value=sections rows=6 error=form.error_of("sections")/>
        }
        .into_any(),
        4 => view! {
            <p class="desk-form__text">{t("desk-wizard-colophon-text")}</p>
            <ColophonFields draft form/>
        }
        .into_any(),
        5 => view! { <CommentPolicy/> }.into_any(),
        _ => view! {
            <p class="desk-form__text">{t("desk-wizard-admin-text")}</p>
            <TextField id="admin" label=t("desk-name") value=founder.name autocomplete="name" error=form.error_of("name") required=true/>
            <TextField id="email" label=t("desk-email") value=founder.email kind="email" autocomplete="username" error=form.error_of("email") required=true/>
            <TextField
                id="password"
                label=t("desk-password")
                hint=t("desk-password-hint")
                value=founder.password
                kind="password"
                autocomplete="new-password"
                error=form.error_of("password")
                required=true
            />
        }
        .into_any(),
    }
}
