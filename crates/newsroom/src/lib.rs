//! What the newspaper does. Rules, SQL, people, drafts, pictures, mail and imports; no HTTP, no Leptos, no environment.
//!
//! [`Newsroom`] is the way in: one handle, cheap to clone, with a door for every feature. Within a feature, `mod.rs`
//! holds the rules and `sql.rs` every statement; features call each other through their doors only.

mod clock;
mod error;
mod paper;
mod secret;
mod store;

mod audit;
mod changes;
mod mail;
mod site;

mod passkeys;
mod people;
mod sessions;
mod wizard;

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
mod writing;

pub use articles::{Archive, ArchiveMonth, ArticleLine, Articles, Front, FrontBlock, VersionNote};
pub use audit::Audit;
pub use bylines::Bylines;
pub use changes::{Change, ChangeKind, Changes};
pub use clock::Clock;
pub use comments::{CommentLine, Comments};
pub use error::{Error, Result};
pub use import::{ImportOptions, Imports};
pub use jobs::Jobs;
pub use mail::{Letter, MailConfig, Words};
pub use pageviews::{Pageviews, Reader};
pub use paper::{Config, Newsroom};
pub use passkeys::Passkeys;
pub use paths::{Destination, Paths};
pub use people::People;
pub use pictures::{Accepted, FILE_MAX, Format, LibraryEntry, PictureError, Pictures};
pub use sections::{NewSection, Sections};
pub use sessions::{Found, Opened, SESSION_DAYS, Sessions};
pub use store::{Engine, OpenError};
pub use stories::{Preview, Stories};
pub use tags::Tags;
pub use wizard::Wizard;
pub use writing::{Closing, Drafts, FRAME_MAX, Notice, Presence, SCHEMA, Seat, Written};
