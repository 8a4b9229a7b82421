use model::{ArticleId, Millis, UserId};
use sqlx::AnyConnection;

use crate::Result;

/// Writes down that what is written is public, and that nothing is waited for any more.
pub(super) async fn release(tx: &mut AnyConnection, id: ArticleId, missed_at: Option<Millis>) -> Result<()> {
    sqlx::query(
        "update stories
            set state = 'published', changed = 0, scheduled_at = null, scheduled_by = null, schedule_kind = null,
                schedule_note = null, missed_at = $2, embargo_until = null, withdrawn_line = null
          where article_id = $1",
    )
    .bind(id.0)
    .bind(missed_at.map(|at| at.0))
    .execute(tx)
    .await?;
    Ok(())
}

/// Writes down who made it public, to know how quickly they go about it.
pub(super) async fn note_release(tx: &mut AnyConnection, id: ArticleId, at: Millis, by: Option<UserId>) -> Result<()> {
    sqlx::query("update stories set released_at = $2, released_by = $3 where article_id = $1")
        .bind(id.0)
        .bind(at.0)
        .bind(by.map(|user| user.0))
        .execute(tx)
        .await?;
    Ok(())
}

/// How many articles somebody made public after a moment.
pub(super) async fn releases_since(connection: &mut AnyConnection, by: UserId, since: Millis) -> Result<i64> {
    Ok(sqlx::query_scalar("select count(*) from stories where released_by = $1 and released_at > $2")
        .bind(by.0)
        .bind(since.0)
        .fetch_one(connection)
        .await?)
}

/// Writes down that it is off the site, and what its address says.
pub(super) async fn withdraw(tx: &mut AnyConnection, id: ArticleId, line: &str) -> Result<()> {
    sqlx::query(
        "update stories
            set state = 'withdrawn', withdrawn_line = $2, scheduled_at = null, scheduled_by = null,
                schedule_kind = null, schedule_note = null
          where article_id = $1",
    )
    .bind(id.0)
    .bind(Some(line).filter(|line| !line.is_empty()))
    .execute(tx)
    .await?;
    Ok(())
}
