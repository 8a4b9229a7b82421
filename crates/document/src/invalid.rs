//! Why a body is refused.

use thiserror::Error;

/// Why a body is refused. `at` says where: `4.2.1` is the first block in the second entry of the fourth block.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Invalid {
    /// More JSON text than [`crate::Limits::bytes`].
    #[error("the body is longer than {limit} bytes: split the article in two")]
    TooLong {
        /// The most that is possible.
        limit: usize,
    },
    /// More blocks than [`crate::Limits::blocks`].
    #[error("the body has more than {limit} blocks: split the article in two")]
    TooManyBlocks {
        /// The most that is possible.
        limit: usize,
    },
    /// Deeper than [`crate::Limits::depth`].
    #[error("block {at} stands deeper than {limit} levels: take it out of some lists, quotes or boxes")]
    TooDeep {
        /// Where.
        at: String,
        /// The deepest that is possible.
        limit: usize,
    },
    /// A heading of another level than 2, 3 or 4.
    #[error("block {at}: a heading has level 2, 3 or 4, not {level}")]
    HeadingLevel {
        /// Where.
        at: String,
        /// The level it has.
        level: u8,
    },
    /// A block without what it is there to hold.
    #[error("block {at}: {what} is empty: fill it or delete it")]
    Empty {
        /// Where.
        at: String,
        /// What is empty, with its article.
        what: &'static str,
    },
    /// A footnote in a footnote.
    #[error("block {at}: a footnote cannot hold another footnote")]
    NestedFootnote {
        /// Where.
        at: String,
    },
    /// An address that [`crate::safe_url`] refuses or would write differently.
    #[error(
        "block {at}: the address {address:?} cannot be linked: use http, https, mailto, tel or a path of this site"
    )]
    UnsafeAddress {
        /// Where.
        at: String,
        /// The address.
        address: String,
    },
    /// An embed whose id is not of its provider's shape.
    #[error("block {at}: {id:?} is not an id of {provider}")]
    EmbedId {
        /// Where.
        at: String,
        /// The provider's name.
        provider: &'static str,
        /// The id.
        id: String,
    },
    /// A control character in a text.
    #[error("block {at}: the text holds an invisible control character: type the passage again")]
    ControlCharacter {
        /// Where.
        at: String,
    },
    /// Marks in another order than that of [`crate::Mark`], or one twice.
    #[error("block {at}: the marks of a text stand in their order, each once")]
    Marks {
        /// Where.
        at: String,
    },
    /// A cell over no or too many columns or rows.
    #[error("block {at}: a cell spans 1 to 100 columns and rows, not {span}")]
    Span {
        /// Where.
        at: String,
        /// The span it has.
        span: u32,
    },
}
