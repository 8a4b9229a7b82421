//! Whether the server lives, and whether it can serve.

use axum::extract::State;
use axum::http::StatusCode;

use crate::router::App;

/// The process answers.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers too.
pub(crate) async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.site.newsroom.changes().latest().await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(why) => {
            tracing::warn!(error = %why, "not ready to serve");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
