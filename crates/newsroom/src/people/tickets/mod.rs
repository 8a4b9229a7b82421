//! Links by which somebody chooses a password: an invitation, or a reset. One an account, used once.

mod sql;

use model::{Millis, Ticket, UserId};
use sqlx::AnyConnection;

use super::Account;
use crate::mail::Letter;
use crate::secret::Secret;
use crate::{Newsroom, Result};

const HOUR: i64 = 3_600_000;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A first password; good for seven days.
    Welcome,
    /// Another password; good for two hours.
    Reset,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Reset => "reset",
        }
    }

    fn hours(self) -> i64 {
        match self {
            Self::Welcome => 7 * 24,
            Self::Reset => 2,
        }
    }
}

/// A link that is made, and not yet on its way.
pub(super) struct Made {
    pub path: String,
    pub expires_at: Millis,
    first: bool,
}

/// Makes a link for somebody; those they had before are good no more.
pub(super) async fn make(tx: &mut AnyConnection, newsroom: &Newsroom, account: &Account) -> Result<Made> {
    let kind = if account.password.is_none() { Kind::Welcome } else { Kind::Reset };
    let (secret, now) = (Secret::new(), newsroom.now());
    let expires_at = Millis(now.0 + kind.hours() * HOUR);
    sql::end_of(tx, account.id).await?;
    sql::insert(tx, secret.hash(), account.id, kind, now, expires_at).await?;
    let path = format!("/desk/{}/{}", kind.as_str(), secret.text());
    Ok(Made { path, expires_at, first: kind == Kind::Welcome })
}

/// Sends a link by mail, or hands it to whoever made it where there is no mail. Called once it is committed.
pub(super) fn hand_over(newsroom: &Newsroom, account: &Account, made: Made) -> Ticket {
    let Some(mail) = newsroom.mail() else {
        return Ticket { path: made.path, mailed: false, expires_at: made.expires_at };
    };
    mail.send(Letter {
        first: made.first,
        lang: account.lang.clone(),
        paper: newsroom.site().name.clone(),
        name: account.name.clone(),
        email: account.email.clone(),
        link: format!("{}{}", newsroom.base_url(), made.path),
    });
    // It is for whoever reads the mail; nobody else needs to see it.
    Ticket { path: String::new(), mailed: true, expires_at: made.expires_at }
}

/// Whom a link is for, and whether it is for a first password; none where it is used, too old or made up.
pub(super) async fn holder(connection: &mut AnyConnection, token: &str, now: Millis) -> Result<Option<(UserId, bool)>> {
    match Secret::parse(token) {
        Some(secret) => sql::find(connection, secret.hash(), now).await,
        None => Ok(None),
    }
}

/// Uses a link up; false where somebody else was quicker.
pub(super) async fn tear(tx: &mut AnyConnection, token: &str) -> Result<bool> {
    match Secret::parse(token) {
        Some(secret) => sql::tear(tx, secret.hash()).await,
        None => Ok(false),
    }
}

/// Ends whatever links somebody has.
pub(super) async fn end_of(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sql::end_of(tx, user).await
}

/// When somebody's latest link was made, of those that are still there.
pub(super) async fn latest(connection: &mut AnyConnection, user: UserId) -> Result<Option<Millis>> {
    sql::latest(connection, user).await
}
