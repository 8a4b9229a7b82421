//! The server over HTTP, in process: the real router on a real paper.

mod api;
mod comments;
mod harness;
mod import;
mod machine;
mod page_cache;
mod pages;
mod pageviews;
mod people;
mod permissions;
mod user;
