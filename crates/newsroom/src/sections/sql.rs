use model::SectionId;
use sqlx::{AnyConnection, Row};

use crate::Result;

/// A section as stored.
#[derive(Clone, Debug)]
pub(super) struct SectionRow {
    pub id: SectionId,
    pub parent: Option<SectionId>,
    pub name: String,
    pub path: String,
    pub description: Option<String>,
    pub colour: i64,
}

/// A section about to be stored.
pub(super) struct NewRow<'a> {
    pub parent: Option<SectionId>,
    pub name: &'a str,
    pub slug: &'a str,
    pub path: &'a str,
    pub description: Option<&'a str>,
    pub colour: i64,
    pub position: i64,
}

/// Every section, in the order of its siblings. There are dozens at most.
pub(super) async fn all(connection: &mut AnyConnection) -> Result<Vec<SectionRow>> {
    let rows = sqlx::query("select id, parent_id, name, path, description, colour from sections order by position, id")
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(SectionRow {
                id: SectionId(row.try_get(0)?),
                parent: row.try_get::<Option<i64>, _>(1)?.map(SectionId),
                name: row.try_get(2)?,
                path: row.try_get(3)?,
                description: row.try_get(4)?,
                colour: row.try_get(5)?,
            })
        })
        .collect()
}

pub(super) async fn insert(tx: &mut AnyConnection, section: &NewRow<'_>) -> Result<SectionId> {
    let id = sqlx::query_scalar(
        "insert into sections (parent_id, name, slug, path, description, colour, position)
         values ($1, $2, $3, $4, $5, $6, $7) returning id",
    )
    .bind(section.parent.map(|parent| parent.0))
    .bind(section.name)
    .bind(section.slug)
    .bind(section.path)
    .bind(section.description)
    .bind(section.colour)
    .bind(section.position)
    .fetch_one(tx)
    .await?;
    Ok(SectionId(id))
}

pub(super) async fn describe(
    tx: &mut AnyConnection,
    id: SectionId,
    description: Option<&str>,
    colour: i64,
) -> Result<()> {
    sqlx::query("update sections set description = $2, colour = $3 where id = $1")
        .bind(id.0)
        .bind(description)
        .bind(colour)
        .execute(tx)
        .await?;
    Ok(())
}
