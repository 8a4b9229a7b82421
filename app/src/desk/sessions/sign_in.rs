//! Signing in: e-mail and password, then a code where one is asked for; or a passkey.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use model::{Me, SignedIn};

use super::{passkeys, sign_in};
use crate::desk::asking::Form;
use crate::desk::frame::Bare;
use crate::desk::person::person;
use crate::desk::ui::{FormNote, Icon, Submit, TextField};
use crate::desk::{addresses, bridge};
use crate::i18n::t;

/// The sign-in.
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let (email, password, code) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let needs_code = RwSignal::new(false);
    let form = Form::new(&["email", "password", "code"]);
    let enter = entrance();
    let entered = move |answer| match answer {
        SignedIn::Done { me } => enter.run(me),
        SignedIn::CodeNeeded => needs_code.set(true),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(sign_in(email.get_untracked(), password.get_untracked(), code.get_untracked()), entered);
    };
    passkeys::offer_quietly(enter);
    view! {
        <Bare title=t("desk-sign-in-title")>
            <form class="desk-form" on:submit=submit novalidate>
                <FormNote form/>
                <div class="desk-form" hidden=move || needs_code.get()>
                    <TextField
                        id="email"
                        label=t("desk-email")
                        value=email
                        kind="email"
                        autocomplete="username webauthn"
                        error=form.error_of("email")
                        required=true
                        autofocus=true
                    />
                    <TextField
                        id="password"
                        label=t("desk-password")
                        value=password
                        kind="password"
                        autocomplete="current-password"
                        error=form.error_of("password")
                        required=true
                    />
                </div>
                {move || needs_code.get().then(|| view! {
                    <TextField
                        id="code"
                        label=t("desk-code")
                        hint=t("desk-code-hint")
                        value=code
                        autocomplete="one-time-code"
                        error=form.error_of("code")
                        required=true
                        autofocus=true
                    />
                })}
                <div class="desk-form__end">
                    <Submit form label=t("desk-sign-in")/>
                    {move || if needs_code.get() {
                        let back = move |_| {
                            code.set(String::new());
                            form.refused.set(None);
                            needs_code.set(false);
                        };
                        view! { <button class="button button--quiet" type="button" on:click=back>{t("desk-back")}</button> }.into_any()
                    } else {
                        view! { <a class="desk-form__link" href=addresses::FORGOT>{t("desk-forgot")}</a> }.into_any()
                    }}
                </div>
            </form>
            {bridge::has_passkeys().then(|| {
                let press = move |_| passkeys::sign_in_by_choice(form, enter);
                view! {
                    <div class="desk-form__or"><span>{t("desk-or")}</span></div>
                    <button class="button button--quiet desk-form__wide" type="button" on:click=press>
                        {Icon::Key}{t("desk-passkey-sign-in")}
                    </button>
                }
            })}
        </Bare>
    }
}

/// Takes somebody who just signed in to where they wanted to go.
pub(super) fn entrance() -> Callback<Me> {
    let navigate = use_navigate();
    let query = use_query_map();
    let person = person();
    Callback::new(move |me| {
        let then = query.with_untracked(|query| query.get("then"));
        // Never to another site.
        let then = then.filter(|then| then.starts_with("/desk/")).unwrap_or_else(|| addresses::HOME.to_owned());
        person.came(me);
        navigate(&then, NavigateOptions { replace: true, ..Default::default() });
    })
}
