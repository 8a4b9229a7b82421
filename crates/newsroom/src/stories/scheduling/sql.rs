use model::{ArticleId, Millis, StoryState};
use sqlx::AnyConnection;

use super::super::releasing::Release;
use crate::Result;

pub(super) async fn schedule(
    tx: &mut AnyConnection,
    id: ArticleId,
    state: StoryState,
    release: &Release,
    at: Millis,
) -> Result<()> {
    sqlx::query(
        "update stories
            set state = $2, scheduled_at = $3, scheduled_by = $4, schedule_kind = $5, schedule_note = $6,
                missed_at = null
          where article_id = $1",
    )
    .bind(id.0)
    .bind(state.as_str())
    .bind(at.0)
    .bind(&release.by)
    .bind(release.kind.map(model::VersionKind::as_str))
    .bind(Some(&release.note).filter(|note| !note.is_empty()))
    .execute(tx)
    .await?;
    Ok(())
}

/// Waits for nothing any more.
pub(super) async fn unschedule(
    tx: &mut AnyConnection,
    id: ArticleId,
    state: StoryState,
    missed_at: Option<Millis>,
) -> Result<()> {
    sqlx::query(
        "update stories
            set state = $2, scheduled_at = null, scheduled_by = null, schedule_kind = null, schedule_note = null,
                missed_at = $3
          where article_id = $1",
    )
    .bind(id.0)
    .bind(state.as_str())
    .bind(missed_at.map(|at| at.0))
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn embargo(tx: &mut AnyConnection, id: ArticleId, until: Option<Millis>) -> Result<()> {
    sqlx::query("update stories set embargo_until = $2 where article_id = $1")
        .bind(id.0)
        .bind(until.map(|until| until.0))
        .execute(tx)
        .await?;
    Ok(())
}

/// The story that has been due for longest.
pub(super) async fn due(connection: &mut AnyConnection, now: Millis) -> Result<Option<ArticleId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "select article_id from stories
          where scheduled_at <= $1 and state <> 'deleted'
          order by scheduled_at, article_id
          limit 1",
    )
    .bind(now.0)
    .fetch_optional(connection)
    .await?;
    Ok(id.map(ArticleId))
}

/// When the next story is due.
pub(super) async fn next_due(connection: &mut AnyConnection) -> Result<Option<Millis>> {
    let at: Option<i64> = sqlx::query_scalar(
        "select min(scheduled_at) from stories where scheduled_at is not null and state <> 'deleted'",
    )
    .fetch_one(connection)
    .await?;
    Ok(at.map(Millis))
}
