//! Signing in with a password, and a code where one is asked for.

use model::{Actor, AppError};

use super::{Opened, Sessions};
use crate::people::{self, Account};
use crate::{Reader, Result, audit};

impl Sessions<'_> {
    /// Signs in. None where the password is right and a code is asked for: all is sent again with it.
    ///
    /// An unknown address, a wrong password and a suspended account are answered alike, and as slowly.
    pub async fn sign_in(&self, from: &Reader, email: &str, password: &str, code: &str) -> Result<Option<Opened>> {
        let (newsroom, now) = (self.newsroom, self.newsroom.now());
        newsroom.doorkeeper().admit_address(from.network(), now)?;
        newsroom.doorkeeper().admit_account(email, now)?;
        let account = people::find(&mut *newsroom.store().read().await?, email).await?;
        let hash = account.as_ref().and_then(|account| account.password.as_deref());
        let is_right = newsroom.passwords().verify(password, hash).await?;
        let known = account.clone().filter(|account| is_right && account.suspended_at.is_none());
        let Some(known) = known else {
            self.note_failure(from, account.as_ref()).await?;
            return Err(AppError::invalid("password", "people-sign-in-wrong").into());
        };
        if known.totp.is_some() && code.trim().is_empty() {
            newsroom.doorkeeper().refund(email);
            return Ok(None);
        }
        let mut tx = newsroom.store().write().await?;
        // What was read before may have changed while the password was being hashed.
        let is_same = |now: &Account| now.suspended_at.is_none() && now.password == known.password;
        let known = people::account(&mut tx, known.id).await?.filter(is_same);
        let known = known.ok_or_else(|| AppError::invalid("password", "people-sign-in-wrong"))?;
        if !people::prove(&mut tx, &known, code, now).await? {
            tx.rollback().await?;
            self.note_failure(from, Some(&known)).await?;
            return Err(AppError::invalid("code", "people-code-wrong").into());
        }
        let how = if known.totp.is_some() { "password and code" } else { "password" };
        let opened = super::open(&mut tx, newsroom, from, known, how).await?;
        tx.commit().await?;
        newsroom.doorkeeper().reset(email);
        Ok(Some(opened))
    }

    /// Notes that somebody failed to sign in. What they typed is kept nowhere: it may be a password in the wrong field.
    pub(crate) async fn note_failure(&self, from: &Reader, account: Option<&Account>) -> Result<()> {
        let subject = account.map(|account| people::subject(account.id)).unwrap_or_default();
        let detail = super::shortened(from.address);
        let mut tx = self.newsroom.store().write().await?;
        audit::note(&mut tx, &Actor::Reader, self.newsroom.now(), "sign-in-failed", &subject, &detail).await?;
        tx.commit().await?;
        Ok(())
    }
}
