//! What somebody typed into the form, kept while the page tells them what is wrong with it.

use model::{AppError, ArticleId, CommentId, CommentPosted, NewComment};
use newsroom::{Newsroom, Reader};
use serde::Deserialize;

/// The comment form as it was sent without script.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CommentDraft {
    /// The article it belongs to.
    pub article_id: i64,
    /// The comment it answers; may be empty.
    pub parent_id: String,
    /// Who writes.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they say.
    pub body: String,
    /// Made with the form.
    pub key: String,
    /// Why it was refused.
    #[serde(skip)]
    pub refused: Option<AppError>,
}

impl CommentDraft {
    /// Sends it in. What is refused keeps why, to be shown beside its field.
    pub async fn post(&mut self, newsroom: &Newsroom, reader: &Reader) -> Option<CommentPosted> {
        match self.try_post(newsroom, reader).await {
            Ok(posted) => Some(posted),
            Err(error) => {
                self.refused = Some(error);
                None
            }
        }
    }

    async fn try_post(&self, newsroom: &Newsroom, reader: &Reader) -> Result<CommentPosted, AppError> {
        let article = ArticleId(self.article_id);
        let new = NewComment::parse(article, &self.parent_id, &self.name, &self.email, &self.body, &self.key())?;
        Ok(newsroom.comments().post(&model::Actor::Reader, reader, new).await?)
    }

    /// A page is the same for everybody, so a form sent without script has no key of its own: what it says is its key.
    fn key(&self) -> String {
        if !self.key.is_empty() {
            return self.key.clone();
        }
        let fields = [&self.article_id.to_string(), &self.parent_id, &self.name, &self.email, &self.body];
        let mut hasher = blake3::Hasher::new();
        for field in fields {
            hasher.update(&(field.len() as u64).to_le_bytes()).update(field.as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }

    /// The comment that the form answers.
    pub fn parent(&self) -> Option<CommentId> {
        self.parent_id.trim().parse().ok()
    }
}
