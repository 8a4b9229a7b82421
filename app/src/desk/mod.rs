//! The desk: where the newsroom works. A client-rendered application of its own, which readers never download.
//!
//! Each feature is a folder: `api.rs` are its server functions, compiled for both sides; the rest runs in the browser only.

pub mod people;
pub mod sessions;
pub mod settings;
pub mod stories;
