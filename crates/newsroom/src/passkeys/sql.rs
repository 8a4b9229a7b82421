use model::{Millis, PasskeyId, PasskeyLine, UserId};
use sqlx::{AnyConnection, Row};

use crate::Result;

/// A passkey as stored.
pub(super) struct Stored {
    pub id: PasskeyId,
    pub user: UserId,
    pub data: String,
}

pub(super) async fn of(connection: &mut AnyConnection, user: UserId) -> Result<Vec<PasskeyLine>> {
    let rows = sqlx::query("select id, name, created_at, used_at from passkeys where user_id = $1 order by id")
        .bind(user.0)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(PasskeyLine {
                id: PasskeyId(row.try_get(0)?),
                name: row.try_get(1)?,
                created_at: Millis(row.try_get(2)?),
                used_at: row.try_get::<Option<i64>, _>(3)?.map(Millis),
            })
        })
        .collect()
}

/// The credential ids of an account.
pub(super) async fn credentials(connection: &mut AnyConnection, user: UserId) -> Result<Vec<Vec<u8>>> {
    let rows =
        sqlx::query("select credential from passkeys where user_id = $1").bind(user.0).fetch_all(connection).await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

pub(super) async fn by_credential(connection: &mut AnyConnection, credential: &[u8]) -> Result<Option<Stored>> {
    let row = sqlx::query("select id, user_id, data from passkeys where credential = $1")
        .bind(credential.to_vec())
        .fetch_optional(connection)
        .await?;
    row.map(|row| Ok(Stored { id: PasskeyId(row.try_get(0)?), user: UserId(row.try_get(1)?), data: row.try_get(2)? }))
        .transpose()
}

/// Keeps a passkey; false where somebody has it already.
pub(super) async fn insert(
    tx: &mut AnyConnection,
    user: UserId,
    credential: &[u8],
    name: &str,
    data: &str,
    at: Millis,
) -> Result<bool> {
    let inserted = sqlx::query(
        "insert into passkeys (user_id, credential, name, data, created_at) values ($1, $2, $3, $4, $5)
         on conflict (credential) do nothing",
    )
    .bind(user.0)
    .bind(credential.to_vec())
    .bind(name)
    .bind(data)
    .bind(at.0)
    .execute(tx)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

pub(super) async fn used(tx: &mut AnyConnection, id: PasskeyId, data: &str, at: Millis) -> Result<()> {
    sqlx::query("update passkeys set data = $2, used_at = $3 where id = $1")
        .bind(id.0)
        .bind(data)
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Removes a passkey; false where there is none, or it is not this account's.
pub(super) async fn remove(tx: &mut AnyConnection, id: PasskeyId, user: UserId) -> Result<bool> {
    let removed =
        sqlx::query("delete from passkeys where id = $1 and user_id = $2").bind(id.0).bind(user.0).execute(tx).await?;
    Ok(removed.rows_affected() == 1)
}

pub(super) async fn end_of(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sqlx::query("delete from passkeys where user_id = $1").bind(user.0).execute(tx).await?;
    Ok(())
}
