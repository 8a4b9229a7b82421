//! The comments that an import brings along, and how many are shown.

use model::{ArticleId, CommentId, CommentState, Millis};
use sqlx::AnyConnection;

use super::sql;
use crate::articles::Kept;
use crate::changes::{self, ChangeKind};
use crate::{Newsroom, Result};

/// A comment that an import brings along, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Imported {
    /// The stable id of the source: bringing it again updates the comment.
    pub reference: String,
    /// The reference of the comment it answers.
    pub parent: Option<String>,
    /// Who wrote it, as they signed.
    pub name: String,
    /// Their address; empty where the source has none.
    pub email: String,
    /// Plain text.
    pub body: String,
    /// Where it stood at the source. What was decided here since stays decided.
    pub state: CommentState,
    /// When it came in.
    pub posted_at: Millis,
}

/// Keeps a comment of an article. Parents come first: one that answers a comment not there yet stands by itself.
///
/// One that belongs to another article, or was erased here, is left alone. [`recount`] follows where something changed.
pub(crate) async fn import(tx: &mut AnyConnection, article: ArticleId, comment: &Imported) -> Result<Kept> {
    let known = sql::by_reference(tx, &comment.reference).await?;
    let parent = match &comment.parent {
        Some(reference) => sql::by_reference(tx, reference).await?.filter(|parent| parent.article == article),
        None => None,
    };
    let mut parent = parent.map(|parent| parent.id);
    let Some(known) = known else {
        sql::insert_imported(tx, article, parent, comment).await?;
        return Ok(Kept::Created);
    };
    if known.article != article || known.erased {
        return Ok(Kept::Unchanged);
    }
    if let Some(above) = parent
        && is_at_or_below(tx, above, known.id).await?
    {
        parent = None;
    }
    let state = if known.decided { known.state } else { comment.state };
    let changed = sql::update_imported(tx, known.id, parent, state, comment).await?;
    Ok(if changed { Kept::Updated } else { Kept::Unchanged })
}

/// Counts the approved comments of an article again, and tells the change log that they are other ones now.
pub(crate) async fn recount(tx: &mut AnyConnection, newsroom: &Newsroom, article: ArticleId) -> Result<()> {
    sql::recount(tx, article).await?;
    changes::append(tx, newsroom.store(), ChangeKind::Comments, article.0, newsroom.now()).await
}

/// Whether a comment is another one, or below it: they would answer each other in a ring.
async fn is_at_or_below(tx: &mut AnyConnection, comment: CommentId, above: CommentId) -> Result<bool> {
    let mut at = Some(comment);
    while let Some(id) = at {
        if id == above {
            return Ok(true);
        }
        at = sql::parent(tx, id).await?;
    }
    Ok(false)
}
