//! The server over HTTP, in process: the real router on a real paper.

mod api;
mod article;
mod comments;
mod desk;
mod events;
mod harness;
mod history;
mod import;
mod listen;
mod live;
mod machine;
mod page_cache;
mod pages;
mod pageviews;
mod people;
mod permissions;
mod preview;
mod stories;
mod upload;
mod user;
