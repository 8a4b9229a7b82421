//! The paper's particulars, and the wizard that asks for them first.

mod api;

pub use api::*;
