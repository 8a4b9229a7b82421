//! What every request passes on its way in and out.

pub(crate) mod body_limit;
pub(crate) mod error_pages;
pub(crate) mod headers;
pub(crate) mod reader;
pub(crate) mod session;
pub(crate) mod url_limit;
