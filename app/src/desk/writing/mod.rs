//! Writing: the story's own page, and the same in place on the public page. The text itself is the editor's
//! (`frontend/web/editor`); what stands around it is Leptos, and the two speak JSON.

mod bar;
mod events;
mod in_place;
mod opening;
mod page;
mod panels;
mod save_line;
mod state;
mod surface;
mod toolbar;

pub use in_place::edit_in_place;
pub(crate) use page::StoryPage;
