//! What the editor tells (`frontend/web/editor/types.ts`).

use serde::{Deserialize, Serialize};

/// An event: its name, and what the short ones say. The others are read again as what they are.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Event {
    #[serde(rename = "type")]
    pub name: String,
    pub people: Vec<Writer>,
    pub hints: Vec<Hint>,
    pub readonly: bool,
    /// Who published.
    pub by: String,
    /// Why the connection was closed.
    pub code: u32,
    pub reason: String,
}

/// How the writing is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Saving {
    /// `saving`, `saved`, `offline`, `device-full`, `refused`, `readonly`.
    pub state: String,
    /// When all was last known to be on the server's disk: milliseconds.
    pub at: Option<i64>,
}

/// What the selection is in.
#[expect(clippy::struct_excessive_bools, reason = "that is how the editor tells it")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Selection {
    pub block: String,
    pub level: Option<u32>,
    pub marks: Vec<String>,
    pub link: Option<String>,
    pub in_table: bool,
    pub in_footnote: bool,
    pub parents: Vec<String>,
    pub can_undo: bool,
    pub can_redo: bool,
}

/// The fields beside the body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub headline: String,
    pub kicker: String,
    pub standfirst: String,
    pub byline: Vec<String>,
    pub tags: Vec<String>,
    pub lang: Option<String>,
    pub section: Option<String>,
    pub slug: Option<String>,
    pub copyright: Option<String>,
    pub lead_image: Option<LeadImage>,
}

/// The picture at the top, as the shared document keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct LeadImage {
    /// The hash of the picture.
    pub picture: String,
    pub alt: String,
    pub caption: String,
    pub credit: Option<String>,
}

/// Somebody who has the story open.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Writer {
    pub name: String,
    /// `#rrggbb`.
    #[serde(default)]
    pub colour: String,
}

/// How long the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Count {
    pub words: u32,
    pub characters: u32,
    pub minutes: u32,
}

/// A form that the language does not have. Places are the editor's.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Hint {
    pub text: String,
    pub instead: String,
    pub from: u32,
    pub to: u32,
}

/// How often something was found, and which is the present one (from 0; -1 for none).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Found {
    pub count: i32,
    pub index: i32,
}
