use model::{Millis, UserId};
use sqlx::{AnyConnection, Row};

use crate::Result;

pub(super) async fn wait_for(tx: &mut AnyConnection, user: UserId, secret: &str) -> Result<()> {
    sqlx::query("update users set totp_waiting = $2 where id = $1").bind(user.0).bind(secret).execute(tx).await?;
    Ok(())
}

/// Turns codes on with the secret that waits, whose code of this half-minute is used.
pub(super) async fn turn_on(tx: &mut AnyConnection, user: UserId, step: i64) -> Result<()> {
    sqlx::query("update users set totp = totp_waiting, totp_step = $2, totp_waiting = null where id = $1")
        .bind(user.0)
        .bind(step)
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn turn_off(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sqlx::query("update users set totp = null, totp_step = null, totp_waiting = null where id = $1")
        .bind(user.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Uses the code of a half-minute up; false where it, or a later one, is used already.
pub(super) async fn use_step(tx: &mut AnyConnection, user: UserId, step: i64) -> Result<bool> {
    let done = sqlx::query("update users set totp_step = $2 where id = $1 and (totp_step is null or totp_step < $2)")
        .bind(user.0)
        .bind(step)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn insert_recovery(tx: &mut AnyConnection, user: UserId, hash: &[u8]) -> Result<()> {
    sqlx::query("insert into recovery_codes (user_id, hash) values ($1, $2)")
        .bind(user.0)
        .bind(hash.to_vec())
        .execute(tx)
        .await?;
    Ok(())
}

/// The hashes of the recovery codes that are left.
pub(super) async fn recovery(connection: &mut AnyConnection, user: UserId) -> Result<Vec<Vec<u8>>> {
    let rows = sqlx::query("select hash from recovery_codes where user_id = $1 and used_at is null")
        .bind(user.0)
        .fetch_all(connection)
        .await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

/// Uses a recovery code up; false where somebody else was quicker.
pub(super) async fn use_recovery(tx: &mut AnyConnection, user: UserId, hash: &[u8], at: Millis) -> Result<bool> {
    let done =
        sqlx::query("update recovery_codes set used_at = $3 where user_id = $1 and hash = $2 and used_at is null")
            .bind(user.0)
            .bind(hash.to_vec())
            .bind(at.0)
            .execute(tx)
            .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn clear_recovery(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sqlx::query("delete from recovery_codes where user_id = $1").bind(user.0).execute(tx).await?;
    Ok(())
}
