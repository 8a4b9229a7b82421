use model::{ArticleId, Millis, ReaderNote, VersionKind, VersionLine};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::Version;
use crate::Result;

pub(super) async fn latest(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<Version>> {
    let row = sqlx::query(
        "select article_id, number, kind, note, content, published_at, published_by, previous_hash, hash
           from article_versions
          where article_id = $1
          order by number desc
          limit 1",
    )
    .bind(id.0)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(version).transpose()
}

pub(super) async fn get(connection: &mut AnyConnection, id: ArticleId, number: i64) -> Result<Option<Version>> {
    let row = sqlx::query(
        "select article_id, number, kind, note, content, published_at, published_by, previous_hash, hash
           from article_versions
          where article_id = $1 and number = $2",
    )
    .bind(id.0)
    .bind(number)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(version).transpose()
}

pub(super) async fn lines(connection: &mut AnyConnection, id: ArticleId) -> Result<Vec<VersionLine>> {
    let rows = sqlx::query(
        "select number, kind, note, published_at, published_by, hash
           from article_versions
          where article_id = $1
          order by number desc",
    )
    .bind(id.0)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(VersionLine {
                number: row.try_get(0)?,
                kind: kind(row.try_get(1)?),
                note: row.try_get(2)?,
                published_at: Millis(row.try_get(3)?),
                by: row.try_get(4)?,
                hash: row.try_get(5)?,
            })
        })
        .collect()
}

pub(super) async fn notes(connection: &mut AnyConnection, id: ArticleId) -> Result<Vec<ReaderNote>> {
    let rows = sqlx::query(
        "select number, kind, note, published_at
           from article_versions
          where article_id = $1 and note is not null
          order by number desc",
    )
    .bind(id.0)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(ReaderNote {
                version: row.try_get(0)?,
                kind: kind(row.try_get(1)?),
                note: row.try_get(2)?,
                at: Millis(row.try_get(3)?),
            })
        })
        .collect()
}

/// A word that a later program wrote reads as the kind that says least.
fn kind(word: &str) -> VersionKind {
    VersionKind::parse(word).unwrap_or(VersionKind::Update)
}

pub(super) async fn insert(tx: &mut AnyConnection, version: &Version) -> Result<()> {
    sqlx::query(
        "insert into article_versions
                (article_id, number, kind, note, content, published_at, published_by, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(version.article.0)
    .bind(version.number)
    .bind(&version.kind)
    .bind(&version.note)
    .bind(&version.content)
    .bind(version.published_at.0)
    .bind(&version.published_by)
    .bind(&version.previous_hash)
    .bind(&version.hash)
    .execute(tx)
    .await?;
    Ok(())
}

/// The versions after one, in the order of article and number; each with whether it can be read at all.
pub(super) async fn after(
    connection: &mut AnyConnection,
    (article, number): (ArticleId, i64),
    limit: i64,
) -> Result<Vec<(ArticleId, i64, Result<Version>)>> {
    let rows = sqlx::query(
        "select article_id, number, kind, note, content, published_at, published_by, previous_hash, hash
           from article_versions
          where (article_id, number) > ($1, $2)
          order by article_id, number
          limit $3",
    )
    .bind(article.0)
    .bind(number)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((ArticleId(row.try_get(0)?), row.try_get(1)?, version(row)))).collect()
}

/// The articles whose latest version is not the last in their chain, with the number that it should have.
pub(super) async fn cut_short(connection: &mut AnyConnection) -> Result<Vec<(ArticleId, i64)>> {
    let rows = sqlx::query(
        "select a.id, a.version
           from articles a
           left join (select article_id, max(number) as last from article_versions group by article_id) v
             on v.article_id = a.id
          where a.version <> coalesce(v.last, 0)
          order by a.id",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((ArticleId(row.try_get(0)?), row.try_get(1)?))).collect()
}

fn version(row: &AnyRow) -> Result<Version> {
    Ok(Version {
        article: ArticleId(row.try_get(0)?),
        number: row.try_get(1)?,
        kind: row.try_get(2)?,
        note: row.try_get(3)?,
        content: row.try_get(4)?,
        published_at: Millis(row.try_get(5)?),
        published_by: row.try_get(6)?,
        previous_hash: row.try_get(7)?,
        hash: row.try_get(8)?,
    })
}
