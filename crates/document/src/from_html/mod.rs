//! HTML in: whatever other systems hold, turned into typed blocks, with a report of what did not come along.
//!
//! The text is read once, token by token, with a stack of open elements and no tree ([`tokens`] says why). Its cost
//! grows with its length alone; the stack is bounded by [`DEEPEST`], the output by the limits of a body.

mod dropped;
mod elements;
mod entities;
mod frame;
mod frames;
mod nesting;
mod reader;
mod tokens;

use thiserror::Error;

use crate::{Document, Invalid, Limits};
use reader::Reader;
use tokens::{Token, Tokens};

/// How many elements may be open at once. Every tag may look at all of them.
const DEEPEST: usize = 128;

/// What became of an imported text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converted {
    /// The body: tidy and checked.
    pub document: Document,
    /// What did not come along, as sentences in English such as `dropped <iframe> of example.org (2 times)`.
    pub dropped: Vec<String>,
}

/// Why a text is not read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum HtmlError {
    /// More text than a body may hold, before or after reading it.
    #[error("the text is longer than {limit} bytes: split it in two")]
    TooLarge {
        /// The most that is possible.
        limit: usize,
    },
    /// More open elements than a stack may hold.
    #[error("more than {DEEPEST} elements are open at once: the text is not an article")]
    TooDeep,
    /// A body that is larger or deeper than the site allows.
    #[error(transparent)]
    Invalid(#[from] Invalid),
}

/// Reads HTML, well-formed or not, into a body of at most the default [`Limits`].
///
/// Paragraphs, headings, lists, quotes, figures, galleries, tables, code, insets (`class="box"`), pull quotes
/// (`class="pull-quote"`), players of known providers and the usual marks keep their meaning. A footnote is written where
/// its number stands, as `<span class="footnote">text</span>`; a picture's maker in its caption, as
/// `<small class="credit">name</small>`. Other elements leave their text; scripts, forms and the like leave nothing.
pub fn from_html(html: &str) -> Result<Converted, HtmlError> {
    let limits = Limits::default();
    let too_large = HtmlError::TooLarge { limit: limits.bytes };
    if html.len() > limits.bytes {
        return Err(too_large);
    }

    let mut reader = Reader::default();
    for token in Tokens::new(html) {
        match token {
            Token::Text(text) => reader.text(&text),
            Token::Start(tag) => reader.start(tag),
            Token::End(name) => reader.end(&name),
        }
        if reader.depth() > DEEPEST {
            return Err(HtmlError::TooDeep);
        }
        if reader.written() > limits.bytes {
            return Err(too_large);
        }
    }

    let (document, dropped) = reader.finish();
    let document = document.tidy();
    document.check(&limits)?;
    Ok(Converted { document, dropped: dropped.sentences() })
}

#[cfg(test)]
mod tests;
