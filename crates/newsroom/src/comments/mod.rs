//! Readers' comments: posting, showing, deciding.

mod deciding;
mod importing;
mod sql;
mod thread;
mod throttle;

use model::{Actor, AppError, ArticleId, Comment, CommentId, CommentPosted, CommentState, NewComment};
use serde::Serialize;

use crate::{Newsroom, Reader, Result};

pub(crate) use importing::{Imported, import, recount};
pub(crate) use throttle::Throttle;

/// The door to the comments.
#[derive(Debug)]
pub struct Comments<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// A comment as a moderator's list shows it. The e-mail address stays out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommentLine {
    /// The comment.
    pub id: CommentId,
    /// The path of its article, or `/a/{id}` while the article has none.
    pub article: String,
    /// Who wrote it, as they signed.
    pub name: String,
    /// Where it stands.
    pub state: CommentState,
    /// Plain text, as typed.
    pub body: String,
    /// When it came in, RFC 3339 in UTC.
    pub posted_at: String,
}

impl Comments<'_> {
    /// The approved comments of an article, oldest first. One that answers a comment that is not shown hangs from the
    /// nearest one above that is. A comment that was erased after it was answered has neither name nor body.
    pub async fn list(&self, article: ArticleId) -> Result<Vec<Comment>> {
        let everything = sql::of_article(&mut *self.newsroom.store().read().await?, article).await?;
        Ok(thread::shown(everything))
    }

    /// Takes a comment in, held for a moderator. Posting it again with the same key answers the first one.
    ///
    /// Readers who comment too often are told when to come back; whoever runs the paper is not counted.
    pub async fn post(&self, actor: &Actor, from: &Reader, new: NewComment) -> Result<CommentPosted> {
        if let Some(posted) = self.posted_before(&new).await? {
            return Ok(posted);
        }
        let now = self.newsroom.now();
        if !actor.may_moderate() {
            self.newsroom.throttle().admit(from.network(), &new.key, now)?;
        }
        let mut tx = self.newsroom.store().write().await?;
        let inserted = sql::insert(&mut tx, &new, CommentState::Held, now).await?;
        tx.commit().await?;
        match inserted {
            Some(id) => Ok(CommentPosted { id, state: CommentState::Held }),
            // Its twin came in between. Nothing to be found then is one that was erased in the same moment.
            None => self.posted_before(&new).await?.ok_or_else(|| AppError::Unavailable.into()),
        }
    }

    /// What became of the comment that came with this key before; where none did, whether this one may be posted.
    async fn posted_before(&self, new: &NewComment) -> Result<Option<CommentPosted>> {
        let mut connection = self.newsroom.store().read().await?;
        if let Some(first) = sql::by_key(&mut connection, &new.key).await? {
            if first.says_the_same(new) {
                return Ok(Some(CommentPosted { id: first.id, state: first.state }));
            }
            return Err(AppError::Conflict { message: "comment-conflict".to_owned() }.into());
        }
        if !sql::is_listed(&mut connection, new.article_id).await? {
            return Err(AppError::NotFound.into());
        }
        if let Some(parent) = new.parent_id
            && !sql::is_approved(&mut connection, new.article_id, parent).await?
        {
            return Err(AppError::invalid("parent_id", "comment-parent-unknown").into());
        }
        Ok(None)
    }
}
