//! `/preview/{token}/`: a story that is not public, for whoever holds the link. Its page is kept by nobody.

use app::{Address, PageRequest};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, LOCATION, REFERRER_POLICY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::router::App;

/// What keeps a preview between those who have its link.
const FIXED: [(HeaderName, &str); 3] = [
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow, noarchive"),
    (REFERRER_POLICY, "no-referrer"),
];

/// Rendered for this request alone; neither caches, search engines nor the pages it links to are told of it.
pub(crate) async fn preview(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    let mut response = match Address::canonical(path, app.site.newsroom.site().list_paths)
        .map(|canonical| HeaderValue::from_str(&canonical))
    {
        Some(Ok(canonical)) => (StatusCode::MOVED_PERMANENTLY, [(LOCATION, canonical)]).into_response(),
        _ => app.cache.render(PageRequest { path: path.to_owned(), ..PageRequest::default() }).await,
    };
    for (name, value) in FIXED {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
