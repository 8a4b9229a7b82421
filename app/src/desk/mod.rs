//! The desk: where the newsroom works. A client-rendered application of its own, which readers never download.
//!
//! Each feature is a folder: `api.rs` are its server functions, compiled for both sides; the rest runs in the browser only.

pub mod people;
pub mod sessions;
pub mod settings;
pub mod stories;

#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub use shell::document;

#[cfg(feature = "desk")]
mod addresses;
#[cfg(feature = "desk")]
mod app;
#[cfg(feature = "desk")]
mod asking;
#[cfg(feature = "desk")]
mod bridge;
#[cfg(feature = "desk")]
mod dates;
#[cfg(feature = "desk")]
mod frame;
#[cfg(feature = "desk")]
mod keys;
#[cfg(feature = "desk")]
mod live;
#[cfg(feature = "desk")]
mod person;
#[cfg(feature = "desk")]
mod ui;
#[cfg(feature = "desk")]
mod writing;

#[cfg(feature = "desk")]
pub use {app::open, writing::edit_in_place};

/// The language that the desk speaks: the person's, the paper's until somebody is signed in.
#[cfg(feature = "desk")]
pub(crate) fn lang() -> &'static str {
    person::lang()
}
