//! What the newspaper does. Rules, SQL, pictures and imports; no HTTP, no Leptos, no environment.
//!
//! [`Newsroom`] is the way in: one handle, cheap to clone, with a door for every feature. Within a feature, `mod.rs`
//! holds the rules and `sql.rs` every statement; features call each other through their doors only.

mod clock;
mod error;
mod paper;
mod store;

mod changes;
mod site;

mod articles;
mod bylines;
mod jobs;
mod paths;
mod sections;
mod stories;
mod tags;

mod comments;
mod pageviews;
mod pictures;

mod demo;
mod import;

pub use articles::{Archive, ArchiveMonth, ArticleLine, Articles, Front, FrontBlock, VersionNote};
pub use bylines::Bylines;
pub use changes::{Change, ChangeKind, Changes};
pub use clock::Clock;
pub use comments::{CommentLine, Comments};
pub use error::{Error, Result};
pub use import::{ImportOptions, Imports};
pub use jobs::Jobs;
pub use pageviews::{Pageviews, Reader};
pub use paper::{Config, Newsroom};
pub use paths::{Destination, Paths};
pub use pictures::{Accepted, FILE_MAX, Format, LibraryEntry, PictureError, Pictures};
pub use sections::{NewSection, Sections};
pub use store::{Engine, OpenError};
pub use stories::{Preview, Stories};
pub use tags::Tags;
