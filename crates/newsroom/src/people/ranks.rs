//! What administrators decide about others: roles, and who stays out.

use model::{Actor, AppError, Role, User, UserId, parse_role};
use sqlx::AnyConnection;

use super::{Account, People, codes, must_administer, sql, subject, tickets};
use crate::{Result, audit, passkeys, sessions};

impl People<'_> {
    /// Gives somebody another role. Their sessions go on with it, under tokens that change at the next request.
    pub async fn set_role(&self, actor: &Actor, id: UserId, role: &str) -> Result<User> {
        must_administer(actor)?;
        let role = parse_role(role)?;
        let mut tx = self.newsroom.store().write().await?;
        let account = known(&mut tx, id).await?;
        if account.role != role {
            if account.role == Role::Admin {
                must_not_be_last(&mut tx, id).await?;
            }
            sql::set_role(&mut tx, id, role).await?;
            sessions::rotate_of(&mut tx, id).await?;
            let detail = format!("{} → {}", account.role.as_str(), role.as_str());
            audit::note(&mut tx, actor, self.newsroom.now(), "role", &subject(id), &detail).await?;
        }
        let user = sql::get(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        self.settle(tx).await?;
        Ok(user)
    }

    /// Locks somebody out at once, sessions and links included, or lets them in again.
    pub async fn suspend(&self, actor: &Actor, id: UserId, suspended: bool) -> Result<User> {
        must_administer(actor)?;
        let now = self.newsroom.now();
        let mut tx = self.newsroom.store().write().await?;
        let account = known(&mut tx, id).await?;
        if suspended != account.suspended_at.is_some() {
            if suspended && account.role == Role::Admin {
                must_not_be_last(&mut tx, id).await?;
            }
            sql::suspend(&mut tx, id, suspended.then_some((now, actor.name()))).await?;
            if suspended {
                sessions::end_of(&mut tx, id, None).await?;
                tickets::end_of(&mut tx, id).await?;
            }
            let action = if suspended { "suspend" } else { "readmit" };
            audit::note(&mut tx, actor, now, action, &subject(id), &account.name).await?;
        }
        let user = sql::get(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        self.settle(tx).await?;
        Ok(user)
    }

    /// Takes codes and passkeys away from somebody who lost them.
    pub async fn end_second_factor(&self, actor: &Actor, id: UserId) -> Result<User> {
        must_administer(actor)?;
        let mut tx = self.newsroom.store().write().await?;
        let account = known(&mut tx, id).await?;
        codes::end(&mut tx, id).await?;
        passkeys::end_of(&mut tx, id).await?;
        audit::note(&mut tx, actor, self.newsroom.now(), "second-factor-off", &subject(id), &account.name).await?;
        let user = sql::get(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        self.settle(tx).await?;
        Ok(user)
    }
}

async fn known(tx: &mut AnyConnection, id: UserId) -> Result<Account> {
    Ok(sql::account(tx, id).await?.ok_or(AppError::NotFound)?)
}

/// Somebody must always be able to run the paper.
async fn must_not_be_last(tx: &mut AnyConnection, id: UserId) -> Result<()> {
    let admins = sql::hold_admins(tx).await?;
    if admins.iter().any(|admin| *admin != id) {
        return Ok(());
    }
    Err(AppError::Conflict { message: "people-last-admin".to_owned() }.into())
}
