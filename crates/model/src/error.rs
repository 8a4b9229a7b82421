//! The one error that crosses the wire.

use serde::{Deserialize, Serialize};

/// What can go wrong with a request, in words that tell nothing internal.
///
/// On the wire: `{"error": kind, "message": "…", "field": "…"}`, where `message` is a key of the Fluent files for
/// [`AppError::Invalid`] and a short English sentence otherwise.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "error", rename_all = "snake_case")]
pub enum AppError {
    /// There is nothing here.
    #[error("there is nothing at this address")]
    NotFound,
    /// There was something here; it was withdrawn.
    #[error("this was withdrawn")]
    Gone,
    /// Signing in comes first.
    #[error("sign in first")]
    SignInRequired,
    /// Not with this role.
    #[error("you may not do this")]
    Forbidden,
    /// A field does not hold what it should.
    #[error("{field}: {message}")]
    Invalid {
        /// The field, as the form names it.
        field: String,
        /// Why: a key of the Fluent files such as `comment-name-missing`, or a sentence where a program asks.
        message: String,
    },
    /// Somebody else changed it first, or the same key came with other words.
    #[error("{message}")]
    Conflict {
        /// What is in the way.
        message: String,
    },
    /// Too often.
    #[error("too many requests: try again in {retry_after} seconds")]
    TooMany {
        /// Seconds until it may be tried again.
        retry_after: u32,
    },
    /// Not now.
    #[error("not available at the moment")]
    Unavailable,
    /// Our fault. The number finds the log line.
    #[error("something went wrong here (reference {trace})")]
    Internal {
        /// What to look for in the log.
        trace: String,
    },
}

impl AppError {
    /// Says which field is wrong, and why.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self::Invalid { field: field.to_owned(), message: message.into() }
    }

    /// The HTTP status that says the same.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Gone => 410,
            Self::SignInRequired => 401,
            Self::Forbidden => 403,
            Self::Invalid { .. } => 422,
            Self::Conflict { .. } => 409,
            Self::TooMany { .. } => 429,
            Self::Unavailable => 503,
            Self::Internal { .. } => 500,
        }
    }
}
