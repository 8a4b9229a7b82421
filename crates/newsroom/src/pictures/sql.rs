use std::fmt::Write as _;

use model::{Millis, Picture};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::LibraryEntry;
use crate::{Error, Result};

pub(super) async fn get(connection: &mut AnyConnection, hash: &str) -> Result<Option<Picture>> {
    let row = sqlx::query("select hash, width, height, widths, colour from pictures where hash = $1")
        .bind(hash)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(picture).transpose()
}

pub(super) async fn by_hashes(connection: &mut AnyConnection, hashes: &[String]) -> Result<Vec<Picture>> {
    let mut text = "select hash, width, height, widths, colour from pictures where hash in (".to_owned();
    for number in 1..=hashes.len() {
        let comma = if number == 1 { "" } else { ", " };
        let _ = write!(text, "{comma}${number}");
    }
    text.push(')');
    let query = hashes.iter().fold(sqlx::query(AssertSqlSafe(text)), sqlx::query::Query::bind);
    query.fetch_all(connection).await?.iter().map(picture).collect()
}

/// What the library proposes for a stored picture: alt, caption, credit.
pub(super) async fn proposals(
    connection: &mut AnyConnection,
    hash: &str,
) -> Result<(String, Option<String>, Option<String>)> {
    let row = sqlx::query("select alt, caption, credit from pictures where hash = $1")
        .bind(hash)
        .fetch_one(connection)
        .await?;
    Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))
}

/// Keeps a picture; one that is there already stays as it is.
pub(super) async fn insert(
    tx: &mut AnyConnection,
    picture: &Picture,
    library: &LibraryEntry<'_>,
    at: Millis,
) -> Result<()> {
    sqlx::query(
        "insert into pictures (hash, width, height, widths, colour, alt, caption, credit, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (hash) do nothing",
    )
    .bind(&picture.hash)
    .bind(i64::from(picture.width))
    .bind(i64::from(picture.height))
    .bind(serde_json::to_string(&picture.widths).expect("numbers are plain data"))
    .bind(&picture.colour)
    .bind(library.alt)
    .bind(library.caption)
    .bind(library.credit)
    .bind(at.0)
    .execute(tx)
    .await?;
    Ok(())
}

fn picture(row: &AnyRow) -> Result<Picture> {
    let widths: String = row.try_get(3)?;
    Ok(Picture {
        hash: row.try_get(0)?,
        width: row.try_get::<i64, _>(1)? as u32,
        height: row.try_get::<i64, _>(2)? as u32,
        widths: serde_json::from_str(&widths).map_err(|why| Error::Corrupt {
            table: "pictures",
            column: "widths",
            row: 0,
            why: why.to_string(),
        })?,
        colour: row.try_get(4)?,
    })
}
