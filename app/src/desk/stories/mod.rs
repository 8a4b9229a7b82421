//! Stories: what is being written, by whom, and when it becomes public.

mod api;

#[cfg(feature = "desk")]
pub(crate) mod begin;
#[cfg(feature = "desk")]
mod board;
#[cfg(feature = "desk")]
mod calendar;
#[cfg(feature = "desk")]
mod card;
#[cfg(feature = "desk")]
mod checks;
#[cfg(feature = "desk")]
mod filters;
#[cfg(feature = "desk")]
mod line;
#[cfg(feature = "desk")]
mod list;
#[cfg(feature = "desk")]
mod publishing;
#[cfg(feature = "desk")]
mod stretch;
#[cfg(feature = "desk")]
pub(crate) mod verbs;

pub use api::*;

#[cfg(feature = "desk")]
pub(crate) use {
    board::BoardPage,
    calendar::CalendarPage,
    checks::CheckList,
    filters::section_names,
    line::{headline, initials, timing},
    list::StoriesPage,
    publishing::{PublishDialog, Publishing},
};
