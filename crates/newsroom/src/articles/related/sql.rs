use std::collections::HashMap;

use model::{ArticleId, SectionId, TagId};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::super::sql::Standing;
use super::Other;
use crate::Result;

/// How many articles wear each tag of an article.
pub(super) async fn tag_sizes(connection: &mut AnyConnection, id: ArticleId) -> Result<HashMap<TagId, i64>> {
    let rows = sqlx::query(
        "select x.tag_id, count(*)
           from article_tags own
           join article_tags x on x.tag_id = own.tag_id
          where own.article_id = $1
          group by x.tag_id",
    )
    .bind(id.0)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((TagId(row.try_get(0)?), row.try_get(1)?))).collect()
}

/// The articles on the site that wear a tag too, translations of the article apart.
pub(super) async fn with_tag(connection: &mut AnyConnection, tag: TagId, place: &Standing) -> Result<Vec<Other>> {
    let rows = sqlx::query(
        "select a.id, a.lang, a.section_id, a.listed_at
           from article_tags x
           join articles a on a.id = x.article_id
          where x.tag_id = $1 and a.listed_at is not null and a.translation_group <> $2",
    )
    .bind(tag.0)
    .bind(place.translation_group)
    .fetch_all(connection)
    .await?;
    rows.iter().map(other).collect()
}

/// The articles nearest in time, `limit` on either side; `section` 0 and `lang` "%" stand for any.
pub(super) async fn near(
    connection: &mut AnyConnection,
    place: &Standing,
    section: SectionId,
    lang: &str,
    limit: i64,
) -> Result<Vec<Other>> {
    let rows = sqlx::query(
        "select id, lang, section_id, listed_at from (
            select id, lang, section_id, listed_at from articles
             where listed_at <= $1 and translation_group <> $2 and lang like $3
               and (cast($4 as bigint) = 0 or section_id = $4)
             order by listed_at desc, id desc
             limit $5) as earlier
         union all
         select id, lang, section_id, listed_at from (
            select id, lang, section_id, listed_at from articles
             where listed_at > $1 and translation_group <> $2 and lang like $3
               and (cast($4 as bigint) = 0 or section_id = $4)
             order by listed_at, id
             limit $5) as later",
    )
    .bind(place.listed_at)
    .bind(place.translation_group)
    .bind(lang)
    .bind(section.0)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter().map(other).collect()
}

fn other(row: &AnyRow) -> Result<Other> {
    Ok(Other {
        id: ArticleId(row.try_get(0)?),
        lang: row.try_get(1)?,
        section: SectionId(row.try_get(2)?),
        listed_at: row.try_get(3)?,
        shared: 0.0,
    })
}
