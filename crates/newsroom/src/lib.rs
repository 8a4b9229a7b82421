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
mod paths;
mod sections;
mod tags;

mod comments;
mod pageviews;
mod pictures;

mod demo;
mod import;
mod writing;

pub use articles::{Archive, ArchiveMonth, ArticleLine, Articles, Front, FrontBlock, VersionNote};
pub use bylines::Bylines;
pub use changes::{Change, ChangeKind, Changes};
pub use clock::Clock;
pub use comments::{CommentLine, Comments};
pub use error::{Error, Result};
pub use import::{ImportOptions, Imports};
pub use pageviews::{Pageviews, Reader};
pub use paper::{Config, Newsroom};
pub use paths::{Destination, Paths};
pub use pictures::{Format, LibraryEntry, PictureError, Pictures};
pub use sections::{NewSection, Sections};
pub use store::{Engine, OpenError};
pub use tags::Tags;
pub use writing::{Closing, Drafts, FRAME_MAX, Notice, SCHEMA, Seat, Written};
