//! What stories ask of other features, each behind one function.

use model::{Actor, ArticleContent, ArticleId, StoryState};
use sqlx::AnyConnection;

use crate::{Error, Newsroom, Result, audit};

/// Writes into the audit log.
pub(super) async fn note(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    actor: &Actor,
    action: &str,
    id: ArticleId,
    detail: &str,
) -> Result<()> {
    audit::note(tx, actor, newsroom.now(), action, &format!("article:{id}"), detail).await
}

/// What a draft says.
#[derive(Clone, Debug)]
pub(super) struct Live {
    /// All that a version keeps.
    pub content: ArticleContent,
    /// The last part of the address, where somebody chose one.
    pub slug: Option<String>,
}

/// What the draft of a story says at this moment, where somebody writes in it; none where the working copy has it all.
pub(super) async fn live(_newsroom: &Newsroom, _id: ArticleId) -> Result<Option<Live>> {
    Ok(None)
}

/// Tells everybody who has the draft open that it was published.
pub(super) async fn published(_newsroom: &Newsroom, _id: ArticleId, _version: i64, _by: &str) {}

/// Tells everybody who has the draft open where the story stands now.
pub(super) async fn moved(_newsroom: &Newsroom, _id: ArticleId, _state: StoryState) {}

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

/// How somebody signs stories; the operator signs none.
pub(super) async fn byline(newsroom: &Newsroom, actor: &Actor) -> Result<Option<String>> {
    if actor.user().is_none() {
        return Ok(None);
    }
    match newsroom.people().me(actor).await {
        Ok(me) => Ok(me.byline.or_else(|| Some(actor.name().to_owned()))),
        Err(Error::App(_)) => Ok(Some(actor.name().to_owned())),
        Err(why) => Err(why),
    }
}

/// Where the paper is on the web, without a slash at the end, where that is known.
pub(super) fn base_url(newsroom: &Newsroom) -> Option<&str> {
    Some(newsroom.base_url()).filter(|url| !url.is_empty())
}
