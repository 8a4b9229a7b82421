//! Readers' comments.

use serde::{Deserialize, Serialize};

use crate::{AppError, ArticleId, CommentId, Millis};

/// The most characters a comment may have.
pub const BODY_MAX: usize = 4_000;
const NAME_MAX: usize = 80;
const EMAIL_MAX: usize = 254;

/// A comment that readers see. It holds no e-mail address, so none can leak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// The comment; its anchor on the page is `comment-{id}`.
    pub id: CommentId,
    /// The comment it answers.
    pub parent_id: Option<CommentId>,
    /// Who wrote it, as they signed.
    pub name: String,
    /// Plain text, as typed.
    pub body: String,
    /// When it came in.
    pub posted_at: Millis,
}

/// What became of a comment that was just posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentPosted {
    /// The comment.
    pub id: CommentId,
    /// Whether it waits for a moderator.
    pub state: CommentState,
}

/// Where a comment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CommentState {
    /// Waits for a moderator.
    Held,
    /// On the page.
    Approved,
    /// Refused.
    Rejected,
    /// Advertising or worse.
    Spam,
}

impl CommentState {
    /// The word it is stored and sent as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Spam => "spam",
        }
    }

    /// Reads the word it is stored as.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Held, Self::Approved, Self::Rejected, Self::Spam].into_iter().find(|state| state.as_str() == word)
    }
}

/// A comment as somebody sends it in, checked for shape. Whether it may be posted is for the newsroom to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComment {
    /// The article it belongs to.
    pub article_id: ArticleId,
    /// The comment it answers.
    pub parent_id: Option<CommentId>,
    /// Who writes.
    pub name: String,
    /// Their address; never shown.
    pub email: String,
    /// What they say.
    pub body: String,
    /// Made by the form: two posts with the same key are one comment.
    pub key: String,
}

impl NewComment {
    /// Checks what a form sent. `parent_id` may be empty; fields are trimmed and line ends made one.
    pub fn parse(
        article_id: ArticleId,
        parent_id: &str,
        name: &str,
        email: &str,
        body: &str,
        key: &str,
    ) -> Result<Self, AppError> {
        let parent_id = match parent_id.trim() {
            "" => None,
            id => Some(id.parse().map_err(|_| AppError::invalid("parent_id", "comment-parent-unknown"))?),
        };
        let name = clean(name).replace('\n', " ");
        if name.is_empty() {
            return Err(AppError::invalid("name", "comment-name-missing"));
        }
        if name.chars().count() > NAME_MAX {
            return Err(AppError::invalid("name", "comment-name-long"));
        }
        let email = email.trim().to_owned();
        if email.is_empty() {
            return Err(AppError::invalid("email", "comment-email-missing"));
        }
        if !looks_like_an_address(&email) {
            return Err(AppError::invalid("email", "comment-email-wrong"));
        }
        let body = clean(body);
        if body.is_empty() {
            return Err(AppError::invalid("body", "comment-body-missing"));
        }
        if body.chars().count() > BODY_MAX {
            return Err(AppError::invalid("body", "comment-body-long"));
        }
        let key = key.trim().to_owned();
        if key.is_empty() || key.len() > 64 || !key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(AppError::invalid("key", "comment-key-wrong"));
        }
        Ok(Self { article_id, parent_id, name, email, body, key })
    }
}

/// Trims, makes line ends one kind, and drops control characters and the marks that turn text around.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter(|&c| {
            c == '\n'
                || c == '\t'
                || !(c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        })
        .collect();
    kept.trim().to_owned()
}

fn looks_like_an_address(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else { return false };
    email.len() <= EMAIL_MAX
        && !local.is_empty()
        && local.len() <= 64
        && !email.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"'))
        && domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, email: &str, body: &str, field: Option<&str>) {
        let parsed = NewComment::parse(ArticleId(1), "", name, email, body, "k-1");
        let wrong = parsed.err().map(|error| match error {
            AppError::Invalid { field, .. } => field,
            other => other.to_string(),
        });
        assert_eq!(wrong.as_deref(), field, "{name:?} {email:?} {body:?}");
    }

    #[test]
    fn a_form_error_names_its_field() {
        check("Ada", "ada@example.it", "Grazie.", None);
        check(" ", "ada@example.it", "Grazie.", Some("name"));
        check("\u{202e}", "ada@example.it", "Grazie.", Some("name"));
        check(&"a".repeat(81), "ada@example.it", "Grazie.", Some("name"));
        check("Ada", "", "Grazie.", Some("email"));
        check("Ada", "ada@localhost", "Grazie.", Some("email"));
        check("Ada", "a b@example.it", "Grazie.", Some("email"));
        check("Ada", "ada@-example.it", "Grazie.", Some("email"));
        check("Ada", "ada@example.it", "\n \u{0}", Some("body"));
        check("Ada", "ada@example.it", &"è".repeat(BODY_MAX), None);
        check("Ada", "ada@example.it", &"è".repeat(BODY_MAX + 1), Some("body"));
    }
}
