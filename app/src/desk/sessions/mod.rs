//! Signing in, signing out, and what people set for themselves.

mod api;

pub use api::*;
