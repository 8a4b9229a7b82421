//! Who is asking.

use serde::{Deserialize, Serialize};

/// Who asks for something. The first argument of whatever checks a permission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody on the public site.
    Reader,
    /// A command typed by whoever runs the program; may do everything.
    Operator,
}

/// What a member of staff may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Writes own drafts.
    Contributor,
    /// Writes and publishes own stories.
    Author,
    /// Works on everyone's stories.
    Editor,
    /// Decides on comments.
    Moderator,
    /// Does everything, settings and people included.
    Admin,
}

impl Actor {
    /// Whether this actor may publish, withdraw and see what is not public.
    pub fn runs_the_paper(&self) -> bool {
        matches!(self, Self::Operator)
    }
}
