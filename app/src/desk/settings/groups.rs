//! Fields of the paper's particulars, in groups: the settings show them all, the wizard one group a step.

use leptos::prelude::*;

use super::draft::{Draft, PERMALINKS};
use crate::desk::asking::Form;
use crate::desk::ui::{Choice, TextField, TextLines};
use crate::i18n::t;

/// The fields that the groups show, as the server names them.
pub(super) const FIELDS: [&str; 19] = [
    "name",
    "motto",
    "lang",
    "timezone",
    "date_style",
    "permalink",
    "list_paths",
    "copyright",
    "whatsapp",
    "telegram",
    "feed",
    "about",
    "register",
    "director",
    "publisher",
    "vat",
    "address",
    "email",
    "phone",
];

/// What the paper is called.
#[component]
pub(super) fn NameFields(draft: Draft, form: Form) -> impl IntoView {
    view! {
        <TextField id="name" label=t("desk-site-name") value=draft.name error=form.error_of("name") required=true/>
        <TextField id="motto" label=t("desk-site-motto") hint=t("desk-site-motto-hint") value=draft.motto error=form.error_of("motto")/>
    }
}

/// The language of the interface.
#[component]
pub(super) fn LangField(draft: Draft, form: Form) -> impl IntoView {
    let languages = vec![("it".to_owned(), "Italiano".to_owned()), ("en".to_owned(), "English".to_owned())];
    view! { <Choice id="lang" label=t("desk-site-lang") value=draft.lang options=Signal::stored(languages) error=form.error_of("lang")/> }
}

/// How the addresses of new articles are made.
#[component]
pub(super) fn PermalinkField(draft: Draft) -> impl IntoView {
    let option = move |name: &'static str, example: &'static str| {
        view! {
            <label class="desk-check">
                <input
                    type="radio"
                    name="permalink"
                    prop:checked=move || draft.permalink.with(|chosen| chosen == name)
                    on:change=move |_| draft.permalink.set(name.to_owned())
                />
                <span>{t(&format!("desk-permalink-{name}"))} " " <code class="desk-choices__example">{example}</code></span>
            </label>
        }
    };
    view! {
        <fieldset class="desk-choices">
            <legend class="field__label">{t("desk-permalink")}</legend>
            <p class="field__hint">{t("desk-permalink-hint")}</p>
            {PERMALINKS.map(|(_, name, example)| option(name, example)).collect_view()}
        </fieldset>
    }
}

/// How the addresses of authors and of the archive begin.
#[component]
pub(super) fn ListPathsField(draft: Draft) -> impl IntoView {
    let words = [("english", "/author/anna-rossi/ · /archive/"), ("italian", "/autore/anna-rossi/ · /archivio/")];
    let options = words.map(|(name, example)| (name.to_owned(), example.to_owned())).to_vec();
    view! {
        <Choice id="list_paths" label=t("desk-list-paths") hint=t("desk-list-paths-hint") value=draft.list_paths options=Signal::stored(options)/>
    }
}

/// Zone, dates, rights.
#[component]
pub(super) fn HabitFields(draft: Draft, form: Form) -> impl IntoView {
    let styles =
        vec![("long".to_owned(), t("desk-date-long-example")), ("short".to_owned(), t("desk-date-short-example"))];
    view! {
        <div class="desk-form__row">
            <TextField id="timezone" label=t("desk-timezone") hint=t("desk-timezone-hint") value=draft.timezone error=form.error_of("timezone")/>
            <Choice id="date_style" label=t("desk-date-style") value=draft.date_style options=Signal::stored(styles)/>
        </div>
        <TextField id="copyright" label=t("desk-copyright") hint=t("desk-copyright-hint") value=draft.copyright error=form.error_of("copyright")/>
    }
}

/// Where readers follow the paper.
#[component]
pub(super) fn FollowFields(draft: Draft, form: Form) -> impl IntoView {
    view! {
        <TextField id="whatsapp" label=t("desk-whatsapp") value=draft.whatsapp kind="url" error=form.error_of("whatsapp")/>
        <TextField id="telegram" label=t("desk-telegram") value=draft.telegram kind="url" error=form.error_of("telegram")/>
        <TextField id="feed" label=t("desk-feed") hint=t("desk-feed-hint") value=draft.feed error=form.error_of("feed")/>
    }
}

/// Who is behind the paper.
#[component]
pub(super) fn ColophonFields(draft: Draft, form: Form) -> impl IntoView {
    view! {
        <TextLines id="about" label=t("desk-colophon-about") hint=t("desk-colophon-about-hint") value=draft.about error=form.error_of("about")/>
        <TextField id="register" label=t("desk-colophon-register") hint=t("desk-colophon-register-hint") value=draft.register error=form.error_of("register")/>
        <div class="desk-form__row">
            <TextField id="director" label=t("desk-colophon-director") value=draft.director error=form.error_of("director")/>
            <TextField id="publisher" label=t("desk-colophon-publisher") value=draft.publisher error=form.error_of("publisher")/>
            <TextField id="vat" label=t("desk-colophon-vat") value=draft.vat error=form.error_of("vat")/>
            <TextField id="phone" label=t("desk-colophon-phone") value=draft.phone kind="tel" error=form.error_of("phone")/>
        </div>
        <TextField id="address" label=t("desk-colophon-address") value=draft.address error=form.error_of("address")/>
        <TextField id="contact" label=t("desk-colophon-email") value=draft.email kind="email" error=form.error_of("email")/>
    }
}

/// How comments become public. There is one way, and it is said.
#[component]
pub(super) fn CommentPolicy() -> impl IntoView {
    view! { <p class="desk-form__text">{t("desk-comment-policy")}</p> }
}
