//! Signing in and out over HTTP, and who may do what about people and settings.

use axum::http::StatusCode;
use model::Role;

use crate::harness::{PASSWORD, Site, cookie_of};

#[tokio::test]
async fn a_session_is_a_cookie_that_scripts_cannot_read() {
    let site = Site::empty().await;
    site.person("ada", Role::Author).await;
    let form = format!("email=Ada%40giornale.example&password={}", PASSWORD.replace(' ', "+"));
    let answer = site.post("/api/v1/sessions/sign-in", &form).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.json()["outcome"], "done");
    assert_eq!(answer.json()["me"]["email"], "ada@giornale.example");
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-redazione="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"), "{cookie}");

    let cookie = cookie_of(&answer).expect("a cookie");
    let me = site.call_as(&cookie, "/api/v1/sessions/me").await;
    assert_eq!((me.status, me.json()["name"].clone()), (StatusCode::OK, "ada".into()));
    assert_eq!(me.header("set-cookie"), "", "a cookie that is good is left alone");
    let signed_out = site.call("/api/v1/sessions/me").await;
    assert_eq!(signed_out.status, StatusCode::UNAUTHORIZED);
    assert_eq!(signed_out.json()["message"], "Accedi per continuare.");

    let out = site.post_as(&cookie, "/api/v1/sessions/sign-out", "").await;
    assert_eq!(out.status, StatusCode::OK, "{}", out.body);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(site.call_as(&cookie, "/api/v1/sessions/me").await.status, StatusCode::UNAUTHORIZED);
}
