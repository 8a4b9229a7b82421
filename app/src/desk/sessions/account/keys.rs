//! The passkeys of whoever is signed in.

use leptos::prelude::*;
use model::PasskeyLine;

use crate::desk::asking::{Form, act};
use crate::desk::person::person;
use crate::desk::sessions::{passkeys, remove_passkey};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{FormNote, Submit, TextField};
use crate::desk::{bridge, dates};
use crate::i18n::{t, t_with};

/// Passkeys, and a way to make one.
#[component]
pub(super) fn Passkeys() -> impl IntoView {
    let person = person();
    let keys = Memo::new(move |_| person.me.with(|me| me.as_ref().map(|me| me.passkeys.clone()).unwrap_or_default()));
    view! {
        <p class="desk-form__text">{t("desk-passkeys-text")}</p>
        <ul class="desk-rows">
            <For each=move || keys.get() key=|key| key.id let:key><Passkey key/></For>
        </ul>
        {if bridge::has_passkeys() {
            view! { <NewPasskey/> }.into_any()
        } else {
            view! { <p class="field__hint">{t("desk-passkeys-none-here")}</p> }.into_any()
        }}
    }
}

#[component]
fn Passkey(key: PasskeyLine) -> impl IntoView {
    let person = person();
    let toasts = toasts();
    let (id, label) = (key.id.0, t_with("desk-passkey-remove", [("name", key.name.clone().into())]));
    let remove = move |_| {
        act(remove_passkey(id), move |me| {
            person.came(me);
            toasts.say(t("desk-passkey-removed"));
        });
    };
    let used = key.used_at.map(|at| t_with("desk-passkey-used", [("when", dates::when(at).into())]));
    view! {
        <li class="desk-rows__row">
            <span>
                <span class="desk-rows__name">{key.name}</span>
                <span class="desk-rows__facts">{t_with("desk-passkey-made", [("when", dates::when(key.created_at).into())])} " " {used}</span>
            </span>
            <button class="button button--quiet" type="button" aria-label=label on:click=remove>{t("desk-remove")}</button>
        </li>
    }
}

#[component]
fn NewPasskey() -> impl IntoView {
    let person = person();
    let toasts = toasts();
    let name = RwSignal::new(String::new());
    let form = Form::new(&["name"]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(passkeys::make(name.get_untracked()), move |me| {
            name.set(String::new());
            person.came(me);
            toasts.say(t("desk-passkey-kept"));
        });
    };
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <div class="desk-inline">
                <TextField id="passkey" label=t("desk-passkey-name") hint=t("desk-passkey-name-hint") value=name error=form.error_of("name")/>
                <Submit form label=t("desk-passkey-new")/>
            </div>
        </form>
    }
}
