//! What the browser asks about people.

#![cfg_attr(feature = "ssr", expect(clippy::unused_async, reason = "a server function is one, whatever it asks"))]

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use model::{AuditLine, SignedIn, Ticket, TicketHolder, User};

use crate::ApiError;
#[cfg(feature = "ssr")]
use crate::context::{actor, newsroom, reader, start_session};

/// Everybody who has an account, by name.
#[server(prefix = "/api/v1", endpoint = "people/list", input = GetUrl)]
pub async fn list_people() -> Result<Vec<User>, ApiError> {
    Ok(newsroom().people().list(&actor()).await?)
}

/// Invites somebody: by mail where that is set up, else by a link to pass on. Inviting again makes a new link.
#[server(prefix = "/api/v1", endpoint = "people/invite")]
pub async fn invite(email: String, name: String, role: String) -> Result<Ticket, ApiError> {
    Ok(newsroom().people().invite(&actor(), &email, &name, &role).await?)
}

/// Makes a link by which somebody chooses another password.
#[server(prefix = "/api/v1", endpoint = "people/reset")]
pub async fn reset_person(id: i64) -> Result<Ticket, ApiError> {
    Ok(newsroom().people().reset(&actor(), model::UserId(id)).await?)
}

/// Gives somebody another role. Their sessions go on with it, under new tokens.
#[server(prefix = "/api/v1", endpoint = "people/set-role")]
pub async fn set_role(id: i64, role: String) -> Result<User, ApiError> {
    Ok(newsroom().people().set_role(&actor(), model::UserId(id), &role).await?)
}

/// Locks somebody out, or lets them in again.
#[server(prefix = "/api/v1", endpoint = "people/suspend")]
pub async fn suspend(id: i64, suspended: bool) -> Result<User, ApiError> {
    Ok(newsroom().people().suspend(&actor(), model::UserId(id), suspended).await?)
}

/// Takes codes and passkeys away from somebody who lost them.
#[server(prefix = "/api/v1", endpoint = "people/end-second-factor")]
pub async fn end_second_factor(id: i64) -> Result<User, ApiError> {
    Ok(newsroom().people().end_second_factor(&actor(), model::UserId(id)).await?)
}

/// Asks for a link to choose another password. The answer is the same whether or not there is such an account.
#[server(prefix = "/api/v1", endpoint = "people/forgot")]
pub async fn forgot_password(email: String) -> Result<(), ApiError> {
    Ok(newsroom().people().forgot(&reader(), &email)?)
}

/// Whom a link is for.
#[server(prefix = "/api/v1", endpoint = "people/ticket", input = GetUrl)]
pub async fn get_ticket(token: String) -> Result<TicketHolder, ApiError> {
    Ok(newsroom().people().ticket(&reader(), &token).await?)
}

/// Chooses a password by a link, and signs in.
#[server(prefix = "/api/v1", endpoint = "people/choose-password")]
pub async fn choose_password(token: String, password: String) -> Result<SignedIn, ApiError> {
    let opened = newsroom().people().choose_password(&reader(), &token, &password).await?;
    Ok(start_session(opened))
}

/// What people did, latest first: those before `before` (0 for the latest), fifty at most.
#[server(prefix = "/api/v1", endpoint = "people/audit", input = GetUrl)]
pub async fn list_audit(#[server(default)] before: i64) -> Result<Vec<AuditLine>, ApiError> {
    Ok(newsroom().audit().list(&actor(), before).await?)
}
