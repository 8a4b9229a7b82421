use model::{ArticleId, SectionId};
use sqlx::{AnyConnection, Row};

use crate::Result;

/// The newest articles in a language, each with whether it has a picture. `lang` is a pattern of `like`.
pub(super) async fn newest(connection: &mut AnyConnection, lang: &str, limit: i64) -> Result<Vec<(ArticleId, bool)>> {
    let rows = sqlx::query(
        "select id, lead_image
           from articles
          where listed_at is not null and lang like $1
          order by listed_at desc, id desc
          limit $2",
    )
    .bind(lang)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((ArticleId(row.try_get(0)?), row.try_get::<Option<&str>, _>(1)?.is_some()))).collect()
}

/// The newest articles of a top section and of those below it, in a language.
pub(super) async fn in_section(
    connection: &mut AnyConnection,
    section: SectionId,
    lang: &str,
    limit: i64,
) -> Result<Vec<ArticleId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "select id
           from articles
          where listed_at is not null and lang like $2
            and section_id in (select id from sections where id = $1 or parent_id = $1)
          order by listed_at desc, id desc
          limit $3",
    )
    .bind(section.0)
    .bind(lang)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}
