//! Codes from an app (TOTP: SHA-1, six digits, half a minute) and the recovery codes for whoever lost the app.

mod sql;

use std::fmt::Write;

use constant_time_eq::constant_time_eq;
use data_encoding::BASE32_NOPAD;
use model::{Actor, AppError, Millis, TotpSetup, UserId};
use qrcodegen::{QrCode, QrCodeEcc};
use sqlx::AnyConnection;
use totp_rs::{Builder, Totp};

use super::{Account, People, own, subject};
use crate::secret::random;
use crate::{Result, audit};

/// How many recovery codes there are at first.
const RECOVERY_CODES: usize = 10;

/// The white margin of a QR code, in modules.
const QUIET: i32 = 4;

impl People<'_> {
    /// Makes a new secret for codes from an app. It counts once [`People::confirm_totp`] has seen a code.
    pub async fn begin_totp(&self, actor: &Actor) -> Result<TotpSetup> {
        let secret = BASE32_NOPAD.encode(&random::<20>());
        let mut tx = self.newsroom.store().write().await?;
        let account = own(&mut tx, actor).await?;
        // Else whoever found a desk open could put their own app in the place of the owner's.
        if account.totp.is_some() {
            return Err(AppError::Conflict { message: "people-codes-on".to_owned() }.into());
        }
        sql::wait_for(&mut tx, account.id, &secret).await?;
        tx.commit().await?;
        // A colon would part the issuer from the account's name.
        let issuer = self.newsroom.site().name.replace(':', " ");
        let uri = totp(&secret, &issuer, &account.email).and_then(|totp| totp.to_url().ok());
        let uri = uri.ok_or(AppError::Unavailable)?;
        let (qr, size) = drawing(&uri).ok_or(AppError::Unavailable)?;
        Ok(TotpSetup { secret, uri, qr, size })
    }

    /// Turns codes from an app on, and answers ten recovery codes, shown this once.
    pub async fn confirm_totp(&self, actor: &Actor, code: &str) -> Result<Vec<String>> {
        let now = self.newsroom.now();
        let mut tx = self.newsroom.store().write().await?;
        let account = own(&mut tx, actor).await?;
        let step = account.totp_waiting.as_deref().and_then(|secret| step_of(secret, code, now));
        let step = step.ok_or_else(|| AppError::invalid("code", "people-code-wrong"))?;
        sql::turn_on(&mut tx, account.id, step).await?;
        sql::clear_recovery(&mut tx, account.id).await?;
        let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code()).collect();
        for code in &codes {
            sql::insert_recovery(&mut tx, account.id, &recovery_hash(account.id, code)).await?;
        }
        audit::note(&mut tx, actor, now, "second-factor-on", &subject(account.id), "").await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Turns codes from an app off; the password proves that it is their owner who asks.
    pub async fn end_totp(&self, actor: &Actor, password: &str) -> Result<()> {
        let account = self.proven(actor, "password", password).await?;
        let mut tx = self.newsroom.store().write().await?;
        end(&mut tx, account.id).await?;
        audit::note(&mut tx, actor, self.newsroom.now(), "second-factor-off", &subject(account.id), "").await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Whether a code is one of this account's: from the app, of now or half a minute off, or a recovery code. It is used up.
pub(crate) async fn prove(tx: &mut AnyConnection, account: &Account, code: &str, now: Millis) -> Result<bool> {
    let Some(secret) = &account.totp else { return Ok(true) };
    if let Some(step) = step_of(secret, code, now) {
        return sql::use_step(tx, account.id, step).await;
    }
    let wanted = recovery_hash(account.id, code);
    let mut found = None;
    for hash in sql::recovery(tx, account.id).await? {
        if constant_time_eq(&hash, &wanted) {
            found = Some(hash);
        }
    }
    match found {
        Some(hash) => sql::use_recovery(tx, account.id, &hash, now).await,
        None => Ok(false),
    }
}

/// How many recovery codes are left.
pub(super) async fn left(connection: &mut AnyConnection, user: UserId) -> Result<u32> {
    Ok(sql::recovery(connection, user).await?.len() as u32)
}

/// Turns codes off.
pub(super) async fn end(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sql::turn_off(tx, user).await?;
    sql::clear_recovery(tx, user).await
}

fn totp(secret: &str, issuer: &str, account: &str) -> Option<Totp> {
    let secret = BASE32_NOPAD.decode(secret.as_bytes()).ok()?;
    Builder::new().with_secret(secret).with_issuer(Some(issuer)).with_account_name(account).build().ok()
}

/// The half-minute whose code this is, now or one off; compared in constant time.
fn step_of(secret: &str, code: &str, now: Millis) -> Option<i64> {
    let code: String = code.chars().take(32).filter(|c| !c.is_whitespace()).collect();
    let step = totp(secret, "", "")?.check(&code, (now.0 / 1_000) as u64)?;
    i64::try_from(step).ok()
}

/// Eighty bits in groups of four letters and digits.
fn recovery_code() -> String {
    let letters = BASE32_NOPAD.encode(&random::<10>()).to_lowercase();
    let groups: Vec<&str> = [0, 4, 8, 12].iter().map(|at| &letters[*at..at + 4]).collect();
    groups.join("-")
}

/// What is kept of a recovery code, however it was typed.
fn recovery_hash(user: UserId, code: &str) -> Vec<u8> {
    let letters = code.chars().take(64).filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    let mut hasher = blake3::Hasher::new_derive_key("redazione recovery code");
    hasher.update(&user.0.to_le_bytes());
    hasher.update(letters.collect::<String>().as_bytes());
    hasher.finalize().as_bytes().to_vec()
}

/// A QR code as the `d` of an SVG path, and its side in modules, margin included.
fn drawing(text: &str) -> Option<(String, u32)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // Writing to a text cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    Some((path, (code.size() + 2 * QUIET) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_good_for_its_half_minute_and_one_off() {
        let secret = BASE32_NOPAD.encode(b"12345678901234567890");
        // RFC 6238, appendix B: SHA-1 at 59 s is 94287082.
        let at = |seconds: i64| step_of(&secret, "287 082", Millis(seconds * 1_000));
        assert_eq!(at(59), Some(1));
        assert_eq!(at(0), Some(1));
        assert_eq!(at(89), Some(1));
        assert_eq!(at(90), None);
        for wrong in ["", "28708", "2870822", "287083", "٢٨٧٠٨٢", "abcdef"] {
            assert_eq!(step_of(&secret, wrong, Millis(59_000)), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_recovery_code_may_be_typed_as_one_likes() {
        let code = recovery_code();
        assert_eq!(code.len(), 19);
        let typed = code.to_uppercase().replace('-', " ");
        assert_eq!(recovery_hash(UserId(1), &code), recovery_hash(UserId(1), &typed));
        assert_ne!(recovery_hash(UserId(1), &code), recovery_hash(UserId(2), &code));
    }

    #[test]
    fn a_qr_code_is_drawn_in_runs() {
        let (path, size) = drawing("otpauth://totp/Redazione:ada@example.it?secret=AAAA").expect("it is short");
        assert!(path.starts_with("M4 4h7v1h-7z"), "the first finder pattern begins it: {path}");
        assert!((29..=80).contains(&size));
    }
}
