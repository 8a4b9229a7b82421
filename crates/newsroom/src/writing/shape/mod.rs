//! An article's content as a Yjs document, and back.
//!
//! The body is an XML fragment as y-prosemirror writes it: an element for each node, with the node's attributes, and a
//! text for each run of text, with marks as formatting. Headline, kicker and standfirst are texts, byline and tags
//! arrays, all other fields entries of a map.

mod read;
#[cfg(test)]
mod tests;
mod write;

use document::Inline;
use model::ArticleContent;

pub(super) use read::{Unreadable, read};
pub(super) use write::{replace, write};

/// What a draft holds: the content, and the last part of the address, which no version keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What an editor decides.
    pub content: ArticleContent,
    /// The last part of the address, where somebody chose it.
    pub slug: Option<String>,
}

const BODY: &str = "body";
const HEADLINE: &str = "headline";
const KICKER: &str = "kicker";
const STANDFIRST: &str = "standfirst";
const BYLINE: &str = "byline";
const TAGS: &str = "tags";
const FIELDS: &str = "fields";

const LANG: &str = "lang";
const SECTION: &str = "section";
const SLUG: &str = "slug";
const COPYRIGHT: &str = "copyright";
const LEAD_IMAGE: &str = "lead_image";
const MARKED: &str = "marked";

/// The words of a caption without their marks.
fn caption_text(caption: &[Inline]) -> String {
    let texts = caption.iter().filter_map(|inline| match inline {
        Inline::Text { text, .. } => Some(text.as_str()),
        Inline::Break => Some(" "),
        Inline::Footnote { .. } => None,
    });
    texts.collect()
}
