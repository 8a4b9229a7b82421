//! The people of the newsroom, and what they did.

mod api;
#[cfg(feature = "ssr")]
mod letters;

#[cfg(feature = "desk")]
mod audit;
#[cfg(feature = "desk")]
mod page;

pub use api::*;
#[cfg(feature = "ssr")]
pub use letters::letter;

#[cfg(feature = "desk")]
pub(crate) use {audit::AuditPage, page::PeoplePage};
