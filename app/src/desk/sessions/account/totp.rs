//! Codes from an app, as a second factor.

use leptos::prelude::*;
use model::TotpSetup;

use super::recovery::RecoveryCodes;
use crate::desk::asking::{Form, act};
use crate::desk::person::person;
use crate::desk::sessions::{begin_totp, confirm_totp, end_totp};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{Dialog, FormNote, Submit, TextField, copy};
use crate::i18n::{t, t_with};

/// Whether codes are on, and the way to turn them on or off.
#[component]
pub(super) fn Totp() -> impl IntoView {
    let person = person();
    let is_on = Memo::new(move |_| person.me.with(|me| me.as_ref().is_some_and(|me| me.totp)));
    let left = move || person.me.with(|me| me.as_ref().map_or(0, |me| me.recovery_codes));
    let setup = RwSignal::new(None::<TotpSetup>);
    let codes = RwSignal::new(Vec::<String>::new());
    let has_codes = RwSignal::new(false);
    let ending = RwSignal::new(false);
    let start = move |_| act(begin_totp(), move |new| setup.set(Some(new)));
    view! {
        {move || match (is_on.get(), setup.get()) {
            (true, _) => view! {
                <p class="desk-form__text">{t_with("desk-totp-on", [("count", left().into())])}</p>
                <p><button class="button button--quiet" type="button" on:click=move |_| ending.set(true)>{t("desk-totp-end")}</button></p>
            }
            .into_any(),
            (false, Some(begun)) => view! { <Setup begun setup codes has_codes/> }.into_any(),
            (false, None) => view! {
                <p class="desk-form__text">{t("desk-totp-off")}</p>
                <p><button class="button button--quiet" type="button" on:click=start>{t("desk-totp-begin")}</button></p>
            }
            .into_any(),
        }}
        <Dialog open=has_codes title=t("desk-recovery-title")>
            <RecoveryCodes codes=codes.get_untracked() open=has_codes/>
        </Dialog>
        <Dialog open=ending title=t("desk-totp-end")><Ending ending/></Dialog>
    }
}

/// The square for the app's camera, the same to type, and the first code.
#[component]
fn Setup(
    begun: TotpSetup,
    setup: RwSignal<Option<TotpSetup>>,
    codes: RwSignal<Vec<String>>,
    has_codes: RwSignal<bool>,
) -> impl IntoView {
    let person = person();
    let code = RwSignal::new(String::new());
    let form = Form::new(&["code"]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(confirm_totp(code.get_untracked()), move |made| {
            codes.set(made);
            has_codes.set(true);
            setup.set(None);
            person.ask();
        });
    };
    let (secret, shown) = (begun.secret.clone(), spaced(&begun.secret));
    let view_box = format!("0 0 {0} {0}", begun.size);
    view! {
        <div class="desk-totp">
            <svg class="desk-totp__square" viewBox=view_box role="img" aria-label=t("desk-totp-square")>
                <path d=begun.qr/>
            </svg>
            <form class="desk-form" on:submit=submit novalidate>
                <FormNote form/>
                <p class="desk-form__text">{t("desk-totp-scan")}</p>
                <p class="desk-totp__secret">
                    <code>{shown}</code>
                    <button class="button button--link" type="button" on:click=move |_| copy(&secret)>{t("desk-copy")}</button>
                </p>
                <TextField
                    id="code"
                    label=t("desk-totp-code")
                    value=code
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    error=form.error_of("code")
                    autofocus=true
                />
                <div class="desk-form__end">
                    <Submit form label=t("desk-totp-confirm")/>
                    <button class="button button--quiet" type="button" on:click=move |_| setup.set(None)>{t("desk-cancel")}</button>
                </div>
            </form>
        </div>
    }
}

/// Turning codes off: the password proves that it is their owner.
#[component]
fn Ending(ending: RwSignal<bool>) -> impl IntoView {
    let person = person();
    let toasts = toasts();
    let password = RwSignal::new(String::new());
    let form = Form::new(&["password"]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(end_totp(password.get_untracked()), move |()| {
            ending.set(false);
            person.ask();
            toasts.say(t("desk-totp-ended"));
        });
    };
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <TextField
                id="proof"
                label=t("desk-password")
                hint=t("desk-totp-proof")
                value=password
                kind="password"
                autocomplete="current-password"
                error=form.error_of("password")
                autofocus=true
            />
            <div class="desk-form__end"><Submit form label=t("desk-totp-end")/></div>
        </form>
    }
}

/// In fours, as people type them.
fn spaced(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
