//! The people of the newsroom, and what they did.

mod api;

#[cfg(feature = "desk")]
mod audit;
#[cfg(feature = "desk")]
mod page;
#[cfg(feature = "desk")]
mod person_line;

pub use api::*;

#[cfg(feature = "desk")]
pub(crate) use {audit::AuditPage, page::PeoplePage};
