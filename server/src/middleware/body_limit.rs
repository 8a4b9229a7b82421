//! How much a request may carry.

use std::error::Error;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use futures::StreamExt;
use http_body_util::LengthLimitError;

use crate::routes::{refusal, upload};

/// The most bytes that a form or a call may have. Uploads have a route and a limit of their own.
const LIMIT: usize = 256 * 1024;

/// How much of a body over the limit is read all the same.
const DRAINED: usize = 64 * 1024 * 1024;

/// Refuses a body over the limit before anybody reads it, and reads no further than the limit where its length is not told.
pub(crate) async fn body_limit(request: Request, next: Next) -> Response {
    if request.uri().path() == upload::PATH {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let told =
        parts.headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    if told.is_some_and(|length: u64| length > LIMIT as u64) {
        drain(body).await;
        return too_large(&parts.headers);
    }
    if parts.method.is_safe() {
        return next.run(Request::from_parts(parts, body)).await;
    }
    match to_bytes(body, LIMIT).await {
        Ok(bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Err(why) if matches!(why.source(), Some(source) if source.is::<LengthLimitError>()) => {
            too_large(&parts.headers)
        }
        Err(_) => broken_off(&parts.headers),
    }
}

/// Reads on without keeping anything, so that a client that only listens once it has sent all hears the answer. One that
/// sends more than a browser ever would is cut off.
pub(crate) async fn drain(body: Body) {
    let mut stream = body.into_data_stream();
    let mut left = DRAINED;
    while let Some(Ok(bytes)) = stream.next().await {
        match left.checked_sub(bytes.len()) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

fn too_large(headers: &HeaderMap) -> Response {
    refusal::answer(
        headers,
        StatusCode::PAYLOAD_TOO_LARGE,
        "too_large",
        "the request is larger than 256 KiB: shorten it and send it again",
    )
}

fn broken_off(headers: &HeaderMap) -> Response {
    refusal::answer(headers, StatusCode::REQUEST_TIMEOUT, "timeout", "the request did not arrive whole: send it again")
}
