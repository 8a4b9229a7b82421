//! Telling and asking how often an article was read.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::ApiError;
#[cfg(feature = "ssr")]
use crate::context::{newsroom, reader};

/// How often an article was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewCount {
    /// Readings, imported ones included.
    pub count: i64,
}

/// Tells that an article was read for five visible seconds, and answers the count with this reading in it.
#[server(prefix = "/api/v1", endpoint = "views/record")]
pub async fn record_view(article_id: i64) -> Result<ViewCount, ApiError> {
    let count = newsroom().pageviews().record(&reader(), model::ArticleId(article_id)).await?;
    Ok(ViewCount { count })
}

/// How often an article was read.
#[server(prefix = "/api/v1", endpoint = "views/get", input = GetUrl)]
pub async fn get_views(article_id: i64) -> Result<ViewCount, ApiError> {
    let count = newsroom().pageviews().count(model::ArticleId(article_id)).await?;
    Ok(ViewCount { count })
}
