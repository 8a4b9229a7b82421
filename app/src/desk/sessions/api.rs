//! What the browser asks about sessions and about the person who is signed in.

#![cfg_attr(feature = "ssr", expect(clippy::unused_async, reason = "a server function is one, whatever it asks"))]

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use model::{Me, SessionLine, SignedIn, TotpSetup};

use crate::ApiError;
#[cfg(feature = "ssr")]
use crate::context::{actor, end_session, newsroom, reader, session, start_session};

/// Signs in. `code` is empty until it is asked for: six digits from an app, or a recovery code.
///
/// An unknown address, a wrong password and a suspended account are answered alike.
#[server(prefix = "/api/v1", endpoint = "sessions/sign-in")]
pub async fn sign_in(email: String, password: String, #[server(default)] code: String) -> Result<SignedIn, ApiError> {
    let opened = newsroom().sessions().sign_in(&reader(), &email, &password, &code).await?;
    Ok(start_session(opened))
}

/// Ends the session of the browser that asks.
#[server(prefix = "/api/v1", endpoint = "sessions/sign-out")]
pub async fn sign_out() -> Result<(), ApiError> {
    newsroom().sessions().end(session()).await?;
    end_session();
    Ok(())
}

/// Who is signed in.
#[server(prefix = "/api/v1", endpoint = "sessions/me", input = GetUrl)]
pub async fn get_me() -> Result<Me, ApiError> {
    Ok(newsroom().people().me(&actor()).await?)
}

/// The browsers in which the person who asks is signed in, latest first.
#[server(prefix = "/api/v1", endpoint = "sessions/list", input = GetUrl)]
pub async fn list_sessions() -> Result<Vec<SessionLine>, ApiError> {
    Ok(newsroom().sessions().list(&actor(), session()).await?)
}

/// Ends another session of the person who asks.
#[server(prefix = "/api/v1", endpoint = "sessions/revoke")]
pub async fn revoke_session(id: i64) -> Result<(), ApiError> {
    Ok(newsroom().sessions().revoke(&actor(), model::SessionId(id)).await?)
}

/// Changes the password of the person who asks, and ends their other sessions.
#[server(prefix = "/api/v1", endpoint = "sessions/change-password")]
pub async fn change_password(old: String, new: String) -> Result<(), ApiError> {
    Ok(newsroom().people().change_password(&actor(), session(), &old, &new).await?)
}

/// Changes how the person who asks sees the desk and signs stories. `byline` may be empty.
#[server(prefix = "/api/v1", endpoint = "sessions/set-profile")]
pub async fn set_profile(name: String, lang: String, #[server(default)] byline: String) -> Result<Me, ApiError> {
    Ok(newsroom().people().set_profile(&actor(), &name, &lang, &byline).await?)
}

/// Makes a new secret for codes from an app. It counts once [`confirm_totp`] has seen a code.
#[server(prefix = "/api/v1", endpoint = "sessions/begin-totp")]
pub async fn begin_totp() -> Result<TotpSetup, ApiError> {
    Ok(newsroom().people().begin_totp(&actor()).await?)
}

/// Turns codes from an app on, and answers ten recovery codes, shown this once.
#[server(prefix = "/api/v1", endpoint = "sessions/confirm-totp")]
pub async fn confirm_totp(code: String) -> Result<Vec<String>, ApiError> {
    Ok(newsroom().people().confirm_totp(&actor(), &code).await?)
}

/// Turns codes from an app off; the password proves that it is their owner who asks.
#[server(prefix = "/api/v1", endpoint = "sessions/end-totp")]
pub async fn end_totp(password: String) -> Result<(), ApiError> {
    Ok(newsroom().people().end_totp(&actor(), &password).await?)
}

/// Begins to make a passkey: the options for `navigator.credentials.create`, as JSON.
#[server(prefix = "/api/v1", endpoint = "sessions/begin-passkey")]
pub async fn begin_passkey() -> Result<String, ApiError> {
    Ok(newsroom().passkeys().begin(&actor()).await?)
}

/// Keeps the passkey that the browser made: `credential` is its answer as JSON.
#[server(prefix = "/api/v1", endpoint = "sessions/keep-passkey")]
pub async fn keep_passkey(name: String, credential: String) -> Result<Me, ApiError> {
    newsroom().passkeys().keep(&actor(), &name, &credential).await?;
    Ok(newsroom().people().me(&actor()).await?)
}

/// Removes a passkey of the person who asks.
#[server(prefix = "/api/v1", endpoint = "sessions/remove-passkey")]
pub async fn remove_passkey(id: i64) -> Result<Me, ApiError> {
    newsroom().passkeys().remove(&actor(), model::PasskeyId(id)).await?;
    Ok(newsroom().people().me(&actor()).await?)
}

/// Begins to sign in with a passkey: the options for `navigator.credentials.get`, as JSON, under a `challenge` id.
#[server(prefix = "/api/v1", endpoint = "sessions/challenge")]
pub async fn passkey_challenge() -> Result<String, ApiError> {
    Ok(newsroom().passkeys().challenge(&reader())?)
}

/// Signs in with a passkey: `credential` is the browser's answer to [`passkey_challenge`] as JSON.
#[server(prefix = "/api/v1", endpoint = "sessions/sign-in-passkey")]
pub async fn sign_in_with_passkey(credential: String) -> Result<SignedIn, ApiError> {
    let opened = newsroom().passkeys().sign_in(&reader(), &credential).await?;
    Ok(start_session(opened))
}
