//! What readers may know of how an article changed.

use serde::{Deserialize, Serialize};

use crate::{Article, ArticleId, Millis, SectionRef, VersionDiff, VersionKind, VersionLine};

/// The published versions of an article on the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// The article.
    pub id: ArticleId,
    /// Its language, as a BCP 47 tag.
    pub lang: String,
    /// Its headline today.
    pub headline: String,
    /// Its canonical path.
    pub path: String,
    /// Its section.
    pub section: SectionRef,
    /// Its versions, latest first, without who published them.
    pub versions: Vec<VersionLine>,
}

/// One published version of an article on the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastVersion {
    /// The article as that version said it; its address, section and numbers are today's.
    pub article: Article,
    /// The version, without who published it.
    pub version: VersionLine,
    /// The number of the latest version.
    pub latest: i64,
    /// What changed since the version before; nothing for the first.
    pub changes: Option<VersionDiff>,
}

/// A correction that readers were told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The article.
    pub article: ArticleId,
    /// The number of the version that corrected it.
    pub version: i64,
    /// A correction, a clarification or a rectification.
    pub kind: VersionKind,
    /// What readers were told.
    pub note: String,
    /// When.
    pub at: Millis,
    /// The article's language, as a BCP 47 tag.
    pub lang: String,
    /// The article's headline today.
    pub headline: String,
    /// The article's canonical path.
    pub path: String,
    /// The article's section.
    pub section: SectionRef,
}
