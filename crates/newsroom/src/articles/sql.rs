use model::{ArticleId, ArticleState, Card, LeadImage, Listing, Millis, SectionId, SectionRef, Translation};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::{ArchiveMonth, ArticleLine};
use crate::{Error, Result};

/// A published article, as far as one row tells.
pub(super) struct ArticleRow {
    pub id: ArticleId,
    pub version: i64,
    pub path: String,
    pub excerpt: String,
    pub section: SectionRef,
    pub published_at: Millis,
    pub updated_at: Option<Millis>,
    pub withdrawn_at: Option<Millis>,
    pub translation_group: i64,
    pub words: i64,
    pub views: i64,
    pub comments: i64,
    /// The latest version: an `ArticleContent` as JSON.
    pub content: String,
}

/// Where an article on the site stands.
pub(super) struct Standing {
    pub id: ArticleId,
    pub lang: String,
    pub section: SectionId,
    pub listed_at: i64,
    pub translation_group: i64,
}

macro_rules! article_where {
    ($condition:literal) => {
        concat!(
            "select a.id, a.version, a.path, a.excerpt, a.published_at, a.updated_at, a.withdrawn_at,
                    a.translation_group, a.words, a.views + a.views_before, a.comments, v.content,
                    s.id, s.name, s.path, s.colour
               from articles a
               join article_versions v on v.article_id = a.id and v.number = a.version
               join sections s on s.id = a.section_id
              where ",
            $condition
        )
    };
}

pub(super) async fn by_path(connection: &mut AnyConnection, path: &str) -> Result<Option<ArticleRow>> {
    let row = sqlx::query(article_where!("a.path = $1")).bind(path).fetch_optional(connection).await?;
    row.as_ref().map(article).transpose()
}

pub(super) async fn by_id(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<ArticleRow>> {
    let row = sqlx::query(article_where!("a.id = $1")).bind(id.0).fetch_optional(connection).await?;
    row.as_ref().map(article).transpose()
}

pub(super) async fn path_of(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("select path from articles where id = $1 and listed_at is not null")
        .bind(id.0)
        .fetch_optional(connection)
        .await?)
}

pub(super) async fn translations(
    connection: &mut AnyConnection,
    id: ArticleId,
    group: i64,
) -> Result<Vec<Translation>> {
    let rows = sqlx::query(
        "select lang, path, headline
           from articles
          where translation_group = $1 and id <> $2 and listed_at is not null
          order by lang, id",
    )
    .bind(group)
    .bind(id.0)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| Ok(Translation { lang: row.try_get(0)?, path: row.try_get(1)?, headline: row.try_get(2)? }))
        .collect()
}

/// The cards of articles on the site, in no order, each with its lead image as stored.
pub(super) async fn cards(
    connection: &mut AnyConnection,
    ids: &[ArticleId],
) -> Result<Vec<(Card, Option<LeadImage<String>>)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
    let sql = format!(
        "select a.id, a.lang, a.path, a.kicker, a.headline, a.excerpt, a.byline, a.published_at, a.lead_image,
                a.comments, s.id, s.name, s.path, s.colour
           from articles a
           join sections s on s.id = a.section_id
          where a.listed_at is not null and a.id in ({})",
        places.join(", ")
    );
    let query = ids.iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, id| query.bind(id.0));
    query.fetch_all(connection).await?.iter().map(card).collect()
}

pub(super) async fn listed(
    connection: &mut AnyConnection,
    listing: &Listing,
    limit: i64,
    offset: i64,
) -> Result<Vec<ArticleId>> {
    let (scope, values) = scope(listing);
    let (first, second) = (values.len() + 1, values.len() + 2);
    let sql = format!("select a.id {scope} order by a.listed_at desc, a.id desc limit ${first} offset ${second}");
    let query = values.into_iter().fold(sqlx::query_scalar(AssertSqlSafe(sql)), sqlx::query::QueryScalar::bind);
    let ids: Vec<i64> = query.bind(limit).bind(offset).fetch_all(connection).await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

pub(super) async fn count_listed(connection: &mut AnyConnection, listing: &Listing) -> Result<i64> {
    let (scope, values) = scope(listing);
    let sql = format!("select count(*) {scope}");
    let query = values.into_iter().fold(sqlx::query_scalar(AssertSqlSafe(sql)), sqlx::query::QueryScalar::bind);
    Ok(query.fetch_one(connection).await?)
}

/// What a listing holds, and what fills its placeholders.
fn scope(listing: &Listing) -> (&'static str, Vec<i64>) {
    match *listing {
        Listing::All => ("from articles a where a.listed_at is not null", vec![]),
        Listing::Section(id) => (
            "from articles a
              where a.listed_at is not null
                and a.section_id in (select id from sections where id = $1 or parent_id = $1)",
            vec![id.0],
        ),
        Listing::Tag(id) => (
            "from article_tags x join articles a on a.id = x.article_id
              where a.listed_at is not null and x.tag_id = $1",
            vec![id.0],
        ),
        Listing::Author(id) => (
            "from article_authors x join articles a on a.id = x.article_id
              where a.listed_at is not null and x.author_id = $1",
            vec![id.0],
        ),
        Listing::Archive { year, month } => {
            let year = i64::from(year) * 100;
            let (first, last) = month.map_or((0, 99), |month| (i64::from(month), i64::from(month)));
            let months = vec![year + first, year + last];
            ("from articles a where a.listed_at is not null and a.month between $1 and $2", months)
        }
    }
}

/// The most read since a day. `lang` is a pattern of `like`.
pub(super) async fn most_read_since(
    connection: &mut AnyConnection,
    day: i64,
    lang: &str,
    limit: i64,
) -> Result<Vec<ArticleId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "select a.id
           from view_days v
           join articles a on a.id = v.article_id
          where v.day >= $1 and a.listed_at is not null and a.lang like $2
          group by a.id, a.views, a.views_before, a.listed_at
          order by sum(v.readings) desc, a.views + a.views_before desc, a.listed_at desc, a.id desc
          limit $3",
    )
    .bind(day)
    .bind(lang)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

/// The most read of all time. `lang` is a pattern of `like`.
pub(super) async fn most_read_ever(connection: &mut AnyConnection, lang: &str, limit: i64) -> Result<Vec<ArticleId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "select id
           from articles
          where listed_at is not null and lang like $1
          order by views + views_before desc, listed_at desc, id desc
          limit $2",
    )
    .bind(lang)
    .bind(limit)
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().map(ArticleId).collect())
}

/// The articles just before and just after a place in a section, in one language.
pub(super) async fn neighbours(
    connection: &mut AnyConnection,
    place: &Standing,
) -> Result<(Option<ArticleId>, Option<ArticleId>)> {
    let earlier = sqlx::query_scalar(
        "select id from articles
          where section_id = $1 and lang = $2 and listed_at is not null and (listed_at, id) < ($3, $4)
          order by listed_at desc, id desc
          limit 1",
    );
    let later = sqlx::query_scalar(
        "select id from articles
          where section_id = $1 and lang = $2 and listed_at is not null and (listed_at, id) > ($3, $4)
          order by listed_at, id
          limit 1",
    );
    let mut found = [None, None];
    for (id, query) in found.iter_mut().zip([earlier, later]) {
        *id = query
            .bind(place.section.0)
            .bind(&place.lang)
            .bind(place.listed_at)
            .bind(place.id.0)
            .fetch_optional(&mut *connection)
            .await?
            .map(ArticleId);
    }
    Ok((found[0], found[1]))
}

/// Where an article on the site stands.
pub(super) async fn standing(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<Standing>> {
    let row = sqlx::query(
        "select lang, section_id, listed_at, translation_group from articles where id = $1 and listed_at is not null",
    )
    .bind(id.0)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Standing {
            id,
            lang: row.try_get(0)?,
            section: SectionId(row.try_get(1)?),
            listed_at: row.try_get(2)?,
            translation_group: row.try_get(3)?,
        })
    })
    .transpose()
}

pub(super) async fn archive(connection: &mut AnyConnection) -> Result<Vec<ArchiveMonth>> {
    let rows = sqlx::query(
        "select month, count(*) from articles where listed_at is not null group by month order by month desc",
    )
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let month: i64 = row.try_get(0)?;
            Ok(ArchiveMonth { year: (month / 100) as i16, month: (month % 100) as i8, articles: row.try_get(1)? })
        })
        .collect()
}

pub(super) async fn count(connection: &mut AnyConnection) -> Result<i64> {
    Ok(sqlx::query_scalar("select count(*) from articles").fetch_one(connection).await?)
}

pub(super) async fn lines(
    connection: &mut AnyConnection,
    state: Option<ArticleState>,
    after: i64,
    limit: i64,
) -> Result<Vec<ArticleLine>> {
    let condition = match state {
        None => "",
        Some(ArticleState::Draft) => "and version = 0",
        Some(ArticleState::Published) => "and listed_at is not null",
        Some(ArticleState::Withdrawn) => "and withdrawn_at is not null",
    };
    let sql = format!(
        "select id, ref, headline, path, published_at, withdrawn_at
           from articles
          where id > $1 {condition}
          order by id
          limit $2"
    );
    let rows = sqlx::query(AssertSqlSafe(sql)).bind(after).bind(limit).fetch_all(connection).await?;
    rows.iter().map(line).collect()
}

fn line(row: &AnyRow) -> Result<ArticleLine> {
    let published_at: Option<i64> = row.try_get(4)?;
    let withdrawn_at: Option<i64> = row.try_get(5)?;
    let state = match (published_at, withdrawn_at) {
        (None, _) => ArticleState::Draft,
        (Some(_), None) => ArticleState::Published,
        (Some(_), Some(_)) => ArticleState::Withdrawn,
    };
    Ok(ArticleLine {
        id: ArticleId(row.try_get(0)?),
        reference: row.try_get(1)?,
        state,
        headline: row.try_get(2)?,
        path: row.try_get(3)?,
        published_at: published_at.map(Millis),
    })
}

fn article(row: &AnyRow) -> Result<ArticleRow> {
    Ok(ArticleRow {
        id: ArticleId(row.try_get(0)?),
        version: row.try_get(1)?,
        path: row.try_get(2)?,
        excerpt: row.try_get(3)?,
        published_at: Millis(row.try_get(4)?),
        updated_at: row.try_get::<Option<i64>, _>(5)?.map(Millis),
        withdrawn_at: row.try_get::<Option<i64>, _>(6)?.map(Millis),
        translation_group: row.try_get(7)?,
        words: row.try_get(8)?,
        views: row.try_get(9)?,
        comments: row.try_get(10)?,
        content: row.try_get(11)?,
        section: section(row, 12)?,
    })
}

fn card(row: &AnyRow) -> Result<(Card, Option<LeadImage<String>>)> {
    let id = ArticleId(row.try_get(0)?);
    let lead_image = row.try_get::<Option<&str>, _>(8)?.map(|text| lead_image(text, id)).transpose()?;
    let card = Card {
        id,
        lang: row.try_get(1)?,
        path: row.try_get(2)?,
        kicker: row.try_get(3)?,
        headline: row.try_get(4)?,
        excerpt: row.try_get(5)?,
        byline: row.try_get(6)?,
        published_at: Millis(row.try_get(7)?),
        lead_image: None,
        comments: row.try_get(9)?,
        section: section(row, 10)?,
    };
    Ok((card, lead_image))
}

fn lead_image(text: &str, id: ArticleId) -> Result<LeadImage<String>> {
    serde_json::from_str(text).map_err(|why| Error::Corrupt {
        table: "articles",
        column: "lead_image",
        row: id.0,
        why: why.to_string(),
    })
}

fn section(row: &AnyRow, first: usize) -> Result<SectionRef> {
    Ok(SectionRef {
        id: SectionId(row.try_get(first)?),
        name: row.try_get(first + 1)?,
        path: row.try_get(first + 2)?,
        colour: row.try_get::<i64, _>(first + 3)? as u8,
    })
}
