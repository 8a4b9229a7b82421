//! Passkeys: a device proves who its owner is, and that they are there. One counts as two factors.

mod ceremonies;
mod sql;

use data_encoding::BASE64URL_NOPAD;
use model::{Actor, AppError, PasskeyId, PasskeyLine, UserId, parse_name};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sqlx::AnyConnection;
use webauthn_rs::prelude::{
    Passkey, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

use crate::people::{self, own};
use crate::sessions::{self, Opened};
use crate::{Newsroom, Reader, Result, audit};

pub(crate) use ceremonies::Ceremonies;

/// The most passkeys of one account.
const PASSKEYS_MAX: usize = 20;

/// The door to the passkeys.
#[derive(Debug)]
pub struct Passkeys<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

impl Passkeys<'_> {
    /// Begins to make a passkey: the options for `navigator.credentials.create`, as JSON.
    pub async fn begin(&self, actor: &Actor) -> Result<String> {
        let webauthn = self.webauthn()?;
        let mut connection = self.newsroom.store().read().await?;
        let account = own(&mut connection, actor).await?;
        let known = sql::credentials(&mut connection, account.id).await?;
        if known.len() >= PASSKEYS_MAX {
            return Err(AppError::Conflict { message: "people-passkeys-many".to_owned() }.into());
        }
        let (options, state) = webauthn
            .start_passkey_registration(handle(account.id), &account.email, &account.name, Some(known))
            .map_err(|_| unavailable())?;
        self.newsroom.ceremonies().begin_making(account.id, state, self.newsroom.now());
        let mut options = serde_json::to_value(options).map_err(|_| unavailable())?;
        // Signing in asks for no address: the device must know whose passkey it is.
        if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection") {
            selection["residentKey"] = json!("required");
            selection["requireResidentKey"] = json!(true);
        }
        Ok(options.to_string())
    }

    /// Keeps the passkey that the browser made: `credential` is its answer as JSON.
    pub async fn keep(&self, actor: &Actor, name: &str, credential: &str) -> Result<()> {
        let webauthn = self.webauthn()?;
        let name = parse_name(name)?;
        let user = actor.user().ok_or(AppError::SignInRequired)?;
        let credential: RegisterPublicKeyCredential = read(credential)?;
        let now = self.newsroom.now();
        let state = self.newsroom.ceremonies().end_making(user, now).ok_or_else(late)?;
        let passkey = webauthn.finish_passkey_registration(&credential, &state).map_err(|why| wrong(&why))?;
        let data = serde_json::to_string(&passkey).map_err(|_| unavailable())?;
        let mut tx = self.newsroom.store().write().await?;
        if !sql::insert(&mut tx, user, passkey.cred_id().as_ref(), &name, &data, now).await? {
            return Err(AppError::invalid("credential", "people-passkey-taken").into());
        }
        audit::note(&mut tx, actor, now, "passkey-add", &people::subject(user), &name).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a passkey of the person who asks.
    pub async fn remove(&self, actor: &Actor, id: PasskeyId) -> Result<()> {
        let user = actor.user().ok_or(AppError::SignInRequired)?;
        let mut tx = self.newsroom.store().write().await?;
        if !sql::remove(&mut tx, id, user).await? {
            return Err(AppError::NotFound.into());
        }
        audit::note(&mut tx, actor, self.newsroom.now(), "passkey-remove", &people::subject(user), "").await?;
        tx.commit().await?;
        Ok(())
    }

    /// Begins to sign in: the options for `navigator.credentials.get`, as JSON `{"publicKey": {"challenge", …}}`.
    ///
    /// The answer is found again by its challenge, within five minutes and from the same network.
    pub fn challenge(&self, from: &Reader) -> Result<String> {
        let (options, state) = self.webauthn()?.start_discoverable_authentication().map_err(|_| unavailable())?;
        let options = serde_json::to_value(options).map_err(|_| unavailable())?;
        let challenge = options.pointer("/publicKey/challenge").and_then(Value::as_str).ok_or_else(unavailable)?;
        self.newsroom.ceremonies().begin(challenge.to_owned(), from.network(), state, self.newsroom.now());
        // Whether the browser offers it by itself or when asked is for the page to say.
        Ok(json!({ "publicKey": options["publicKey"] }).to_string())
    }

    /// Signs in with a passkey: `credential` is the browser's answer to [`Passkeys::challenge`] as JSON.
    ///
    /// A passkey nobody has, one of somebody who is suspended and one that does not prove itself are answered alike.
    pub async fn sign_in(&self, from: &Reader, credential: &str) -> Result<Opened> {
        let (newsroom, now) = (self.newsroom, self.newsroom.now());
        let webauthn = self.webauthn()?;
        newsroom.doorkeeper().admit_address(from.network(), now)?;
        let credential: PublicKeyCredential = read(credential)?;
        let state = challenge_of(&credential)
            .and_then(|challenge| newsroom.ceremonies().end(&challenge, from.network(), now))
            .ok_or_else(late)?;
        let (claimed, id) = webauthn.identify_discoverable_authentication(&credential).map_err(|why| wrong(&why))?;
        let mut tx = newsroom.store().write().await?;
        let stored = sql::by_credential(&mut tx, id).await?.filter(|stored| handle(stored.user) == claimed);
        let Some(stored) = stored else { return Err(unknown().into()) };
        let account = people::account(&mut tx, stored.user).await?.filter(|account| account.suspended_at.is_none());
        let Some(account) = account else { return Err(unknown().into()) };
        let mut passkey: Passkey = serde_json::from_str(&stored.data).map_err(|why| crate::Error::Corrupt {
            table: "passkeys",
            column: "data",
            row: stored.id.0,
            why: why.to_string(),
        })?;
        let proof = webauthn.finish_discoverable_authentication_v2(&credential, state, &passkey);
        let Ok(proof) = proof else {
            tx.rollback().await?;
            newsroom.sessions().note_failure(from, Some(&account)).await?;
            return Err(unknown().into());
        };
        passkey.update_credential(&proof);
        let data = serde_json::to_string(&passkey).map_err(|_| unavailable())?;
        sql::used(&mut tx, stored.id, &data, now).await?;
        let opened = sessions::open(&mut tx, newsroom, from, account, "passkey").await?;
        tx.commit().await?;
        Ok(opened)
    }

    /// The domain that passkeys are made for; none where the paper's address has no place for them: they need a domain,
    /// and https but for `localhost`.
    pub fn domain(&self) -> Option<String> {
        self.place().map(|(_, domain)| domain)
    }

    fn place(&self) -> Option<(Url, String)> {
        let origin = Url::parse(self.newsroom.base_url()).ok()?;
        let domain = origin.domain()?.to_owned();
        (origin.scheme() == "https" || domain == "localhost").then_some((origin, domain))
    }

    /// What checks passkeys, bound to the paper's own address.
    fn webauthn(&self) -> Result<Webauthn, AppError> {
        let (origin, domain) = self.place().ok_or_else(unavailable)?;
        let name = self.newsroom.site().name.clone();
        let builder = WebauthnBuilder::new(&domain, &origin).map_err(|_| unavailable())?;
        builder.rp_name(&name).build().map_err(|_| unavailable())
    }
}

/// The passkeys of an account, oldest first.
pub(crate) async fn of(connection: &mut AnyConnection, user: UserId) -> Result<Vec<PasskeyLine>> {
    sql::of(connection, user).await
}

/// Takes every passkey away from an account.
pub(crate) async fn end_of(tx: &mut AnyConnection, user: UserId) -> Result<()> {
    sql::end_of(tx, user).await
}

/// The account as devices store it: the same for ever, and no counter that strangers can read.
fn handle(user: UserId) -> Uuid {
    let hash = blake3::derive_key("redazione passkey owner", &user.0.to_le_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Uuid::from_bytes(bytes)
}

/// The challenge that an answer speaks of.
fn challenge_of(credential: &PublicKeyCredential) -> Option<String> {
    let data: Value = serde_json::from_slice(&credential.response.client_data_json).ok()?;
    let challenge = data.get("challenge")?.as_str()?;
    Some(BASE64URL_NOPAD.encode(&BASE64URL_NOPAD.decode(challenge.trim_end_matches('=').as_bytes()).ok()?))
}

fn read<T: DeserializeOwned>(credential: &str) -> Result<T, AppError> {
    serde_json::from_str(credential).map_err(|_| AppError::invalid("credential", "people-passkey-wrong"))
}

fn wrong(why: &dyn std::fmt::Display) -> AppError {
    tracing::info!(%why, "a passkey was refused");
    AppError::invalid("credential", "people-passkey-wrong")
}

fn unknown() -> AppError {
    AppError::invalid("credential", "people-passkey-unknown")
}

fn late() -> AppError {
    AppError::invalid("credential", "people-passkey-late")
}

fn unavailable() -> AppError {
    AppError::Conflict { message: "people-passkeys-unavailable".to_owned() }
}
