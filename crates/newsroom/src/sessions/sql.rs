use model::{Millis, Role, SessionId, SessionLine, Staff, UserId};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use crate::{Error, Result};

/// A session that a token opens.
pub(super) struct Open {
    pub id: SessionId,
    pub staff: Staff,
    pub lang: String,
    pub seen_at: Millis,
    pub expires_at: Millis,
    /// Whether the token is to be changed.
    pub rotate: bool,
    /// The hash of its token of now: another one where the token that came was changed a moment ago.
    pub hash: Vec<u8>,
}

/// A session about to be stored.
pub(super) struct NewRow<'a> {
    pub hash: Vec<u8>,
    pub user: UserId,
    pub at: Millis,
    pub expires_at: Millis,
    pub address: &'a str,
    pub agent: &'a str,
}

pub(super) async fn insert(tx: &mut AnyConnection, new: &NewRow<'_>) -> Result<SessionId> {
    let id = sqlx::query_scalar(
        "insert into sessions (hash, rotate, user_id, created_at, seen_at, expires_at, address, agent)
         values ($1, 0, $2, $3, $3, $4, $5, $6) returning id",
    )
    .bind(new.hash.clone())
    .bind(new.user.0)
    .bind(new.at.0)
    .bind(new.expires_at.0)
    .bind(new.address)
    .bind(new.agent)
    .fetch_one(tx)
    .await?;
    Ok(SessionId(id))
}

/// The session of a token, by its hash; none where it is over or its owner suspended.
pub(super) async fn find(connection: &mut AnyConnection, hash: Vec<u8>, now: Millis) -> Result<Option<Open>> {
    let row = sqlx::query(
        "select u.id, u.name, u.role, s.id, u.lang, s.seen_at, s.expires_at, s.rotate, s.hash
           from sessions s join users u on u.id = s.user_id
          where (s.hash = $1 or (s.old_hash = $1 and s.old_until > $2)) and s.expires_at > $2 and u.suspended_at is null",
    )
    .bind(hash)
    .bind(now.0)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(Open {
            staff: staff(&row)?,
            id: SessionId(row.try_get(3)?),
            lang: row.try_get(4)?,
            seen_at: Millis(row.try_get(5)?),
            expires_at: Millis(row.try_get(6)?),
            rotate: row.try_get::<i64, _>(7)? != 0,
            hash: row.try_get(8)?,
        })
    })
    .transpose()
}

/// Whose session this is; none where it is over or its owner suspended.
pub(super) async fn check(connection: &mut AnyConnection, id: SessionId, now: Millis) -> Result<Option<Staff>> {
    let row = sqlx::query(
        "select u.id, u.name, u.role from sessions s join users u on u.id = s.user_id
          where s.id = $1 and s.expires_at > $2 and u.suspended_at is null",
    )
    .bind(id.0)
    .bind(now.0)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(staff).transpose()
}

/// The sessions of an account that are not over, latest first.
pub(super) async fn of(
    connection: &mut AnyConnection,
    user: UserId,
    current: Option<SessionId>,
    now: Millis,
) -> Result<Vec<SessionLine>> {
    let rows = sqlx::query(
        "select id, agent, address, created_at, seen_at from sessions
          where user_id = $1 and expires_at > $2 order by seen_at desc, id desc",
    )
    .bind(user.0)
    .bind(now.0)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let id = SessionId(row.try_get(0)?);
            Ok(SessionLine {
                id,
                agent: row.try_get(1)?,
                address: row.try_get(2)?,
                created_at: Millis(row.try_get(3)?),
                seen_at: Millis(row.try_get(4)?),
                current: current == Some(id),
            })
        })
        .collect()
}

/// Notes that a session, and its owner, were here.
pub(super) async fn touch(
    tx: &mut AnyConnection,
    id: SessionId,
    user: UserId,
    at: Millis,
    expires_at: Millis,
) -> Result<()> {
    sqlx::query("update sessions set seen_at = $2, expires_at = $3 where id = $1")
        .bind(id.0)
        .bind(at.0)
        .bind(expires_at.0)
        .execute(&mut *tx)
        .await?;
    sqlx::query("update users set seen_at = $2 where id = $1").bind(user.0).bind(at.0).execute(tx).await?;
    Ok(())
}

/// Gives a session another token; false where somebody else was quicker. The old one answers until `old_until`.
pub(super) async fn rotate(tx: &mut AnyConnection, old: Vec<u8>, new: Vec<u8>, old_until: Millis) -> Result<bool> {
    let rotated = sqlx::query(
        "update sessions set hash = $2, old_hash = hash, old_until = $3, rotate = 0 where hash = $1 and rotate = 1",
    )
    .bind(old)
    .bind(new)
    .bind(old_until.0)
    .execute(tx)
    .await?;
    Ok(rotated.rows_affected() == 1)
}

/// Has the tokens of an account's sessions changed at their next requests.
pub(super) async fn rotate_of(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sqlx::query("update sessions set rotate = 1 where user_id = $1").bind(user.0).execute(tx).await?;
    Ok(())
}

/// Ends a session; false where there is none, or it is not this account's.
pub(super) async fn end(tx: &mut AnyConnection, id: SessionId, user: UserId) -> Result<bool> {
    let ended =
        sqlx::query("delete from sessions where id = $1 and user_id = $2").bind(id.0).bind(user.0).execute(tx).await?;
    Ok(ended.rows_affected() == 1)
}

/// Ends the sessions of an account but for one.
pub(super) async fn end_of(tx: &mut AnyConnection, user: UserId, but: Option<SessionId>) -> Result<()> {
    sqlx::query("delete from sessions where user_id = $1 and id <> $2")
        .bind(user.0)
        .bind(but.map_or(0, |id| id.0))
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets the sessions of an account that are over.
pub(super) async fn sweep(tx: &mut AnyConnection, user: UserId, now: Millis) -> Result<()> {
    sqlx::query("delete from sessions where user_id = $1 and expires_at <= $2")
        .bind(user.0)
        .bind(now.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// A member of staff, from a row that begins with an account's id, name and role.
fn staff(row: &AnyRow) -> Result<Staff> {
    let word: String = row.try_get(2)?;
    let id = UserId(row.try_get(0)?);
    let role = Role::parse(&word).ok_or_else(|| Error::Corrupt {
        table: "users",
        column: "role",
        row: id.0,
        why: format!("\"{word}\" is not a role"),
    })?;
    Ok(Staff { id, name: row.try_get(1)?, role })
}
