//! Readers' pages.

use app::{Address, PageRequest};
use axum::extract::{Path, Request, State};
use axum::http::header::{ALLOW, LOCATION};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use model::ArticleId;

use super::{assets, refusal};
use crate::router::App;

/// A page from the cache or a fresh one, a file at the root, or the way to write the address.
pub(crate) async fn page(State(app): State<App>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = refusal::answer(
            request.headers(),
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "a page can only be read",
        );
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let path = request.uri().path();
    if let Some(file) = assets::public(path, request.headers()) {
        return file;
    }
    let query = request.uri().query().unwrap_or_default();
    if let Some(canonical) = Address::canonical(path, app.site.newsroom.site().list_paths) {
        return moved(&canonical, query);
    }
    app.cache
        .page(
            PageRequest { path: path.to_owned(), query: query.to_owned(), ..PageRequest::default() },
            request.headers(),
        )
        .await
}

/// `/a/{id}`: the short address of an article.
pub(crate) async fn by_id(State(app): State<App>, Path(id): Path<String>, request: Request) -> Response {
    let path = match id.parse() {
        Ok(id) => app.site.newsroom.articles().path_of(ArticleId(id)).await,
        Err(_) => Ok(None),
    };
    match path {
        Ok(Some(path)) => moved(&path, ""),
        // No 301 to the same address with a slash: there is nothing there either.
        Ok(None) => {
            let path = request.uri().path().to_owned();
            app.cache.page(PageRequest { path, ..PageRequest::default() }, request.headers()).await
        }
        Err(why) => {
            let status = StatusCode::from_u16(why.into_app().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            refusal::answer(request.headers(), status, "internal", "something went wrong here: try again later")
        }
    }
}

fn moved(path: &str, query: &str) -> Response {
    let location = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    match HeaderValue::from_str(&location) {
        Ok(location) => (StatusCode::MOVED_PERMANENTLY, [(LOCATION, location)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}
