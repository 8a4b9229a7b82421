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

pub use api::{
    begin_story, check_story, delete_story, diff_story, embargo_story, end_preview, get_picture, get_story,
    list_bylines, list_stories, list_tags, make_preview, move_story, publish_story, restore_story, schedule_story,
    story_calendar, story_moment, undelete_story, unschedule_story, withdraw_story,
};

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
