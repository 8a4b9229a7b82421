use model::{ArticleId, Correction, Millis, SectionId, SectionRef, VersionKind};
use sqlx::{AnyConnection, Row};

use crate::Result;

pub(super) async fn count_corrections(connection: &mut AnyConnection) -> Result<i64> {
    Ok(sqlx::query_scalar(
        "select count(*)
           from article_versions v
           join articles a on a.id = v.article_id
          where v.kind in ('correction', 'clarification', 'rectification') and a.listed_at is not null",
    )
    .fetch_one(connection)
    .await?)
}

pub(super) async fn corrections(connection: &mut AnyConnection, limit: i64, offset: i64) -> Result<Vec<Correction>> {
    let rows = sqlx::query(
        "select v.article_id, v.number, v.kind, v.note, v.published_at, a.lang, a.headline, a.path,
                s.id, s.name, s.path, s.colour
           from article_versions v
           join articles a on a.id = v.article_id
           join sections s on s.id = a.section_id
          where v.kind in ('correction', 'clarification', 'rectification') and a.listed_at is not null
          order by v.published_at desc, v.article_id desc, v.number desc
          limit $1 offset $2",
    )
    .bind(limit)
    .bind(offset)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Correction {
                article: ArticleId(row.try_get(0)?),
                version: row.try_get(1)?,
                kind: VersionKind::parse(row.try_get(2)?).unwrap_or(VersionKind::Correction),
                note: row.try_get::<Option<String>, _>(3)?.unwrap_or_default(),
                at: Millis(row.try_get(4)?),
                lang: row.try_get(5)?,
                headline: row.try_get(6)?,
                path: row.try_get(7)?,
                section: SectionRef {
                    id: SectionId(row.try_get(8)?),
                    name: row.try_get(9)?,
                    path: row.try_get(10)?,
                    colour: row.try_get::<i64, _>(11)? as u8,
                },
            })
        })
        .collect()
}

pub(super) async fn last_words(connection: &mut AnyConnection, path: &str) -> Result<Option<String>> {
    let line: Option<Option<String>> = sqlx::query_scalar(
        "select s.withdrawn_line
           from paths p
           join stories s on s.article_id = p.article_id
          where p.path = $1 and s.state = 'withdrawn'",
    )
    .bind(path)
    .fetch_optional(connection)
    .await?;
    Ok(line.flatten())
}
