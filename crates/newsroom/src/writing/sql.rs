use std::collections::HashMap;
use std::fmt::Write;

use model::{ArticleId, Millis};
use sqlx::{AnyConnection, AssertSqlSafe, Row};

use super::committer::Entry;
use crate::Result;

/// A draft as it is on disk.
pub(super) struct Kept {
    /// The snapshot, and the updates after it.
    pub updates: Vec<Vec<u8>>,
    /// The number of the latest update that is among them.
    pub seen: i64,
    /// How many updates came after the snapshot.
    pub log: i64,
}

/// The working copy, as JSON, and the last part of the address.
pub(super) async fn working(connection: &mut AnyConnection, article: ArticleId) -> Result<Option<(String, String)>> {
    let row = sqlx::query("select working, slug from articles where id = $1").bind(article.0);
    let row = row.fetch_optional(connection).await?;
    row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).transpose()
}

/// Deletes a draft with all that belongs to it.
pub(super) async fn forget(tx: &mut AnyConnection, article: ArticleId) -> Result<()> {
    sqlx::query("delete from draft_updates where article_id = $1").bind(article.0).execute(&mut *tx).await?;
    sqlx::query("delete from draft_clients where article_id = $1").bind(article.0).execute(&mut *tx).await?;
    sqlx::query("delete from drafts where article_id = $1").bind(article.0).execute(tx).await?;
    Ok(())
}

pub(super) async fn is_begun(connection: &mut AnyConnection, article: ArticleId) -> Result<bool> {
    let row = sqlx::query("select article_id from drafts where article_id = $1").bind(article.0);
    Ok(row.fetch_optional(connection).await?.is_some())
}

/// Makes a draft, unless it is there.
pub(super) async fn begin(tx: &mut AnyConnection, article: ArticleId, snapshot: &[u8], at: Millis) -> Result<()> {
    sqlx::query(
        "insert into drafts (article_id, snapshot, upto, last, edited_at) values ($1, $2, 0, 0, $3)
         on conflict (article_id) do nothing",
    )
    .bind(article.0)
    .bind(snapshot.to_vec())
    .bind(at.0)
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn load(connection: &mut AnyConnection, article: ArticleId) -> Result<Option<Kept>> {
    // Updates first: what becomes a snapshot in between is then in both, and twice does not matter.
    let rows = sqlx::query("select seq, bytes from draft_updates where article_id = $1 order by seq")
        .bind(article.0)
        .fetch_all(&mut *connection)
        .await?;
    let draft = sqlx::query("select snapshot, upto from drafts where article_id = $1").bind(article.0);
    let Some(draft) = draft.fetch_optional(connection).await? else { return Ok(None) };
    let mut kept = Kept { updates: vec![draft.try_get(0)?], seen: draft.try_get(1)?, log: rows.len() as i64 };
    for row in rows {
        kept.seen = kept.seen.max(row.try_get(0)?);
        kept.updates.push(row.try_get(1)?);
    }
    Ok(Some(kept))
}

/// The number of the latest update, and of the latest in the snapshot.
pub(super) async fn latest(connection: &mut AnyConnection, article: ArticleId) -> Result<Option<(i64, i64)>> {
    let row = sqlx::query("select last, upto from drafts where article_id = $1").bind(article.0);
    let row = row.fetch_optional(connection).await?;
    row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).transpose()
}

/// The updates after a number, with theirs.
pub(super) async fn since(connection: &mut AnyConnection, article: ArticleId, seq: i64) -> Result<Vec<(i64, Vec<u8>)>> {
    let rows = sqlx::query("select seq, bytes from draft_updates where article_id = $1 and seq > $2 order by seq")
        .bind(article.0)
        .bind(seq)
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// Whose the client ids are.
pub(super) async fn owners(connection: &mut AnyConnection, article: ArticleId) -> Result<HashMap<u64, i64>> {
    let rows = sqlx::query("select client_id, user_id from draft_clients where article_id = $1").bind(article.0);
    let rows = rows.fetch_all(connection).await?;
    rows.iter().map(|row| Ok((row.try_get::<i64, _>(0)? as u64, row.try_get(1)?))).collect()
}

/// Draws numbers for so many updates and answers the last of them. Nobody else appends to the draft until the commit.
pub(super) async fn draw(tx: &mut AnyConnection, article: ArticleId, count: i64, at: Millis) -> Result<Option<i64>> {
    let last =
        sqlx::query_scalar("update drafts set last = last + $2, edited_at = $3 where article_id = $1 returning last")
            .bind(article.0)
            .bind(count)
            .bind(at.0)
            .fetch_optional(tx)
            .await?;
    Ok(last)
}

/// Makes a client id a user's, unless it is somebody's; answers whose it is.
pub(super) async fn claim(tx: &mut AnyConnection, article: ArticleId, client: u64, user: i64) -> Result<i64> {
    sqlx::query(
        "insert into draft_clients (article_id, client_id, user_id) values ($1, $2, $3)
         on conflict (article_id, client_id) do nothing",
    )
    .bind(article.0)
    .bind(client as i64)
    .bind(user)
    .execute(&mut *tx)
    .await?;
    let owner = sqlx::query_scalar("select user_id from draft_clients where article_id = $1 and client_id = $2")
        .bind(article.0)
        .bind(client as i64)
        .fetch_one(tx)
        .await?;
    Ok(owner)
}

/// Appends updates under numbers from `first` on.
pub(super) async fn append(
    tx: &mut AnyConnection,
    article: ArticleId,
    first: i64,
    entries: &[&Entry],
    at: Millis,
) -> Result<()> {
    let mut statement = "insert into draft_updates (article_id, seq, at, by_id, bytes) values ".to_owned();
    for number in 0..entries.len() {
        let comma = if number == 0 { "" } else { ", " };
        let places = [1, 2, 3, 4, 5].map(|column| format!("${}", number * 5 + column));
        write!(statement, "{comma}({})", places.join(", ")).expect("a string takes everything");
    }
    // Single updates are by far the most frequent; every other length is another statement, not worth keeping.
    let mut insert = sqlx::query(AssertSqlSafe(statement)).persistent(entries.len() == 1);
    for (seq, entry) in (first..).zip(entries) {
        insert =
            insert.bind(article.0).bind(seq).bind(at.0).bind(entry.by.map(|user| user.0)).bind(entry.update.clone());
    }
    insert.execute(tx).await?;
    Ok(())
}

/// Puts a snapshot in the place of every update up to `seen`; answers false where there are more.
pub(super) async fn compact(tx: &mut AnyConnection, article: ArticleId, snapshot: &[u8], seen: i64) -> Result<bool> {
    let drafts = sqlx::query("update drafts set snapshot = $2, upto = $3 where article_id = $1 and last = $3")
        .bind(article.0)
        .bind(snapshot.to_vec())
        .bind(seen)
        .execute(&mut *tx)
        .await?;
    if drafts.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("delete from draft_updates where article_id = $1 and seq <= $2")
        .bind(article.0)
        .bind(seen)
        .execute(tx)
        .await?;
    Ok(true)
}
