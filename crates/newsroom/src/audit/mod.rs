//! What everybody did: a log that is only ever added to.

mod sql;

use model::{Actor, AppError, AuditLine, Millis};
use sqlx::AnyConnection;

use crate::{Newsroom, Result};

/// The door to the audit log.
#[derive(Debug)]
pub struct Audit<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

impl Audit<'_> {
    /// What people did, latest first: the fifty lines before the line `before`, or the latest where that is 0.
    pub async fn list(&self, actor: &Actor, before: i64) -> Result<Vec<AuditLine>> {
        if !actor.may_administer() {
            return Err(refusal(actor).into());
        }
        let before = if before > 0 { before } else { i64::MAX };
        sql::list(&mut *self.newsroom.store().read().await?, before).await
    }
}

/// Notes what somebody did, in the transaction in which they do it.
///
/// `action` is a word such as `publish`; `subject` what it was done to, as `article:17` or `user:3`; `detail` says more.
pub(crate) async fn note(
    tx: &mut AnyConnection,
    actor: &Actor,
    at: Millis,
    action: &str,
    subject: &str,
    detail: &str,
) -> Result<()> {
    sql::insert(tx, actor, at, action, subject, detail).await
}

/// Something that somebody does, to be noted in the transaction of whoever writes it.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    /// Who does it.
    pub actor: Actor,
    /// A word such as `restore`.
    pub action: &'static str,
    /// What it is done to, as `article:17`.
    pub subject: String,
    /// More about it.
    pub detail: String,
}

impl Deed {
    /// Notes it.
    pub async fn note(&self, tx: &mut AnyConnection, at: Millis) -> Result<()> {
        note(tx, &self.actor, at, self.action, &self.subject, &self.detail).await
    }
}

/// What to answer somebody who may not: to sign in, where they have not.
pub(crate) fn refusal(actor: &Actor) -> AppError {
    if actor.is_staff() { AppError::Forbidden } else { AppError::SignInRequired }
}
