use model::{ArticleId, AuthorId, Millis, SectionId, TagId};
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::super::shown::Shown;
use crate::Result;

/// An article about to be published.
pub(super) struct Draft {
    pub working: String,
    pub slug: String,
    pub path: Option<String>,
    pub version: i64,
    pub translation_group: i64,
    pub published_at: Option<Millis>,
    pub updated_at: Option<Millis>,
    pub withdrawn_at: Option<Millis>,
    /// The path of the top section that it was last published in.
    pub top_path: String,
    pub embargo_until: Option<Millis>,
    /// Whether it lies in the bin.
    pub is_deleted: bool,
    /// How many other articles say the same in another language.
    pub translations: i64,
}

/// What publishing changes about an article.
pub(super) struct PublicRow<'a> {
    pub lang: &'a str,
    pub slug: &'a str,
    pub path: &'a str,
    pub section: SectionId,
    pub version: i64,
    pub shown: &'a Shown,
    pub published_at: Millis,
    pub updated_at: Option<Millis>,
    pub listed_at: Option<Millis>,
    pub month: i64,
}

pub(super) async fn draft(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<Draft>> {
    let row = sqlx::query(
        "select a.working, a.slug, a.path, a.version, a.translation_group, a.published_at, a.updated_at,
                a.withdrawn_at, coalesce(top.path, s.path), t.embargo_until, t.deleted_at,
                (select count(*) from articles o where o.translation_group = a.translation_group and o.id <> a.id)
           from articles a
           join sections s on s.id = a.section_id
           left join sections top on top.id = s.parent_id
           left join stories t on t.article_id = a.id
          where a.id = $1",
    )
    .bind(id.0)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let moment = |column: usize| row.try_get::<Option<i64>, _>(column).map(|at| at.map(Millis));
        Ok(Draft {
            working: row.try_get(0)?,
            slug: row.try_get(1)?,
            path: row.try_get(2)?,
            version: row.try_get(3)?,
            translation_group: row.try_get(4)?,
            published_at: moment(5)?,
            updated_at: moment(6)?,
            withdrawn_at: moment(7)?,
            top_path: row.try_get(8)?,
            embargo_until: moment(9)?,
            is_deleted: moment(10)?.is_some(),
            translations: row.try_get(11)?,
        })
    })
    .transpose()
}

pub(super) async fn show(tx: &mut AnyConnection, id: ArticleId, public: &PublicRow<'_>) -> Result<()> {
    sqlx::query(
        "update articles set lang = $2, slug = $3, path = $4, section_id = $5, version = $6, kicker = $7, headline = $8,
                             excerpt = $9, byline = $10, lead_image = $11, words = $12, published_at = $13,
                             updated_at = $14, listed_at = $15, month = $16
          where id = $1",
    )
    .bind(id.0)
    .bind(public.lang)
    .bind(public.slug)
    .bind(public.path)
    .bind(public.section.0)
    .bind(public.version)
    .bind(&public.shown.kicker)
    .bind(&public.shown.headline)
    .bind(&public.shown.excerpt)
    .bind(&public.shown.byline)
    .bind(&public.shown.lead_image)
    .bind(public.shown.words)
    .bind(public.published_at.0)
    .bind(public.updated_at.map(|at| at.0))
    .bind(public.listed_at.map(|at| at.0))
    .bind(public.month)
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes the names and tags of the version before away.
pub(super) async fn forget_credits(tx: &mut AnyConnection, id: ArticleId) -> Result<()> {
    sqlx::query("delete from article_authors where article_id = $1").bind(id.0).execute(&mut *tx).await?;
    sqlx::query("delete from article_tags where article_id = $1").bind(id.0).execute(tx).await?;
    Ok(())
}

pub(super) async fn add_authors(tx: &mut AnyConnection, id: ArticleId, authors: &[AuthorId]) -> Result<()> {
    let ids: Vec<i64> = authors.iter().map(|author| author.0).collect();
    credit(tx, "insert into article_authors (article_id, author_id, position) values ", id, &ids).await
}

pub(super) async fn add_tags(tx: &mut AnyConnection, id: ArticleId, tags: &[TagId]) -> Result<()> {
    let ids: Vec<i64> = tags.iter().map(|tag| tag.0).collect();
    credit(tx, "insert into article_tags (article_id, tag_id, position) values ", id, &ids).await
}

/// Takes an article off the site; answers whether it was on it.
pub(super) async fn withdraw(tx: &mut AnyConnection, id: ArticleId, at: Millis) -> Result<bool> {
    let done =
        sqlx::query("update articles set withdrawn_at = $2, listed_at = null where id = $1 and listed_at is not null")
            .bind(id.0)
            .bind(at.0)
            .execute(tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts a withdrawn article back on the site.
pub(super) async fn put_back(tx: &mut AnyConnection, id: ArticleId) -> Result<()> {
    sqlx::query("update articles set withdrawn_at = null, listed_at = published_at where id = $1 and version > 0")
        .bind(id.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// The same story in other languages, as far as it is on the site.
pub(super) async fn translations(connection: &mut AnyConnection, id: ArticleId, group: i64) -> Result<Vec<ArticleId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "select id from articles where translation_group = $1 and id <> $2 and listed_at is not null order by id",
    )
    .bind(group)
    .bind(id.0)
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

async fn credit(tx: &mut AnyConnection, insert: &str, article: ArticleId, ids: &[i64]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = (0..ids.len()).map(|position| format!("($1, ${}, {position})", position + 2)).collect();
    let sql = format!("{insert}{}", rows.join(", "));
    let query = sqlx::query(AssertSqlSafe(sql)).bind(article.0);
    ids.iter().fold(query, |query, id| query.bind(*id)).execute(tx).await?;
    Ok(())
}
