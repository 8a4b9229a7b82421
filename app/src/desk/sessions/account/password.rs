//! Another password.

use leptos::prelude::*;

use crate::desk::asking::Form;
use crate::desk::person::person;
use crate::desk::sessions::change_password;
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{FormNote, Submit, TextField};
use crate::i18n::t;

/// The present password and the next one.
#[component]
pub(super) fn PasswordForm() -> impl IntoView {
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let form = Form::new(&["old", "new", "password"]);
    let toasts = toasts();
    let email = person().me.with_untracked(|me| me.as_ref().map(|me| me.email.clone()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(change_password(old.get_untracked(), new.get_untracked()), move |()| {
            old.set(String::new());
            new.set(String::new());
            toasts.say(t("desk-password-changed"));
        });
    };
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            // Password managers want to know whose password it is.
            <input class="visually-hidden" type="email" autocomplete="username" readonly tabindex="-1" aria-hidden="true" value=email/>
            <div class="desk-form__row">
                <TextField id="old" label=t("desk-old-password") value=old kind="password" autocomplete="current-password" error=form.error_of("old")/>
                <TextField
                    id="new"
                    label=t("desk-new-password")
                    hint=t("desk-password-hint")
                    value=new
                    kind="password"
                    autocomplete="new-password"
                    error=form.error_of("new")
                />
            </div>
            <div class="desk-form__end"><Submit form label=t("desk-change-password")/></div>
        </form>
    }
}
