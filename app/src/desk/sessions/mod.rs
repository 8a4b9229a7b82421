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

pub use api::*;

#[cfg(feature = "desk")]
pub(crate) use {
    account::AccountPage,
    sign_in::SignInPage,
    tickets::{ForgotPage, TicketPage},
};
