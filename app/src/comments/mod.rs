//! Readers' comments: the thread, the form, and what they send and ask.

mod api;
mod islands;

#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
mod draft;
#[cfg(feature = "ssr")]
mod thread;

pub use api::{list_comments, post_comment};
pub use islands::{Discussion, FormState, FormWords, Outcome};

#[cfg(feature = "ssr")]
pub(crate) use components::Comments;
#[cfg(feature = "ssr")]
pub use draft::CommentDraft;
