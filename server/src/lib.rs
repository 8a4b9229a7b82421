//! The executable around the paper: commands, configuration, HTTP.
//!
//! A request comes in at [`listen`], is answered from the [`page_cache`] where it can be, and else goes through the
//! [`router`] to `app`, which renders pages and runs server functions, or to the newsroom itself: sockets, events,
//! uploads, pictures.

pub mod boot;
pub mod cli;
pub mod config;
pub mod listen;

mod commands;
mod middleware;
mod page_cache;
mod router;
mod routes;
mod session;

pub use commands::run;

/// The addresses of every server function, for tests that must leave none out.
pub fn functions() -> Vec<&'static str> {
    leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect()
}
