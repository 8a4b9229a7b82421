//! Reading and sending comments.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use model::{Comment, CommentPosted};

use crate::ApiError;
#[cfg(feature = "ssr")]
use crate::context::{actor, newsroom, reader};

/// The approved comments of an article, oldest first.
#[server(prefix = "/api/v1", endpoint = "comments/list", input = GetUrl)]
pub async fn list_comments(article_id: i64) -> Result<Vec<Comment>, ApiError> {
    Ok(newsroom().comments().list(model::ArticleId(article_id)).await?)
}

/// Sends a comment. `parent_id` may be empty; posting twice with one `key` is one comment.
#[server(prefix = "/api/v1", endpoint = "comments/post")]
pub async fn post_comment(
    article_id: i64,
    #[server(default)] parent_id: String,
    name: String,
    email: String,
    body: String,
    key: String,
) -> Result<CommentPosted, ApiError> {
    let new = model::NewComment::parse(model::ArticleId(article_id), &parent_id, &name, &email, &body, &key)?;
    Ok(newsroom().comments().post(&actor(), &reader(), new).await?)
}
