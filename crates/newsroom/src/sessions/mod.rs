//! Signed-in browsers: a random token in a cookie, its hash in the database, thirty days since it was last used.

mod signing_in;
mod sql;
mod throttle;

use std::net::IpAddr;

use model::{Actor, AppError, Me, Millis, SessionId, SessionLine, Staff, UserId, one_line};
use sqlx::AnyConnection;

use crate::people::{self, Account};
use crate::secret::Secret;
use crate::{Newsroom, Reader, Result, audit};

pub(crate) use throttle::Doorkeeper;

const MINUTE: i64 = 60 * 1_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long a session lasts that nobody uses.
pub const SESSION_DAYS: i64 = 30;

/// How long a token still answers once it was changed: requests that were on their way carry it.
const HAND_OVER: i64 = 30 * 1_000;

/// The most characters that are kept of what a browser calls itself.
const AGENT_MAX: usize = 200;

/// The door to the sessions.
#[derive(Debug)]
pub struct Sessions<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// A session that has just begun.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Whose it is.
    pub me: Me,
    /// What the browser is to keep in its cookie.
    pub token: String,
    /// The session.
    pub session: SessionId,
}

/// The session of a request.
#[derive(Clone, Debug)]
pub struct Found {
    /// Who asks.
    pub staff: Staff,
    /// The session.
    pub session: SessionId,
    /// The language of their desk: `it` or `en`.
    pub lang: String,
    /// What the browser's cookie is to hold from now on, where it is to be set again.
    pub cookie: Option<String>,
}

impl Sessions<'_> {
    /// The session of a token; none where the token is made up, or the session over.
    ///
    /// One indexed read. At most once a minute it is written down that the session was here, and at most once an hour
    /// its thirty days begin anew.
    pub async fn find(&self, token: &str) -> Result<Option<Found>> {
        let Some(secret) = Secret::parse(token) else { return Ok(None) };
        let now = self.newsroom.now();
        let open = sql::find(&mut *self.newsroom.store().read().await?, secret.hash(), now).await?;
        let Some(open) = open else { return Ok(None) };
        let mut found = Found { session: open.id, lang: open.lang.clone(), cookie: None, staff: open.staff.clone() };
        // Whoever asks is known; that it cannot be written down now is no reason to turn them away.
        match self.keep_alive(&open, &secret, now).await {
            Ok(cookie) => found.cookie = cookie,
            Err(why) => tracing::warn!(error = %why, "a session could not be kept alive"),
        }
        Ok(Some(found))
    }

    /// Whose a session is now and with which role; none where it is over, revoked or its owner suspended.
    ///
    /// For connections that stay open: one read by key, nothing written.
    pub async fn check(&self, session: SessionId) -> Result<Option<Staff>> {
        sql::check(&mut *self.newsroom.store().read().await?, session, self.newsroom.now()).await
    }

    /// The browsers in which the person who asks is signed in, latest first.
    pub async fn list(&self, actor: &Actor, current: Option<SessionId>) -> Result<Vec<SessionLine>> {
        let user = actor.user().ok_or(AppError::SignInRequired)?;
        sql::of(&mut *self.newsroom.store().read().await?, user, current, self.newsroom.now()).await
    }

    /// Ends a session of the person who asks.
    pub async fn revoke(&self, actor: &Actor, session: SessionId) -> Result<()> {
        let user = actor.user().ok_or(AppError::SignInRequired)?;
        let mut tx = self.newsroom.store().write().await?;
        if !sql::end(&mut tx, session, user).await? {
            return Err(AppError::NotFound.into());
        }
        audit::note(&mut tx, actor, self.newsroom.now(), "session-revoke", &people::subject(user), "").await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends the session that a browser has, where it has one.
    pub async fn end(&self, session: Option<SessionId>) -> Result<()> {
        let Some(session) = session else { return Ok(()) };
        let now = self.newsroom.now();
        let mut tx = self.newsroom.store().write().await?;
        if let Some(staff) = sql::check(&mut tx, session, now).await?
            && sql::end(&mut tx, session, staff.id).await?
        {
            let subject = people::subject(staff.id);
            audit::note(&mut tx, &Actor::Staff(staff), now, "sign-out", &subject, "").await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Writes down that a session was here, where that is due; answers what its cookie is to hold from now on.
    async fn keep_alive(&self, open: &sql::Open, secret: &Secret, now: Millis) -> Result<Option<String>> {
        let is_current = open.hash == secret.hash();
        if open.rotate && is_current {
            return self.change_token(open, now).await;
        }
        if now.0 - open.seen_at.0 < MINUTE {
            return Ok(None);
        }
        let due = open.expires_at.0 <= now.0 + SESSION_DAYS * DAY - HOUR;
        let expires_at = if due { Millis(now.0 + SESSION_DAYS * DAY) } else { open.expires_at };
        let mut tx = self.newsroom.store().write().await?;
        sql::touch(&mut tx, open.id, open.staff.id, now, expires_at).await?;
        tx.commit().await?;
        Ok((due && is_current).then(|| secret.text()))
    }

    /// Gives a session another token, unless a request beside this one did.
    async fn change_token(&self, open: &sql::Open, now: Millis) -> Result<Option<String>> {
        let fresh = Secret::new();
        let mut tx = self.newsroom.store().write().await?;
        let mine = sql::rotate(&mut tx, open.hash.clone(), fresh.hash(), Millis(now.0 + HAND_OVER)).await?;
        sql::touch(&mut tx, open.id, open.staff.id, now, Millis(now.0 + SESSION_DAYS * DAY)).await?;
        tx.commit().await?;
        Ok(mine.then(|| fresh.text()))
    }
}

/// Begins a session, and notes `how` somebody came in.
pub(crate) async fn open(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    from: &Reader,
    account: Account,
    how: &str,
) -> Result<Opened> {
    let (now, secret) = (newsroom.now(), Secret::new());
    let (address, agent) = (shortened(from.address), agent(&from.user_agent));
    let expires_at = Millis(now.0 + SESSION_DAYS * DAY);
    let (user, actor) = (account.id, Actor::Staff(account.staff()));
    sql::sweep(tx, user, now).await?;
    let new = sql::NewRow { hash: secret.hash(), user, at: now, expires_at, address: &address, agent: &agent };
    let session = sql::insert(tx, &new).await?;
    sql::touch(tx, session, user, now, expires_at).await?;
    audit::note(tx, &actor, now, "sign-in", &people::subject(user), &format!("{how}, {address}")).await?;
    Ok(Opened { me: people::me(tx, account).await?, token: secret.text(), session })
}

/// Ends the sessions of an account but for one.
pub(crate) async fn end_of(tx: &mut AnyConnection, user: UserId, but: Option<SessionId>) -> Result<()> {
    sql::end_of(tx, user, but).await
}

/// Has the tokens of an account's sessions changed at their next requests.
pub(crate) async fn rotate_of(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sql::rotate_of(tx, user).await
}

/// The beginning of a network address: enough to tell home from elsewhere, not to find a door.
fn shortened(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

fn agent(user_agent: &str) -> String {
    one_line(user_agent).chars().take(AGENT_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_only_the_beginning_is_kept() {
        let shortened = |address: &str| shortened(address.parse().expect("an address"));
        assert_eq!(shortened("192.0.2.17"), "192.0.2.0/24");
        assert_eq!(shortened("::ffff:192.0.2.17"), "192.0.2.0/24");
        assert_eq!(shortened("2001:db8:1:2:3:4:5:6"), "2001:db8:1::/48");
    }
}
