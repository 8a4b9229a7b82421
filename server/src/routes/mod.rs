//! What answers, by address.

pub(crate) mod api;
pub(crate) mod assets;
pub(crate) mod desk;
pub(crate) mod events;
pub(crate) mod health;
pub(crate) mod live;
pub(crate) mod media;
pub(crate) mod pages;
pub(crate) mod preview;
pub(crate) mod refusal;
pub(crate) mod robots;
pub(crate) mod upload;
