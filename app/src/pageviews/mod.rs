//! How often an article is read, as the page shows it.

mod api;
mod islands;

#[cfg(feature = "ssr")]
mod components;

pub use api::{ViewCount, get_views, record_view};
pub use islands::Views;

#[cfg(feature = "ssr")]
pub(crate) use components::ViewsLine;
