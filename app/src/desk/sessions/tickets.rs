//! Choosing a password: asking for the link, and following it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::SignedIn;

use super::sign_in::entrance;
use crate::desk::addresses;
use crate::desk::asking::{Form, load};
use crate::desk::frame::Bare;
use crate::desk::people::{choose_password, forgot_password, get_ticket};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{FormNote, Submit, TextField};
use crate::i18n::{t, t_with};

/// Asks for a link. What it answers is the same for every address.
#[component]
pub(crate) fn ForgotPage() -> impl IntoView {
    let email = RwSignal::new(String::new());
    let is_sent = RwSignal::new(false);
    let form = Form::new(&["email"]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(forgot_password(email.get_untracked()), move |()| is_sent.set(true));
    };
    view! {
        <Bare title=t("desk-forgot-title")>
            <div role="status">
                {move || is_sent.get().then(|| view! { <p class="notice notice--good">{t("desk-forgot-sent")}</p> })}
            </div>
            <form class="desk-form" on:submit=submit novalidate hidden=move || is_sent.get()>
                <FormNote form/>
                <p class="desk-form__text">{t("desk-forgot-text")}</p>
                <TextField
                    id="email"
                    label=t("desk-email")
                    value=email
                    kind="email"
                    autocomplete="username"
                    error=form.error_of("email")
                    required=true
                    autofocus=true
                />
                <div class="desk-form__end"><Submit form label=t("desk-forgot-send")/></div>
            </form>
            <p class="desk-form__text"><a class="desk-form__link" href=addresses::SIGN_IN>{t("desk-back-to-sign-in")}</a></p>
        </Bare>
    }
}

/// Where an invitation or the link for another password leads.
#[component]
pub(crate) fn TicketPage(token: String) -> impl IntoView {
    let password = RwSignal::new(String::new());
    let form = Form::new(&["password"]);
    let enter = entrance();
    let navigate = use_navigate();
    let to_sign_in = Callback::new(move |()| navigate(addresses::SIGN_IN, NavigateOptions::default()));
    let holder = load({
        let token = token.clone();
        move || get_ticket(token.clone())
    });
    view! {
        <Bare title=t("desk-choose-password-title")>
            {holder.show(move |holder| {
                let token = token.clone();
                let submit = move |event: leptos::ev::SubmitEvent| {
                    event.prevent_default();
                    form.send(choose_password(token.clone(), password.get_untracked()), move |answer| match answer {
                        SignedIn::Done { me } => enter.run(me),
                        // Whoever has codes turned on proves with one that it is them.
                        SignedIn::CodeNeeded => {
                            toasts().say(t("desk-password-chosen"));
                            to_sign_in.run(());
                        }
                    });
                };
                let key = if holder.first { "desk-welcome-text" } else { "desk-reset-text" };
                let text = t_with(key, [("name", holder.name.into())]);
                view! {
                    <form class="desk-form" on:submit=submit novalidate>
                        <FormNote form/>
                        <p class="desk-form__text">{text}</p>
                        <input class="visually-hidden" type="email" autocomplete="username" readonly tabindex="-1" aria-hidden="true" value=holder.email/>
                        <TextField
                            id="password"
                            label=t("desk-new-password")
                            hint=t("desk-password-hint")
                            value=password
                            kind="password"
                            autocomplete="new-password"
                            error=form.error_of("password")
                            required=true
                            autofocus=true
                        />
                        <div class="desk-form__end"><Submit form label=t("desk-choose-password")/></div>
                    </form>
                }
                .into_any()
            })}
        </Bare>
    }
}
