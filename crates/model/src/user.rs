//! People of the newsroom: accounts, how they sign in, what they did.

use serde::{Deserialize, Serialize};

use crate::{Millis, PasskeyId, Role, SessionId, UserId};

/// An account, as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The account.
    pub id: UserId,
    /// The address they sign in with.
    pub email: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they have not yet chosen a password.
    pub invited: bool,
    /// When they were suspended.
    pub suspended_at: Option<Millis>,
    /// Whether a second factor is on: a code or a passkey.
    pub second_factor: bool,
    /// When they were last here.
    pub seen_at: Option<Millis>,
}

/// The person who is signed in, as they see themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The account.
    pub id: UserId,
    /// The address they sign in with.
    pub email: String,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The language of their desk: `it` or `en`.
    pub lang: String,
    /// The name they sign stories with, where it is not their own.
    pub byline: Option<String>,
    /// Whether codes from an app are asked for at sign-in.
    pub totp: bool,
    /// How many recovery codes are left.
    pub recovery_codes: u32,
    /// Their passkeys.
    pub passkeys: Vec<PasskeyLine>,
}

/// What became of a sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum SignedIn {
    /// The browser has a session now.
    Done {
        /// Who it is.
        me: Me,
    },
    /// The password was right; a code is asked for (send all again with the code).
    CodeNeeded,
}

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    /// The session.
    pub id: SessionId,
    /// The browser, as it calls itself, shortened.
    pub agent: String,
    /// The beginning of its network address.
    pub address: String,
    /// When it signed in.
    pub created_at: Millis,
    /// When it was last here.
    pub seen_at: Millis,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyLine {
    /// The passkey.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub created_at: Millis,
    /// When it was last used.
    pub used_at: Option<Millis>,
}

/// What an app needs to make codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotpSetup {
    /// The secret in base 32, to type.
    pub secret: String,
    /// The same as an `otpauth://` address.
    pub uri: String,
    /// The address as a QR code: the text of an SVG `path`'s `d`, on a square of `size` modules.
    pub qr: String,
    /// Modules along a side of the QR code, quiet zone included.
    pub size: u32,
}

/// A link that lets somebody choose a password: an invitation or a reset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The path of the link, such as `/desk/welcome/…`.
    pub path: String,
    /// Whether it was sent by mail; else whoever made it passes it on.
    pub mailed: bool,
    /// Until when it is good.
    pub expires_at: Millis,
}

/// Whom a link is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketHolder {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Whether it is a first password, not another one.
    pub first: bool,
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// Its place in the log; later is larger.
    pub id: i64,
    /// When.
    pub at: Millis,
    /// Who.
    pub who: String,
    /// What was done: a word such as `publish`; `audit-publish` is its key in the Fluent files.
    pub action: String,
    /// What it was done to: `article:17`, `user:3`.
    pub subject: String,
    /// More about it, for people.
    pub detail: String,
}
