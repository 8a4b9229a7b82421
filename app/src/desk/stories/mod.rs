//! Stories: what is being written, by whom, and when it becomes public.

mod api;

pub use api::*;
