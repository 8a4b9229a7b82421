use std::fmt::Write;

use model::ArticleId;
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::tallying::{Mark, Salt};
use crate::{Error, Result};

/// The readings of an article that is on the site, imported ones included.
pub(super) async fn count(connection: &mut AnyConnection, article: ArticleId) -> Result<Option<i64>> {
    let count = sqlx::query_scalar("select views + views_before from articles where id = $1 and listed_at is not null")
        .bind(article.0);
    Ok(count.fetch_optional(connection).await?)
}

pub(super) async fn is_marked(connection: &mut AnyConnection, mark: &Mark) -> Result<bool> {
    let row = sqlx::query("select day from view_marks where day = $1 and mark = $2")
        .bind(mark.day)
        .bind(mark.hash.to_vec())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// Writes marks and answers those that were not there.
pub(super) async fn write_marks(tx: &mut AnyConnection, marks: &[Mark]) -> Result<Vec<Mark>> {
    let mut statement = "insert into view_marks (day, mark) values ".to_owned();
    for number in 0..marks.len() {
        let comma = if number == 0 { "" } else { ", " };
        write!(statement, "{comma}(${}, ${})", number * 2 + 1, number * 2 + 2).expect("a string takes everything");
    }
    statement.push_str(" on conflict do nothing returning day, mark");
    // Every length is another statement: none is worth keeping.
    let mut insert = sqlx::query(AssertSqlSafe(statement)).persistent(false);
    for mark in marks {
        insert = insert.bind(mark.day).bind(mark.hash.to_vec());
    }
    let rows = insert.fetch_all(tx).await?;
    rows.iter()
        .map(|row| Ok(Mark { day: row.try_get(0)?, hash: fixed(row.try_get(1)?, "mark", row.try_get(0)?)? }))
        .collect()
}

pub(super) async fn add_readings(tx: &mut AnyConnection, article: ArticleId, day: i64, readings: i64) -> Result<()> {
    sqlx::query(
        "insert into view_days (article_id, day, readings) values ($1, $2, $3)
         on conflict (article_id, day) do update set readings = view_days.readings + excluded.readings",
    )
    .bind(article.0)
    .bind(day)
    .bind(readings)
    .execute(&mut *tx)
    .await?;
    sqlx::query("update articles set views = views + $2 where id = $1")
        .bind(article.0)
        .bind(readings)
        .execute(tx)
        .await?;
    Ok(())
}

/// Removes the marks and salts of days before `oldest`.
pub(super) async fn clear(tx: &mut AnyConnection, oldest: i64) -> Result<()> {
    sqlx::query("delete from view_marks where day < $1").bind(oldest).execute(&mut *tx).await?;
    sqlx::query("delete from view_salts where day < $1").bind(oldest).execute(tx).await?;
    Ok(())
}

/// Makes `fresh` the salt of a day unless it has one, and answers the one it has.
pub(super) async fn settle_salt(tx: &mut AnyConnection, day: i64, fresh: &Salt) -> Result<Salt> {
    sqlx::query("insert into view_salts (day, salt) values ($1, $2) on conflict (day) do nothing")
        .bind(day)
        .bind(fresh.to_vec())
        .execute(&mut *tx)
        .await?;
    let salt = sqlx::query_scalar("select salt from view_salts where day = $1").bind(day).fetch_one(tx).await?;
    fixed(salt, "salt", day)
}

fn fixed<const N: usize>(bytes: Vec<u8>, column: &'static str, day: i64) -> Result<[u8; N]> {
    let length = bytes.len();
    bytes.try_into().map_err(|_| Error::Corrupt {
        table: if column == "salt" { "view_salts" } else { "view_marks" },
        column,
        row: day,
        why: format!("it has {length} bytes, not {N}"),
    })
}
