//! What the browser asks about the paper itself.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use model::{Section, SignedIn, Site};

use crate::ApiError;
#[cfg(feature = "ssr")]
use crate::context::{actor, newsroom, reader, start_session};

/// The paper's particulars.
#[server(prefix = "/api/v1", endpoint = "settings/get", input = GetUrl)]
pub async fn get_settings() -> Result<Site, ApiError> {
    Ok(newsroom().settings(&actor()).await?)
}

/// Changes the paper's particulars: `site` is a [`Site`] as JSON.
#[server(prefix = "/api/v1", endpoint = "settings/set")]
pub async fn set_settings(site: String) -> Result<Site, ApiError> {
    Ok(newsroom().change_settings(&actor(), &site).await?)
}

/// The section tree.
#[server(prefix = "/api/v1", endpoint = "sections/list", input = GetUrl)]
pub async fn list_sections() -> Result<Vec<Section>, ApiError> {
    Ok(newsroom().sections().tree().await?)
}

/// Makes a section, or changes the one of this name: `parent` is the name of its top section or empty, `colour` 0–7.
#[server(prefix = "/api/v1", endpoint = "sections/set")]
pub async fn set_section(
    name: String,
    #[server(default)] parent: String,
    #[server(default)] description: String,
    #[server(default)] colour: u32,
) -> Result<Vec<Section>, ApiError> {
    newsroom().sections().set(&actor(), &name, &parent, &description, colour).await?;
    Ok(newsroom().sections().tree().await?)
}

/// Whether the paper waits for its first administrator, and `token` (which `serve` printed) opens the wizard.
#[server(prefix = "/api/v1", endpoint = "wizard/get", input = GetUrl)]
pub async fn get_wizard(#[server(default)] token: String) -> Result<bool, ApiError> {
    Ok(newsroom().wizard().is_open(&reader(), &token).await?)
}

/// Founds the paper and signs its administrator in: `site` is a [`Site`] as JSON, `sections` one name a line.
#[server(prefix = "/api/v1", endpoint = "wizard/finish")]
pub async fn finish_wizard(
    token: String,
    site: String,
    sections: String,
    name: String,
    email: String,
    password: String,
) -> Result<SignedIn, ApiError> {
    let opened = newsroom().wizard().finish(&reader(), &token, &site, &sections, (&name, &email, &password)).await?;
    Ok(start_session(opened))
}
