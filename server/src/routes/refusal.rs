//! Saying no before anybody who knows the paper's language is asked.

use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

/// A refusal as JSON, or as plain text for somebody who looks at a page.
pub(crate) fn answer(headers: &HeaderMap, status: StatusCode, kind: &str, message: &str) -> Response {
    let page = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|accept| accept.contains("text/html"));
    if page {
        return (status, [(CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{}: {message}", status.as_u16())).into_response();
    }
    let (status, body) = json(status, kind, message);
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

/// The status and JSON of a refusal, in the shape of every error of the API.
pub(crate) fn json(status: StatusCode, kind: &str, message: &str) -> (StatusCode, String) {
    (status, serde_json::json!({ "error": kind, "message": message }).to_string())
}
