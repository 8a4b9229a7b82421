//! Ids that the compiler keeps apart.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// An article, in every version of it.
    ArticleId,
    /// Somebody who signs articles; not an account.
    AuthorId,
    /// A reader's comment.
    CommentId,
    /// A section or subsection.
    SectionId,
    /// A tag.
    TagId,
    /// A member of staff: an account, not a byline.
    UserId,
    /// A signed-in browser.
    SessionId,
    /// A passkey.
    PasskeyId,
    /// A preview link.
    PreviewId,
}
