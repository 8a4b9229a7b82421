use model::{ArticleId, Millis, SectionId};
use sqlx::{AnyConnection, Row};

use crate::Result;

/// A known path, with what it leads to.
pub(super) struct Known {
    pub article: Option<ArticleId>,
    pub article_path: Option<String>,
    pub listed_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
    pub section: Option<SectionId>,
    pub section_path: Option<String>,
}

pub(super) async fn find(connection: &mut AnyConnection, path: &str) -> Result<Option<Known>> {
    let row = sqlx::query(
        "select p.article_id, a.path, a.listed_at, a.withdrawn_at, p.section_id, s.path
           from paths p
           left join articles a on a.id = p.article_id
           left join sections s on s.id = p.section_id
          where p.path = $1",
    )
    .bind(path)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Known {
            article: row.try_get::<Option<i64>, _>(0)?.map(ArticleId),
            article_path: row.try_get(1)?,
            listed_at: row.try_get(2)?,
            withdrawn_at: row.try_get(3)?,
            section: row.try_get::<Option<i64>, _>(4)?.map(SectionId),
            section_path: row.try_get(5)?,
        })
    })
    .transpose()
}

/// The paths that begin with `stem-`, each with its article.
pub(super) async fn beside(connection: &mut AnyConnection, stem: &str) -> Result<Vec<(String, Option<ArticleId>)>> {
    let rows = sqlx::query("select path, article_id from paths where path like $1")
        .bind(format!("{stem}-%"))
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get::<Option<i64>, _>(1)?.map(ArticleId)))).collect()
}

/// Gives a path to an article, unless it leads somewhere already; answers whether it was free.
pub(super) async fn lead_to_article(
    tx: &mut AnyConnection,
    path: &str,
    article: ArticleId,
    at: Millis,
) -> Result<bool> {
    let insert = "insert into paths (path, article_id, created_at) values ($1, $2, $3) on conflict (path) do nothing";
    let done = sqlx::query(insert).bind(path).bind(article.0).bind(at.0).execute(tx).await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a path to a section, unless it leads somewhere already.
pub(super) async fn lead_to_section(tx: &mut AnyConnection, path: &str, section: SectionId, at: Millis) -> Result<()> {
    sqlx::query("insert into paths (path, section_id, created_at) values ($1, $2, $3) on conflict (path) do nothing")
        .bind(path)
        .bind(section.0)
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(())
}
