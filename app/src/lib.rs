//! Redazione as browsers show it: pages and islands for readers, the desk for the newsroom, and the server functions
//! that they ask.
//!
//! Pages are rendered on the server alone (feature `ssr`); islands are rendered there and come alive in the browser
//! (feature `hydrate`). The desk runs in the browser alone (feature `desk`), in a wasm of its own. Whatever the paper
//! *does* is in the crate `newsroom`; here it is asked, shown and answered.

// The type of a whole page is as deep as the page.
#![recursion_limit = "256"]

#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
mod dates;
#[cfg(any(feature = "ssr", feature = "desk"))]
mod i18n;
#[cfg(feature = "ssr")]
mod layouts;
#[cfg(feature = "ssr")]
mod render;
#[cfg(feature = "ssr")]
mod routes;
#[cfg(feature = "ssr")]
mod shell;

mod error;
#[cfg(feature = "ssr")]
mod paths;
mod ui;

#[cfg(feature = "ssr")]
mod about;
#[cfg(feature = "ssr")]
mod archive;
#[cfg(not(feature = "desk"))]
pub mod articles;
#[cfg(feature = "ssr")]
mod bylines;
#[cfg(not(feature = "desk"))]
pub mod comments;
pub mod desk;
#[cfg(not(feature = "desk"))]
pub mod display;
#[cfg(feature = "ssr")]
mod errors;
#[cfg(feature = "ssr")]
mod front;
#[cfg(feature = "ssr")]
mod history;
#[cfg(not(feature = "desk"))]
pub mod pageviews;
#[cfg(feature = "ssr")]
mod sections;
#[cfg(feature = "ssr")]
mod tags;

/// Prepares the page for islands.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

pub use error::ApiError;
#[cfg(feature = "ssr")]
pub use {
    comments::CommentDraft,
    context::{ApiContext, Assets, Refusal, SessionChange, Site, Slot},
    desk::document as desk_document,
    desk::people::letter,
    errors::sentence_in,
    i18n::english,
    paths::Address,
    render::{Page, PageRequest, render},
};
