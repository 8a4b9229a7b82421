//! The document of the desk, and the doors that people know from other newsrooms.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::router::App;

const HOME: &str = "/desk/";
const ACCOUNT: &str = "/desk/account";

/// Every address below `/desk/` that nothing else answers: the application in the browser knows which page it is.
pub(crate) async fn document(State(app): State<App>) -> Response {
    const FIXED: [(HeaderName, HeaderValue); 2] = [
        (CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (FIXED, app::desk_document(&app.site)).into_response()
}

/// `/.well-known/change-password`: where password managers send people. Who is signed out is asked to sign in first.
pub(crate) async fn change_password() -> Response {
    (StatusCode::FOUND, [(LOCATION, HeaderValue::from_static(ACCOUNT))]).into_response()
}

/// `/wp-admin/`, `/wp-login.php`, `/ghost/`: the desk is elsewhere here.
pub(crate) async fn elsewhere() -> Response {
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, HeaderValue::from_static(HOME))]).into_response()
}
