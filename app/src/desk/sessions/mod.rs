//! Signing in, signing out, and what people set for themselves.

mod api;

#[cfg(feature = "desk")]
mod account;
#[cfg(feature = "desk")]
mod passkeys;
#[cfg(feature = "desk")]
mod sign_in;
#[cfg(feature = "desk")]
mod tickets;

pub use api::{
    begin_passkey, begin_totp, change_password, confirm_totp, end_totp, get_me, keep_passkey, list_sessions,
    passkey_challenge, remove_passkey, revoke_session, set_profile, sign_in, sign_in_with_passkey, sign_out,
};

#[cfg(feature = "desk")]
pub(crate) use {
    account::{AccountPage, Sheet},
    sign_in::SignInPage,
    tickets::{ForgotPage, TicketPage},
};
