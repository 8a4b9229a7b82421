//! How long an address may be.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;

use crate::routes::refusal;

const LIMIT: usize = 4 * 1024;

/// Refuses an address of more than four kibibytes.
pub(crate) async fn url_limit(request: Request, next: Next) -> Response {
    let length = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    if length > LIMIT {
        return refusal::answer(
            request.headers(),
            StatusCode::URI_TOO_LONG,
            "uri_too_long",
            "the address is longer than 4 KiB",
        );
    }
    next.run(request).await
}
