use model::{Millis, UserId};
use sqlx::{AnyConnection, Row};

use super::Kind;
use crate::Result;

pub(super) async fn insert(
    tx: &mut AnyConnection,
    hash: Vec<u8>,
    user: UserId,
    kind: Kind,
    at: Millis,
    expires_at: Millis,
) -> Result<()> {
    sqlx::query("insert into tickets (hash, user_id, kind, created_at, expires_at) values ($1, $2, $3, $4, $5)")
        .bind(hash)
        .bind(user.0)
        .bind(kind.as_str())
        .bind(at.0)
        .bind(expires_at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whom a ticket is for, and whether it is for a first password; none where it is used or too old.
pub(super) async fn find(connection: &mut AnyConnection, hash: Vec<u8>, now: Millis) -> Result<Option<(UserId, bool)>> {
    let row = sqlx::query("select user_id, kind from tickets where hash = $1 and expires_at > $2")
        .bind(hash)
        .bind(now.0)
        .fetch_optional(connection)
        .await?;
    row.map(|row| Ok((UserId(row.try_get(0)?), row.try_get::<String, _>(1)? == Kind::Welcome.as_str()))).transpose()
}

/// Takes a ticket away; false where somebody else was quicker.
pub(super) async fn tear(tx: &mut AnyConnection, hash: Vec<u8>) -> Result<bool> {
    let torn = sqlx::query("delete from tickets where hash = $1").bind(hash).execute(tx).await?;
    Ok(torn.rows_affected() == 1)
}

pub(super) async fn end_of(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sqlx::query("delete from tickets where user_id = $1").bind(user.0).execute(tx).await?;
    Ok(())
}

/// When the latest ticket of an account was made.
pub(super) async fn latest(connection: &mut AnyConnection, user: UserId) -> Result<Option<Millis>> {
    let at: Option<i64> = sqlx::query_scalar("select max(created_at) from tickets where user_id = $1")
        .bind(user.0)
        .fetch_one(connection)
        .await?;
    Ok(at.map(Millis))
}
