//! The edition file: one article a line, as JSON. What `import jsonl` reads and `export` writes.

use std::collections::BTreeMap;

use document::Document;
use serde::{Deserialize, Serialize};

/// One line of an edition file. Exactly one of `html`, `markdown` and `blocks` holds the body.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(expecting = "an article as a JSON object")]
pub struct EditionArticle {
    /// The stable id of the source: importing it again updates the article.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The language.
    pub lang: String,
    /// The headline.
    pub headline: String,
    /// The line above the headline.
    pub kicker: Option<String>,
    /// The lines under the headline.
    pub standfirst: Option<String>,
    /// The last part of its address; made from the headline where there is none.
    pub slug: Option<String>,
    /// The old address, to keep alive.
    pub path: Option<String>,
    /// The section, as `Name` or `Name/Subsection`.
    pub section: String,
    /// Who signs.
    #[serde(default)]
    pub authors: Vec<String>,
    /// The tags.
    #[serde(default)]
    pub tags: Vec<String>,
    /// When it was first published, RFC 3339.
    pub published_at: Option<String>,
    /// When it was last changed, RFC 3339.
    pub updated_at: Option<String>,
    /// The body as HTML.
    pub html: Option<String>,
    /// The body as Markdown.
    pub markdown: Option<String>,
    /// The body as blocks.
    pub blocks: Option<Document>,
    /// The picture at the top.
    pub lead_image: Option<EditionImage>,
    /// The rights line.
    pub copyright: Option<String>,
    /// How often it was read before.
    pub views: Option<i64>,
    /// The `ref` of the article that this one translates.
    pub translation_of: Option<String>,
    /// Its comments.
    #[serde(default)]
    pub comments: Vec<EditionComment>,
    /// Whatever else the line holds: reported, not lost in silence.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, serde_json::Value>,
}

/// The picture at the top of an edition article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionImage {
    /// The file, relative to the edition file or to `--media`.
    pub file: String,
    /// What it shows.
    #[serde(default)]
    pub alt: String,
    /// The line under it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// A comment of an edition article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionComment {
    /// The stable id of the source.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The `ref` of the comment it answers.
    pub parent: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// Their address.
    pub email: Option<String>,
    /// When, RFC 3339.
    pub posted_at: String,
    /// What they said.
    pub text: String,
    /// `approved`, `held` or `spam`.
    pub state: String,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// What became of the articles.
    pub articles: Tally,
    /// What became of the comments.
    pub comments: Tally,
    /// What became of the pictures.
    pub media: Tally,
    /// Everything that was changed, dropped or refused.
    pub warnings: Vec<ImportWarning>,
}

/// How many of something an import made, changed, left and passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// New.
    pub created: u64,
    /// Changed.
    pub updated: u64,
    /// There already, and the same.
    pub unchanged: u64,
    /// Passed over, with a warning.
    pub skipped: u64,
}

/// One thing that an import changed, dropped or refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportWarning {
    /// The line of the edition file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The `ref` of the article.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The field, or the part of the body.
    pub field: String,
    /// What happened to it, as a sentence.
    pub message: String,
}
