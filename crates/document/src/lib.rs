//! The body of an article as data: typed blocks and marks.
//!
//! A [`Document`] is checked once, where it enters ([`Document::check`]); everything after trusts it.
//! Nothing here reads a file, waits or knows a browser.

mod block;
mod check;
mod embed;
mod excerpt;
#[cfg(feature = "import")]
mod from_html;
#[cfg(feature = "import")]
mod from_markdown;
mod html;
mod inline;
mod invalid;
mod prosemirror;
#[cfg(test)]
mod sample;
mod text;
mod tidy;
mod url;
mod walk;

pub use block::{Block, Cell, Embed, Figure, ListItem, Provider, Row};
pub use check::Limits;
#[cfg(feature = "import")]
pub use from_html::{Converted, HtmlError, from_html};
#[cfg(feature = "import")]
pub use from_markdown::from_markdown;
pub use inline::{Inline, Mark};
pub use invalid::Invalid;
pub use prosemirror::ProseMirrorError;
pub use url::safe_url;

use serde::{Deserialize, Serialize};

/// The body of one article, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Document {
    /// The blocks from top to bottom.
    pub blocks: Vec<Block>,
}
