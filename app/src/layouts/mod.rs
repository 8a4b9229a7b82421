//! The frame around every page.

mod follow;
mod footer;
mod masthead;
mod site;

pub(crate) use follow::Follow;
pub(crate) use site::SiteLayout;
