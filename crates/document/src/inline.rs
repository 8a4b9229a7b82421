//! What stands within a line: text, marks, line breaks, footnotes.

use serde::{Deserialize, Serialize};

/// One piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Inline {
    /// Text that wears the same marks throughout.
    Text {
        /// The text; never empty.
        text: String,
        /// What it wears, in the order of [`Mark`].
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        marks: Vec<Mark>,
    },
    /// A line break inside a paragraph.
    Break,
    /// A footnote: a number here, its text at the foot of the article.
    Footnote {
        /// The note; it holds no footnotes itself.
        content: Vec<Inline>,
    },
}

/// What a piece of text wears.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Mark {
    /// A link.
    Link {
        /// Where it leads: http, https, mailto, tel or relative ([`crate::safe_url`]).
        href: String,
    },
    /// Strong importance.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Program text.
    Code,
    /// Struck out.
    Strike,
    /// Set below the line.
    Subscript,
    /// Set above the line.
    Superscript,
}

impl Inline {
    /// Plain text without marks.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), marks: Vec::new() }
    }
}
