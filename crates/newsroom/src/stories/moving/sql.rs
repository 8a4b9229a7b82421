use model::{ArticleId, Millis, StoryState};
use sqlx::AnyConnection;

use crate::Result;

/// Lets a story stand somewhere else.
pub(super) async fn stand(tx: &mut AnyConnection, id: ArticleId, state: StoryState) -> Result<()> {
    sqlx::query("update stories set state = $2 where article_id = $1")
        .bind(id.0)
        .bind(state.as_str())
        .execute(tx)
        .await?;
    Ok(())
}

/// Puts a story into the bin.
pub(super) async fn delete(tx: &mut AnyConnection, id: ArticleId, at: Millis, from: StoryState) -> Result<()> {
    sqlx::query("update stories set state = 'deleted', deleted_at = $2, deleted_from = $3 where article_id = $1")
        .bind(id.0)
        .bind(at.0)
        .bind(from.as_str())
        .execute(tx)
        .await?;
    Ok(())
}

/// Takes a story out of the bin. What it waited for is forgotten where its moment has passed.
pub(super) async fn undelete(tx: &mut AnyConnection, id: ArticleId, state: StoryState, now: Millis) -> Result<()> {
    sqlx::query(
        "update stories
            set state = $2, deleted_at = null, deleted_from = null,
                scheduled_at = case when scheduled_at > $3 then scheduled_at else null end
          where article_id = $1",
    )
    .bind(id.0)
    .bind(state.as_str())
    .bind(now.0)
    .execute(tx)
    .await?;
    Ok(())
}

/// The stories that were put into the bin up to a moment.
pub(super) async fn forgettable(connection: &mut AnyConnection, before: Millis, limit: i64) -> Result<Vec<ArticleId>> {
    let ids: Vec<i64> =
        sqlx::query_scalar("select article_id from stories where deleted_at <= $1 order by deleted_at limit $2")
            .bind(before.0)
            .bind(limit)
            .fetch_all(connection)
            .await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

/// Forgets a story: as a whole where it was never public, else all but what was published.
pub(super) async fn forget(tx: &mut AnyConnection, id: ArticleId) -> Result<()> {
    for statement in [
        "delete from previews where article_id = $1",
        "delete from stories where article_id = $1",
        "update articles
            set working = (select content from article_versions v where v.article_id = $1 and v.number = articles.version)
          where id = $1 and version > 0",
        "delete from comments where article_id = (select id from articles where id = $1 and version = 0)",
        "delete from articles where id = $1 and version = 0",
    ] {
        sqlx::query(statement).bind(id.0).execute(&mut *tx).await?;
    }
    Ok(())
}
