use model::{Tag, TagId};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use crate::Result;

pub(super) async fn by_slug(connection: &mut AnyConnection, slug: &str) -> Result<Option<Tag>> {
    let row =
        sqlx::query("select id, name, slug from tags where slug = $1").bind(slug).fetch_optional(connection).await?;
    row.as_ref().map(tag).transpose()
}

pub(super) async fn by_name(connection: &mut AnyConnection, name: &str) -> Result<Option<TagId>> {
    let id = sqlx::query_scalar("select id from tags where name = $1").bind(name).fetch_optional(connection).await?;
    Ok(id.map(TagId))
}

pub(super) async fn names(connection: &mut AnyConnection) -> Result<Vec<String>> {
    let names = sqlx::query_scalar(
        "select t.name
           from tags t
           join article_tags x on x.tag_id = t.id
          group by t.id, t.name
          order by count(*) desc, t.name
          limit 200",
    )
    .fetch_all(connection)
    .await?;
    Ok(names)
}

pub(super) async fn of_article(connection: &mut AnyConnection, article: i64) -> Result<Vec<Tag>> {
    let rows = sqlx::query(
        "select t.id, t.name, t.slug
           from article_tags x
           join tags t on t.id = x.tag_id
          where x.article_id = $1
          order by x.position",
    )
    .bind(article)
    .fetch_all(connection)
    .await?;
    rows.iter().map(tag).collect()
}

pub(super) async fn insert(tx: &mut AnyConnection, name: &str, slug: &str) -> Result<TagId> {
    let id = sqlx::query_scalar("insert into tags (name, slug) values ($1, $2) returning id")
        .bind(name)
        .bind(slug)
        .fetch_one(tx)
        .await?;
    Ok(TagId(id))
}

fn tag(row: &AnyRow) -> Result<Tag> {
    Ok(Tag { id: TagId(row.try_get(0)?), name: row.try_get(1)?, slug: row.try_get(2)? })
}
