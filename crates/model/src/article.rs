//! Articles: what is written, and what is read.

use document::{Document, Inline};
use serde::{Deserialize, Serialize};

use crate::{ArticleId, Credit, Millis, Picture, SectionRef, TagId};

/// Everything an editor decides about an article; what a version keeps and its hash covers.
///
/// Sections, authors and tags are kept by name, so that an old version still reads right when they are renamed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleContent {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// The line above the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The headline.
    pub headline: String,
    /// The lines under the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// The section, as `Name` or `Name/Subsection`.
    pub section: String,
    /// Who signs, by name, in order.
    pub byline: Vec<String>,
    /// The tags, by name, in order.
    pub tags: Vec<String>,
    /// The picture at the top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_image: Option<LeadImage<String>>,
    /// The body.
    pub body: Document,
    /// The rights line; the site's own where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copyright: Option<String>,
}

/// The picture at the top of an article. `P` is its hash where it is kept, a [`Picture`] where it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadImage<P> {
    /// The picture.
    pub picture: P,
    /// What it shows.
    pub alt: String,
    /// The line under it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caption: Vec<Inline>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// A published article with all that its page shows, comments and related articles apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The article.
    pub id: ArticleId,
    /// The number of the published version, from 1.
    pub version: i64,
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// Its canonical path.
    pub path: String,
    /// The line above the headline.
    pub kicker: Option<String>,
    /// The headline.
    pub headline: String,
    /// The lines under the headline.
    pub standfirst: Option<String>,
    /// A clean beginning of the text, for descriptions.
    pub excerpt: String,
    /// The section.
    pub section: SectionRef,
    /// Who signs.
    pub byline: Vec<Credit>,
    /// The tags.
    pub tags: Vec<Tag>,
    /// When it was first published; never changes by itself.
    pub published_at: Millis,
    /// When readers were last told of a change.
    pub updated_at: Option<Millis>,
    /// The picture at the top.
    pub lead_image: Option<LeadImage<Picture>>,
    /// The body.
    pub body: Document,
    /// The pictures that the body's figures name.
    pub pictures: Vec<Picture>,
    /// The rights line of this article, where it has its own.
    pub copyright: Option<String>,
    /// How often it was read, imported readings included.
    pub views: i64,
    /// How many approved comments it has.
    pub comments: i64,
    /// The same story in other languages.
    pub translations: Vec<Translation>,
    /// How many words the body has.
    pub words: u32,
    /// What readers were told of its changes, latest first.
    #[serde(default)]
    pub notes: Vec<ReaderNote>,
}

/// What readers were told when a later version was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderNote {
    /// The version.
    pub version: i64,
    /// Why it was published.
    pub kind: VersionKind,
    /// What readers were told.
    pub note: String,
    /// When.
    pub at: Millis,
}

/// An article as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The article.
    pub id: ArticleId,
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// Its canonical path.
    pub path: String,
    /// The line above the headline.
    pub kicker: Option<String>,
    /// The headline.
    pub headline: String,
    /// The lines under the headline, else a clean beginning of the text.
    pub excerpt: String,
    /// The section.
    pub section: SectionRef,
    /// Who signs, as printed: "Anna Rossi, Luca Bianchi".
    pub byline: String,
    /// When it was first published.
    pub published_at: Millis,
    /// The picture at the top.
    pub lead_image: Option<LeadImage<Picture>>,
    /// How many approved comments it has.
    pub comments: i64,
}

/// The articles just before and just after one in its section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbours {
    /// The one published before.
    pub earlier: Option<Card>,
    /// The one published after.
    pub later: Option<Card>,
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The tag.
    pub id: TagId,
    /// Its name.
    pub name: String,
    /// The last part of `/tag/{slug}/`.
    pub slug: String,
}

/// The same story in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// Its canonical path.
    pub path: String,
    /// Its headline.
    pub headline: String,
}

/// Why a version was published. All but the first and a misprint carry a note for readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// The first publication.
    First,
    /// A misprint put right ("refuso").
    Misprint,
    /// More is known ("aggiornamento").
    Update,
    /// Something was wrong ("correzione").
    Correction,
    /// Something was unclear ("precisazione").
    Clarification,
    /// A correction somebody is entitled to ("rettifica").
    Rectification,
}

impl VersionKind {
    /// All of them, from the first publication to what weighs most.
    pub const ALL: [Self; 6] =
        [Self::First, Self::Misprint, Self::Update, Self::Correction, Self::Clarification, Self::Rectification];

    /// Reads the word it is stored as.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether readers are told why, in words.
    pub fn needs_note(self) -> bool {
        !matches!(self, Self::First | Self::Misprint)
    }

    /// The word it is stored and sent as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Misprint => "misprint",
            Self::Update => "update",
            Self::Correction => "correction",
            Self::Clarification => "clarification",
            Self::Rectification => "rectification",
        }
    }
}

/// Where an article stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleState {
    /// Being written ("bozza").
    Draft,
    /// On the site ("pubblicato").
    Published,
    /// Taken off the site ("ritirato").
    Withdrawn,
}
