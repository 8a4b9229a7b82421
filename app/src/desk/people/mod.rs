//! The people of the newsroom, and what they did.

mod api;
#[cfg(feature = "ssr")]
mod letters;

#[cfg(feature = "desk")]
mod audit;
#[cfg(feature = "desk")]
mod page;
#[cfg(feature = "desk")]
mod person_line;

pub use api::{
    choose_password, end_second_factor, forgot_password, get_ticket, invite, list_audit, list_people, reset_person,
    set_role, suspend,
};
#[cfg(feature = "ssr")]
pub use letters::letter;

#[cfg(feature = "desk")]
pub(crate) use {audit::AuditPage, page::PeoplePage};
