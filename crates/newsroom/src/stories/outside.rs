//! What stories ask of other features, each behind one function.

use model::{Actor, ArticleContent, ArticleId};
use sqlx::AnyConnection;

use crate::{Newsroom, Result};

/// Writes into the audit log.
pub(super) async fn note(
    _tx: &mut AnyConnection,
    _newsroom: &Newsroom,
    actor: &Actor,
    action: &str,
    id: ArticleId,
    detail: &str,
) -> Result<()> {
    tracing::info!(who = actor.name(), action, article = id.0, detail, "the desk did something");
    Ok(())
}

/// What the draft of a story says at this moment, where somebody writes in it; none where the working copy has it all.
pub(super) async fn live(_newsroom: &Newsroom, _id: ArticleId) -> Result<Option<ArticleContent>> {
    Ok(None)
}

/// Makes the draft of a story say something else, for everybody who has it open.
pub(super) async fn rewrite(
    _newsroom: &Newsroom,
    _actor: &Actor,
    _id: ArticleId,
    _content: &ArticleContent,
) -> Result<()> {
    Ok(())
}

/// Forgets the draft of a story for good.
pub(super) async fn forget(_tx: &mut AnyConnection, _id: ArticleId) -> Result<()> {
    Ok(())
}

/// How somebody signs stories.
pub(super) async fn byline(_newsroom: &Newsroom, actor: &Actor) -> Result<Option<String>> {
    Ok(actor.user().map(|_| actor.name().to_owned()))
}

/// Where the paper is on the web, without a slash at the end, where that is known here.
pub(super) fn base_url(_newsroom: &Newsroom) -> Option<String> {
    None
}
