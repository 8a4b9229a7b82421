//! The people of the newsroom, and what they did.

mod api;
#[cfg(feature = "ssr")]
mod letters;

pub use api::*;
#[cfg(feature = "ssr")]
pub use letters::letter;
