//! What an article body is made of, from top to bottom.

use serde::{Deserialize, Serialize};

use crate::Inline;

/// One block of an article body. The list is closed: a new block does not compile until every reader of it has a look for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// Running text.
    Paragraph {
        /// The text.
        content: Vec<Inline>,
    },
    /// A subhead. The page's own headline is level 1.
    Heading {
        /// 2, 3 or 4.
        level: u8,
        /// The text.
        content: Vec<Inline>,
    },
    /// A bulleted or numbered list.
    List {
        /// Numbered, not bulleted.
        ordered: bool,
        /// The number of the first item of a numbered list.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        start: u32,
        /// The items; each holds blocks, so lists nest.
        items: Vec<ListItem>,
    },
    /// Somebody else's words.
    Quote {
        /// What was said.
        content: Vec<Block>,
        /// Who said it, and where.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        source: Vec<Inline>,
    },
    /// A line of the article itself, set large.
    PullQuote {
        /// The line.
        content: Vec<Inline>,
        /// Who said it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        source: Vec<Inline>,
    },
    /// A picture with its caption.
    Figure(Figure),
    /// Several pictures that belong together.
    Gallery {
        /// The pictures, in order.
        figures: Vec<Figure>,
    },
    /// Rows and columns.
    Table {
        /// What the table shows.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
        /// The rows; header cells say so themselves.
        rows: Vec<Row>,
    },
    /// Program text, kept as typed.
    Code {
        /// The language, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The text, with its line ends.
        text: String,
    },
    /// An inset beside the story: key facts, background, a note to readers.
    Box {
        /// The title of the inset.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        title: Vec<Inline>,
        /// What it holds.
        content: Vec<Block>,
    },
    /// Something hosted elsewhere, loaded only when the reader asks for it.
    Embed(Embed),
    /// A change of scene.
    Rule,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListItem {
    /// What the entry holds; at least one block.
    pub content: Vec<Block>,
}

/// A picture in the body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The picture's content hash; fresh from an import, the address it came from, until the picture is stored.
    pub picture: String,
    /// What the picture shows, for those who do not see it; empty where it only decorates.
    #[serde(default)]
    pub alt: String,
    /// The line under the picture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caption: Vec<Inline>,
    /// Who made the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Row {
    /// The cells from first to last column.
    pub cells: Vec<Cell>,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// A header of its row or column.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub header: bool,
    /// How many columns it spans.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub colspan: u32,
    /// How many rows it spans.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rowspan: u32,
    /// The text.
    pub content: Vec<Inline>,
}

/// Something hosted elsewhere: who hosts it, and which one it is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embed {
    /// Who hosts it.
    pub provider: Provider,
    /// Its id at the provider.
    pub id: String,
    /// What it is, shown before it is loaded.
    #[serde(default)]
    pub title: String,
}

/// Who may host an embed. An address of anyone else stays a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// `YouTube`; the id is the video's.
    Youtube,
    /// Vimeo; the id is the video's number.
    Vimeo,
    /// Spotify; the id is `kind/id`, such as `episode/4rOoJ6Egrf8K2IrywzwOMk`.
    Spotify,
    /// OpenStreetMap; the id is `zoom/latitude/longitude`.
    Openstreetmap,
}

const fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_one(number: &u32) -> bool {
    *number == 1
}
