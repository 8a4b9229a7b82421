//! What the browser, and anyone else, may ask about articles.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use model::{Article, Card, Page};

use crate::ApiError;
#[cfg(feature = "ssr")]
use crate::context::{actor, newsroom};

/// The published article at a canonical path.
#[server(prefix = "/api/v1", endpoint = "articles/get", input = GetUrl)]
pub async fn get_article(path: String) -> Result<Article, ApiError> {
    let article = newsroom().articles().read(&actor(), &path).await?;
    Ok(article.ok_or(model::AppError::NotFound)?)
}

/// A page of published articles, newest first: of the section, tag, author or archive page at `list`, or of all at `/`.
#[server(prefix = "/api/v1", endpoint = "articles/list", input = GetUrl)]
pub async fn list_articles(
    #[server(default)] list: String,
    #[server(default)] page: u32,
) -> Result<Page<Card>, ApiError> {
    let newsroom = newsroom();
    let listing = super::listing::at(&newsroom, &list).await?.ok_or(model::AppError::NotFound)?;
    Ok(newsroom.articles().list(&listing, page.max(1)).await?)
}

/// Up to four articles close to one in subject and time.
#[server(prefix = "/api/v1", endpoint = "articles/related", input = GetUrl)]
pub async fn related_articles(article_id: i64) -> Result<Vec<Card>, ApiError> {
    Ok(newsroom().articles().related(model::ArticleId(article_id), 4).await?)
}
