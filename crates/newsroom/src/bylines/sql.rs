use model::{AuthorId, Credit};
use sqlx::{AnyConnection, Row};

use crate::Result;

/// An author as stored; the portrait is a picture's hash.
pub(super) struct AuthorRow {
    pub id: AuthorId,
    pub name: String,
    pub slug: String,
    pub role: Option<String>,
    pub bio: Option<String>,
    pub portrait: Option<String>,
}

pub(super) async fn by_slug(connection: &mut AnyConnection, slug: &str) -> Result<Option<AuthorRow>> {
    let row = sqlx::query("select id, name, slug, role, bio, portrait from authors where slug = $1")
        .bind(slug)
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        Ok(AuthorRow {
            id: AuthorId(row.try_get(0)?),
            name: row.try_get(1)?,
            slug: row.try_get(2)?,
            role: row.try_get(3)?,
            bio: row.try_get(4)?,
            portrait: row.try_get(5)?,
        })
    })
    .transpose()
}

pub(super) async fn by_name(connection: &mut AnyConnection, name: &str) -> Result<Option<AuthorId>> {
    let id = sqlx::query_scalar("select id from authors where name = $1").bind(name).fetch_optional(connection).await?;
    Ok(id.map(AuthorId))
}

pub(super) async fn names(connection: &mut AnyConnection) -> Result<Vec<String>> {
    let names = sqlx::query_scalar(
        "select w.name
           from authors w
           left join article_authors x on x.author_id = w.id
          group by w.id, w.name
          order by count(x.article_id) desc, w.name
          limit 200",
    )
    .fetch_all(connection)
    .await?;
    Ok(names)
}

pub(super) async fn of_article(connection: &mut AnyConnection, article: i64) -> Result<Vec<Credit>> {
    let rows = sqlx::query(
        "select w.name, w.slug, w.role, w.bio
           from article_authors x
           join authors w on w.id = x.author_id
          where x.article_id = $1
          order by x.position",
    )
    .bind(article)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Credit { name: row.try_get(0)?, slug: row.try_get(1)?, role: row.try_get(2)?, bio: row.try_get(3)? })
        })
        .collect()
}

pub(super) async fn insert(tx: &mut AnyConnection, name: &str, slug: &str) -> Result<AuthorId> {
    let id = sqlx::query_scalar("insert into authors (name, slug) values ($1, $2) returning id")
        .bind(name)
        .bind(slug)
        .fetch_one(tx)
        .await?;
    Ok(AuthorId(id))
}

pub(super) async fn describe(
    tx: &mut AnyConnection,
    id: AuthorId,
    role: Option<&str>,
    bio: Option<&str>,
) -> Result<()> {
    sqlx::query("update authors set role = $2, bio = $3 where id = $1")
        .bind(id.0)
        .bind(role)
        .bind(bio)
        .execute(tx)
        .await?;
    Ok(())
}
