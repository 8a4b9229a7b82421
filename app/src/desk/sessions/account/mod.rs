//! The person who is signed in: how they are called, how they sign in, where they are signed in.

mod keys;
mod password;
mod profile;
mod recovery;
mod sessions;
mod totp;

use leptos::prelude::*;

use crate::desk::person::person;
use crate::desk::ui::PageHead;
use crate::i18n::t;
use keys::Passkeys;
use password::PasswordForm;
use profile::Profile;
use sessions::Sessions;
use totp::Totp;

/// My account.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    let me = person().me;
    let is_there = Memo::new(move |_| me.with(Option::is_some));
    view! {
        <PageHead title=t("desk-nav-account")/>
        {move || is_there.get().then(|| view! {
            <div class="desk-sheets">
                <Sheet title=t("desk-profile")><Profile/></Sheet>
                <Sheet title=t("desk-password")><PasswordForm/></Sheet>
                <Sheet title=t("desk-totp")><Totp/></Sheet>
                <Sheet title=t("desk-passkeys")><Passkeys/></Sheet>
                <Sheet title=t("desk-sessions")><Sessions/></Sheet>
            </div>
        })}
    }
}

/// A part of the page under a line of its own.
#[component]
pub(crate) fn Sheet(title: String, children: Children) -> impl IntoView {
    view! {
        <section class="desk-sheet">
            <h2 class="desk-sheet__title">{title}</h2>
            <div class="desk-sheet__body">{children()}</div>
        </section>
    }
}
