//! What moderators do.

use jiff::Timestamp;
use model::{Actor, AppError, CommentId, CommentState, Millis};
use sqlx::AnyConnection;

use super::importing::recount;
use super::{CommentLine, Comments, sql};
use crate::{Newsroom, Result, audit};

impl Comments<'_> {
    /// The comments after `after`, by id, with what a moderator needs to know; in all states where none is named.
    pub async fn lines(
        &self,
        actor: &Actor,
        state: Option<CommentState>,
        after: Option<CommentId>,
        limit: u32,
    ) -> Result<Vec<CommentLine>> {
        must_run_the_paper(actor)?;
        let after = after.map_or(0, |id| id.0);
        sql::lines(&mut *self.newsroom.store().read().await?, state, after, i64::from(limit)).await
    }

    /// Decides on a comment, as often as anybody changes their mind.
    pub async fn decide(&self, actor: &Actor, id: CommentId, state: CommentState) -> Result<()> {
        must_run_the_paper(actor)?;
        let mut tx = self.newsroom.store().write().await?;
        let standing = sql::standing(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        sql::decide(&mut tx, id, state, self.newsroom.now(), actor.name()).await?;
        note(&mut tx, actor, self.newsroom, id, state.as_str()).await?;
        let readers_see_it = state != standing.state && [state, standing.state].contains(&CommentState::Approved);
        if readers_see_it {
            recount(&mut tx, self.newsroom, standing.article).await?;
        }
        tx.commit().await?;
        self.newsroom.bell().ring();
        Ok(())
    }

    /// Removes somebody's words, name and address for good.
    ///
    /// An empty row stays where comments answer it, and is shown while one of them is; it also stays where the comment
    /// was imported, so that importing again does not bring it back.
    pub async fn erase(&self, actor: &Actor, id: CommentId) -> Result<()> {
        must_run_the_paper(actor)?;
        let mut tx = self.newsroom.store().write().await?;
        let standing = sql::standing(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        let answers = sql::answers(&mut tx, id).await?;
        if answers.all > 0 || standing.imported {
            let state = if answers.approved > 0 { standing.state } else { CommentState::Rejected };
            sql::blank(&mut tx, id, state, self.newsroom.now(), actor.name()).await?;
        } else {
            sql::delete(&mut tx, id).await?;
        }
        note(&mut tx, actor, self.newsroom, id, "erased").await?;
        if standing.state == CommentState::Approved {
            recount(&mut tx, self.newsroom, standing.article).await?;
        }
        tx.commit().await?;
        self.newsroom.bell().ring();
        Ok(())
    }
}

/// Notes what became of a comment.
async fn note(
    tx: &mut AnyConnection,
    actor: &Actor,
    newsroom: &Newsroom,
    comment: CommentId,
    what: &str,
) -> Result<()> {
    audit::note(tx, actor, newsroom.now(), "comment", &format!("comment:{comment}"), what).await
}

fn must_run_the_paper(actor: &Actor) -> Result<(), AppError> {
    if actor.may_moderate() { Ok(()) } else { Err(AppError::Forbidden) }
}

/// A moment as RFC 3339 in UTC.
pub(super) fn rfc3339(at: Millis) -> String {
    Timestamp::from_millisecond(at.0).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}
