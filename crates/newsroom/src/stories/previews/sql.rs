use model::{ArticleId, Millis, PreviewId, PreviewLine};
use sqlx::{AnyConnection, Row};

use crate::Result;

pub(super) async fn insert(
    tx: &mut AnyConnection,
    id: ArticleId,
    hash: &str,
    by: &str,
    at: Millis,
    expires_at: Millis,
) -> Result<()> {
    sqlx::query("insert into previews (article_id, hash, made_by, created_at, expires_at) values ($1, $2, $3, $4, $5)")
        .bind(id.0)
        .bind(hash)
        .bind(by)
        .bind(at.0)
        .bind(expires_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn of(connection: &mut AnyConnection, id: ArticleId, now: Millis) -> Result<Vec<PreviewLine>> {
    let rows = sqlx::query(
        "select id, made_by, created_at, expires_at
           from previews
          where article_id = $1 and expires_at > $2
          order by created_at desc, id desc",
    )
    .bind(id.0)
    .bind(now.0)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(PreviewLine {
                id: PreviewId(row.try_get(0)?),
                by: row.try_get(1)?,
                created_at: Millis(row.try_get(2)?),
                expires_at: Millis(row.try_get(3)?),
            })
        })
        .collect()
}

/// Ends a link of a story; answers whether there was one.
pub(super) async fn end(tx: &mut AnyConnection, id: ArticleId, preview: PreviewId) -> Result<bool> {
    let done = sqlx::query("delete from previews where id = $1 and article_id = $2")
        .bind(preview.0)
        .bind(id.0)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The story of a link that is good, and until when it is.
pub(super) async fn find(
    connection: &mut AnyConnection,
    hash: &str,
    now: Millis,
) -> Result<Option<(ArticleId, Millis)>> {
    let row = sqlx::query(
        "select p.article_id, p.expires_at
           from previews p
           join stories s on s.article_id = p.article_id
          where p.hash = $1 and p.expires_at > $2 and s.state <> 'deleted' and coalesce(s.embargo_until, 0) <= $2",
    )
    .bind(hash)
    .bind(now.0)
    .fetch_optional(connection)
    .await?;
    row.map(|row| Ok((ArticleId(row.try_get(0)?), Millis(row.try_get(1)?)))).transpose()
}

pub(super) async fn forget(tx: &mut AnyConnection, now: Millis) -> Result<()> {
    sqlx::query("delete from previews where expires_at <= $1").bind(now.0).execute(tx).await?;
    Ok(())
}
