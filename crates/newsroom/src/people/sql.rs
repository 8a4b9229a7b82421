use model::{Email, Millis, NewPerson, Role, User, UserId};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::Account;
use crate::{Error, Result};

/// Every account as an administrator sees it, by name.
pub(super) async fn list(connection: &mut AnyConnection) -> Result<Vec<User>> {
    let rows = sqlx::query(
        "select u.id, u.email, u.name, u.role, u.password, u.suspended_at, u.totp, u.seen_at,
                (select count(*) from passkeys p where p.user_id = u.id)
           from users u order by lower(u.name), u.id",
    )
    .fetch_all(connection)
    .await?;
    rows.iter().map(user).collect()
}

/// One account as an administrator sees it.
pub(super) async fn get(connection: &mut AnyConnection, id: UserId) -> Result<Option<User>> {
    let row = sqlx::query(
        "select u.id, u.email, u.name, u.role, u.password, u.suspended_at, u.totp, u.seen_at,
                (select count(*) from passkeys p where p.user_id = u.id)
           from users u where u.id = $1",
    )
    .bind(id.0)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(user).transpose()
}

pub(super) async fn account(connection: &mut AnyConnection, id: UserId) -> Result<Option<Account>> {
    let row = sqlx::query(
        "select id, email, name, role, lang, byline, password, totp, totp_waiting, suspended_at from users where id = $1",
    )
    .bind(id.0)
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(account_of).transpose()
}

pub(super) async fn account_by_email(connection: &mut AnyConnection, email: &Email) -> Result<Option<Account>> {
    let row = sqlx::query(
        "select id, email, name, role, lang, byline, password, totp, totp_waiting, suspended_at from users where email = $1",
    )
    .bind(email.as_str())
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(account_of).transpose()
}

/// How many accounts there are.
pub(super) async fn count(connection: &mut AnyConnection) -> Result<i64> {
    Ok(sqlx::query_scalar("select count(*) from users").fetch_one(connection).await?)
}

/// Makes an account; none where the address has one.
pub(super) async fn insert(
    tx: &mut AnyConnection,
    new: &NewPerson,
    lang: &str,
    password: Option<&str>,
    at: Millis,
) -> Result<Option<UserId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "insert into users (email, name, role, lang, password, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (email) do nothing returning id",
    )
    .bind(new.email.as_str())
    .bind(&new.name)
    .bind(new.role.as_str())
    .bind(lang)
    .bind(password)
    .bind(at.0)
    .fetch_optional(tx)
    .await?;
    Ok(id.map(UserId))
}

pub(super) async fn set_profile(
    tx: &mut AnyConnection,
    id: UserId,
    name: &str,
    lang: &str,
    byline: Option<&str>,
) -> Result<()> {
    sqlx::query("update users set name = $2, lang = $3, byline = $4 where id = $1")
        .bind(id.0)
        .bind(name)
        .bind(lang)
        .bind(byline)
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn speak(tx: &mut AnyConnection, id: UserId, lang: &str) -> Result<()> {
    sqlx::query("update users set lang = $2 where id = $1").bind(id.0).bind(lang).execute(tx).await?;
    Ok(())
}

pub(super) async fn set_password(tx: &mut AnyConnection, id: UserId, hash: &str) -> Result<()> {
    sqlx::query("update users set password = $2 where id = $1").bind(id.0).bind(hash).execute(tx).await?;
    Ok(())
}

pub(super) async fn set_role(tx: &mut AnyConnection, id: UserId, role: Role) -> Result<()> {
    sqlx::query("update users set role = $2 where id = $1").bind(id.0).bind(role.as_str()).execute(tx).await?;
    Ok(())
}

pub(super) async fn suspend(tx: &mut AnyConnection, id: UserId, suspended: Option<(Millis, &str)>) -> Result<()> {
    sqlx::query("update users set suspended_at = $2, suspended_by = $3 where id = $1")
        .bind(id.0)
        .bind(suspended.map(|(at, _)| at.0))
        .bind(suspended.map(|(_, by)| by))
        .execute(tx)
        .await?;
    Ok(())
}

/// The administrators who can sign in. Whoever asks last waits until the others have decided: the rows are written.
pub(super) async fn hold_admins(tx: &mut AnyConnection) -> Result<Vec<UserId>> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "update users set role = role where role = 'admin' and suspended_at is null and password is not null returning id",
    )
    .fetch_all(tx)
    .await?;
    Ok(ids.into_iter().map(UserId).collect())
}

fn user(row: &AnyRow) -> Result<User> {
    Ok(User {
        id: UserId(row.try_get(0)?),
        email: row.try_get(1)?,
        name: row.try_get(2)?,
        role: role(row)?,
        invited: row.try_get::<Option<String>, _>(4)?.is_none(),
        suspended_at: row.try_get::<Option<i64>, _>(5)?.map(Millis),
        second_factor: row.try_get::<Option<String>, _>(6)?.is_some() || row.try_get::<i64, _>(8)? > 0,
        seen_at: row.try_get::<Option<i64>, _>(7)?.map(Millis),
    })
}

fn account_of(row: &AnyRow) -> Result<Account> {
    Ok(Account {
        id: UserId(row.try_get(0)?),
        email: row.try_get(1)?,
        name: row.try_get(2)?,
        role: role(row)?,
        lang: row.try_get(4)?,
        byline: row.try_get(5)?,
        password: row.try_get(6)?,
        totp: row.try_get(7)?,
        totp_waiting: row.try_get(8)?,
        suspended_at: row.try_get::<Option<i64>, _>(9)?.map(Millis),
    })
}

/// The role in a row whose first column is the id and whose fourth is the role.
fn role(row: &AnyRow) -> Result<Role> {
    let word: String = row.try_get(3)?;
    Role::parse(&word).ok_or_else(|| Error::Corrupt {
        table: "users",
        column: "role",
        row: row.try_get(0).unwrap_or_default(),
        why: format!("\"{word}\" is not a role"),
    })
}
