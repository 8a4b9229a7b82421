//! How somebody is called and in which language the desk speaks to them.

use leptos::prelude::*;

use crate::desk::asking::Form;
use crate::desk::person::person;
use crate::desk::sessions::set_profile;
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{Choice, FormNote, Submit, TextField};
use crate::i18n::t;

/// Name, language, byline.
#[component]
pub(super) fn Profile() -> impl IntoView {
    let person = person();
    let me = person.me.get_untracked();
    let part = |read: fn(model::Me) -> String| RwSignal::new(me.clone().map(read).unwrap_or_default());
    let (name, lang) = (part(|me| me.name), part(|me| me.lang));
    let byline = part(|me| me.byline.unwrap_or_default());
    let form = Form::new(&["name", "lang", "byline"]);
    let toasts = toasts();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(set_profile(name.get_untracked(), lang.get_untracked(), byline.get_untracked()), move |me| {
            person.came(me);
            toasts.say(t("desk-saved"));
        });
    };
    let languages = vec![("it".to_owned(), "Italiano".to_owned()), ("en".to_owned(), "English".to_owned())];
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <div class="desk-form__row">
                <TextField id="name" label=t("desk-name") value=name error=form.error_of("name") autocomplete="name"/>
                <Choice id="lang" label=t("desk-lang") value=lang options=Signal::stored(languages) error=form.error_of("lang")/>
            </div>
            <TextField id="byline" label=t("desk-own-byline") hint=t("desk-own-byline-hint") value=byline error=form.error_of("byline")/>
            <div class="desk-form__end"><Submit form label=t("desk-save")/></div>
        </form>
    }
}
