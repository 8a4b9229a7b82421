//! Bylines: who signs. Credits, not accounts.

use serde::{Deserialize, Serialize};

use crate::{AuthorId, Picture};

/// Somebody who signs articles, as their own page shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The author.
    pub id: AuthorId,
    /// The name as printed.
    pub name: String,
    /// The last part of `/author/{slug}/`.
    pub slug: String,
    /// What they do, such as "Inviata a Bruxelles".
    pub role: Option<String>,
    /// Who they are, in a few sentences of plain text.
    pub bio: Option<String>,
    /// Their portrait.
    pub portrait: Option<Picture>,
}

/// One name in an article's byline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// The name as printed.
    pub name: String,
    /// The last part of `/author/{slug}/`.
    pub slug: String,
    /// What they do.
    pub role: Option<String>,
    /// Who they are.
    pub bio: Option<String>,
}
