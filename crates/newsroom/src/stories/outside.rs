//! What stories ask of other features, each behind one function.

use model::{Actor, ArticleContent, ArticleId, StoryState};
use sqlx::AnyConnection;

use crate::writing::{self, Notice, Written};
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

/// What the draft of a story says at this moment, checked; none where nobody opened one yet, and the working copy has
/// it all.
pub(super) async fn live(newsroom: &Newsroom, id: ArticleId) -> Result<Option<Written>> {
    let drafts = newsroom.drafts();
    if drafts.is_begun(id).await? { drafts.written(id).await.map(Some) } else { Ok(None) }
}

/// Tells everybody who has the draft open that it was published.
pub(super) async fn published(newsroom: &Newsroom, id: ArticleId, version: i64, by: &str) {
    newsroom.drafts().tell(id, &Notice::Published { version, by: by.to_owned() }).await;
}

/// Tells everybody who has the draft open where the story stands now.
pub(super) async fn moved(newsroom: &Newsroom, id: ArticleId, state: StoryState) {
    newsroom.drafts().tell(id, &Notice::State { state: state.as_str().to_owned() }).await;
}

/// Makes the draft of a story say what it said in a version, for everybody who has it open, and notes that.
pub(super) async fn rewrite(
    newsroom: &Newsroom,
    actor: &Actor,
    id: ArticleId,
    content: ArticleContent,
    version: i64,
) -> Result<()> {
    newsroom.drafts().replace(actor, id, content, "restore", &version.to_string()).await
}

/// Forgets the draft of a story for good.
pub(super) async fn forget(tx: &mut AnyConnection, id: ArticleId) -> Result<()> {
    writing::forget(tx, id).await
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
