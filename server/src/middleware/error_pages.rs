//! Refusals as pages, for people.

use std::time::Duration;

use app::{PageRequest, Site};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::Response;

use crate::page_cache::private;
use crate::routes::refusal;

/// How long the page may take: the refusal itself must not be held up by what was wrong.
const PATIENCE: Duration = Duration::from_secs(3);

/// Puts the paper's own page in the place of a refusal in plain text, where a person looks at it.
pub(crate) async fn error_pages(State(site): State<Site>, request: Request, next: Next) -> Response {
    let wants_page = refusal::wants_page(request.headers());
    let response = next.run(request).await;
    let plain = response.headers().get(CONTENT_TYPE).is_none_or(|value| value.as_bytes().starts_with(b"text/plain"));
    let refused = response.status().is_client_error() || response.status().is_server_error();
    if !wants_page || !refused || !plain {
        return response;
    }
    let page = PageRequest { refused: Some(response.status().as_u16()), ..PageRequest::default() };
    match tokio::time::timeout(PATIENCE, tokio::spawn(app::render(site, page))).await {
        Ok(Ok(page)) => with_headers_of(response, private(page)),
        _ => response,
    }
}

/// Keeps what the refusal said in its headers, such as which methods are allowed.
fn with_headers_of(refusal: Response, mut page: Response) -> Response {
    for (name, value) in refusal.headers() {
        if !page.headers().contains_key(name) && name != "content-length" {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}
