//! Saying no before anybody who knows the paper's language is asked.

use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

/// Whether a person looks at the answer, as far as the request tells.
pub(crate) fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"))
}

/// A refusal as JSON, or as plain text for somebody who looks at a page.
pub(crate) fn answer(headers: &HeaderMap, status: StatusCode, kind: &str, message: &str) -> Response {
    if wants_page(headers) {
        return plain(status, message);
    }
    let (status, body) = json(status, kind, message);
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

/// A refusal as plain text. For somebody who looks at a page, the middleware `error_pages` makes a page of it.
pub(crate) fn plain(status: StatusCode, message: &str) -> Response {
    (status, [(CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{}: {message}\n", status.as_u16())).into_response()
}

/// The status and JSON of a refusal, in the shape of every error of the API.
pub(crate) fn json(status: StatusCode, kind: &str, message: &str) -> (StatusCode, String) {
    (status, serde_json::json!({ "error": kind, "message": message }).to_string())
}
