//! Primitives without a feature of their own.

mod field;
mod textarea;

#[cfg(feature = "ssr")]
mod icon;
#[cfg(feature = "ssr")]
mod page_header;
#[cfg(feature = "ssr")]
mod page_title;
#[cfg(feature = "ssr")]
mod pagination;
#[cfg(feature = "ssr")]
mod time;

pub(crate) use field::Field;
#[cfg(feature = "desk")]
pub(crate) use textarea::LiveTextArea;
#[cfg(not(feature = "desk"))]
pub(crate) use textarea::TextArea;
#[cfg(feature = "ssr")]
pub(crate) use {icon::Icon, page_header::PageHeader, page_title::PageTitle, pagination::Pagination, time::Time};
