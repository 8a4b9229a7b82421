use std::collections::HashMap;

use model::{ArticleId, Millis, SectionId};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::super::shown::Shown;
use crate::Result;

/// What is known of an article that comes again.
#[derive(Debug)]
pub(crate) struct Known {
    pub id: ArticleId,
    pub working: String,
    pub slug: String,
    pub version: i64,
    pub translation_group: i64,
    pub views_before: i64,
}

/// An article about to be stored for the first time.
pub(super) struct NewRow<'a> {
    pub reference: Option<&'a str>,
    pub lang: &'a str,
    pub slug: &'a str,
    pub section: SectionId,
    pub shown: &'a Shown,
    pub working: &'a str,
    pub views_before: i64,
    pub at: Millis,
}

pub(super) async fn id_by_reference(connection: &mut AnyConnection, reference: &str) -> Result<Option<ArticleId>> {
    let id =
        sqlx::query_scalar("select id from articles where ref = $1").bind(reference).fetch_optional(connection).await?;
    Ok(id.map(ArticleId))
}

/// What is known of articles, by reference; those that are new are not among them.
pub(super) async fn known(connection: &mut AnyConnection, references: &[&str]) -> Result<HashMap<String, Known>> {
    let places: Vec<String> = (1..=references.len()).map(|place| format!("${place}")).collect();
    let select = "select id, working, slug, version, translation_group, views_before, ref from articles where ref in";
    let query = sqlx::query(AssertSqlSafe(format!("{select} ({})", places.join(", "))));
    let rows = references.iter().fold(query, |query, reference| query.bind(*reference)).fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.try_get(6)?, known_article(row)?))).collect()
}

pub(super) async fn known_by_id(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<Known>> {
    let row =
        sqlx::query("select id, working, slug, version, translation_group, views_before from articles where id = $1")
            .bind(id.0)
            .fetch_optional(connection)
            .await?;
    row.as_ref().map(known_article).transpose()
}

fn known_article(row: &AnyRow) -> Result<Known> {
    Ok(Known {
        id: ArticleId(row.try_get(0)?),
        working: row.try_get(1)?,
        slug: row.try_get(2)?,
        version: row.try_get(3)?,
        translation_group: row.try_get(4)?,
        views_before: row.try_get(5)?,
    })
}

/// The section that lists of the desk show a story in.
pub(super) async fn section_of(connection: &mut AnyConnection, id: ArticleId) -> Result<SectionId> {
    let section = sqlx::query_scalar("select section_id from stories where article_id = $1")
        .bind(id.0)
        .fetch_one(connection)
        .await?;
    Ok(SectionId(section))
}

pub(super) async fn insert(tx: &mut AnyConnection, new: &NewRow<'_>) -> Result<ArticleId> {
    let id = sqlx::query_scalar(
        "insert into articles (ref, lang, translation_group, working, slug, section_id, version, kicker, headline,
                               excerpt, byline, lead_image, words, created_at, views, views_before, comments)
         values ($1, $2, 0, $3, $4, $5, 0, $6, $7, $8, $9, $10, $11, $12, 0, $13, 0) returning id",
    )
    .bind(new.reference)
    .bind(new.lang)
    .bind(new.working)
    .bind(new.slug)
    .bind(new.section.0)
    .bind(&new.shown.kicker)
    .bind(&new.shown.headline)
    .bind(&new.shown.excerpt)
    .bind(&new.shown.byline)
    .bind(&new.shown.lead_image)
    .bind(new.shown.words)
    .bind(new.at.0)
    .bind(new.views_before)
    .fetch_one(tx)
    .await?;
    Ok(ArticleId(id))
}

/// What lists show of a draft that was never published.
pub(super) async fn show_draft(
    tx: &mut AnyConnection,
    id: ArticleId,
    lang: &str,
    section: SectionId,
    shown: &Shown,
) -> Result<()> {
    sqlx::query(
        "update articles set lang = $2, section_id = $3, kicker = $4, headline = $5, excerpt = $6, byline = $7,
                             lead_image = $8, words = $9
          where id = $1",
    )
    .bind(id.0)
    .bind(lang)
    .bind(section.0)
    .bind(&shown.kicker)
    .bind(&shown.headline)
    .bind(&shown.excerpt)
    .bind(&shown.byline)
    .bind(&shown.lead_image)
    .bind(shown.words)
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn set_working(
    tx: &mut AnyConnection,
    id: ArticleId,
    working: &str,
    slug: &str,
    views_before: i64,
) -> Result<()> {
    sqlx::query("update articles set working = $2, slug = $3, views_before = $4 where id = $1")
        .bind(id.0)
        .bind(working)
        .bind(slug)
        .bind(views_before)
        .execute(tx)
        .await?;
    Ok(())
}

/// The translation group of an imported article.
pub(super) async fn group_of(connection: &mut AnyConnection, reference: &str) -> Result<Option<i64>> {
    Ok(sqlx::query_scalar("select translation_group from articles where ref = $1")
        .bind(reference)
        .fetch_optional(connection)
        .await?)
}

pub(super) async fn set_group(tx: &mut AnyConnection, id: ArticleId, group: i64) -> Result<()> {
    sqlx::query("update articles set translation_group = $2 where id = $1").bind(id.0).bind(group).execute(tx).await?;
    Ok(())
}
