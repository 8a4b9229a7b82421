//! What stories ask of other features, each behind one function.

use model::{Actor, ArticleContent, ArticleId};
use sqlx::AnyConnection;

use crate::writing::{self, Notice};
use crate::{Newsroom, Result, audit};

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
pub(super) async fn live(newsroom: &Newsroom, id: ArticleId) -> Result<Option<ArticleContent>> {
    let drafts = newsroom.drafts();
    if !drafts.is_begun(id).await? {
        return Ok(None);
    }
    // The address is not part of the content: it comes along with the working copy.
    drafts.sync(id).await?;
    drafts.content(id).await.map(Some)
}

/// Makes the draft of a story say something else, for everybody who has it open.
pub(super) async fn rewrite(newsroom: &Newsroom, actor: &Actor, id: ArticleId, content: &ArticleContent) -> Result<()> {
    newsroom.drafts().replace(actor, id, content.clone()).await
}

/// Forgets the draft of a story for good.
pub(super) async fn forget(tx: &mut AnyConnection, id: ArticleId) -> Result<()> {
    writing::forget(tx, id).await
}

/// Tells everybody who has the draft of a story open.
pub(super) async fn tell(newsroom: &Newsroom, id: ArticleId, notice: &Notice) {
    newsroom.drafts().tell(id, notice).await;
}

/// How somebody signs stories.
pub(super) async fn byline(newsroom: &Newsroom, actor: &Actor) -> Result<Option<String>> {
    if actor.user().is_none() {
        return Ok(None);
    }
    let me = newsroom.people().me(actor).await?;
    Ok(me.byline.or(Some(me.name)))
}

/// Where the paper is on the web, without a slash at the end, where that is known here.
pub(super) fn base_url(newsroom: &Newsroom) -> Option<String> {
    Some(newsroom.base_url().trim_end_matches('/').to_owned()).filter(|url| !url.is_empty())
}
