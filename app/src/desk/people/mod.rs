//! The people of the newsroom, and what they did.

mod api;

pub use api::*;
