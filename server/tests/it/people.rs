//! Signing in and out over HTTP, and who may do what about people and settings.

use axum::http::StatusCode;
use model::Role;

use crate::harness::{BASE_URL, PASSWORD, Site, cookie_of, form_request};
use crate::permissions::every_path;

const SIGN_IN: &str = "/api/v1/sessions/sign-in";
const ME: &str = "/api/v1/sessions/me";

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
    assert_eq!(me.header("cache-control"), "private, no-store");
    let signed_out = site.call("/api/v1/sessions/me").await;
    assert_eq!(signed_out.status, StatusCode::UNAUTHORIZED);
    assert_eq!(signed_out.json()["message"], "Accedi per continuare.");

    let out = site.post_as(&cookie, "/api/v1/sessions/sign-out", "").await;
    assert_eq!(out.status, StatusCode::OK, "{}", out.body);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(site.call_as(&cookie, "/api/v1/sessions/me").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn unknown_wrong_and_malformed_are_answered_alike() {
    let site = Site::empty().await;
    site.person("ada", Role::Author).await;
    let wrong = site.post(SIGN_IN, "email=ada%40giornale.example&password=non+questa+qui").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.body);
    assert_eq!(wrong.json()["field"], "password");
    assert!(wrong.json()["message"].as_str().is_some_and(|text| text.starts_with("L’indirizzo o la password")));
    let long = "a".repeat(200_000);
    for form in [
        "email=nessuno%40giornale.example&password=non+questa+qui",
        "email=&password=",
        "email=%00&password=%00%01%7f",
        "email=%D0%B0da%40giornale.example&password=una+frase+lunga",
        "email=ada%40giornale.example%0D%0ABcc%3A+x%40y.example&password=una+frase+lunga",
        &format!("email=ada%40giornale.example&password={long}"),
    ] {
        let answer = site.post(SIGN_IN, form).await;
        assert_eq!((answer.status, &answer.body), (wrong.status, &wrong.body), "{form:.60}");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn hostile_requests_are_refused_and_never_ours() {
    let site = Site::empty().await;
    let cookie = site.signed_in("ada", Role::Admin).await;
    let huge = format!("email=ada%40giornale.example&password={}", "a".repeat(1_000_000));
    assert_eq!(site.post(SIGN_IN, &huge).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    for (path, form) in [
        (SIGN_IN, "email=%FF%FE&password=%C3%28"),
        (SIGN_IN, "email=a"),
        (SIGN_IN, ""),
        ("/api/v1/people/suspend", "id=x&suspended=maybe"),
        ("/api/v1/people/suspend", "id=99999999999999999999&suspended=true"),
        ("/api/v1/people/suspend", "id=-1&suspended=true"),
        ("/api/v1/people/invite", "email=x&name=%00&role=king"),
        ("/api/v1/people/choose-password", "token=%00&password=una+frase+lunga"),
        ("/api/v1/sessions/sign-in-passkey", "credential=%7B%7D"),
        ("/api/v1/sessions/sign-in-passkey", "credential=%00"),
        ("/api/v1/sessions/keep-passkey", "name=x&credential=%5B%5B%5B"),
        ("/api/v1/sessions/confirm-totp", "code=%F0%9F%92%A3"),
        ("/api/v1/settings/set", "site=%7B%22name%22%3A%00%7D"),
        ("/api/v1/settings/set", "site=null"),
        ("/api/v1/sections/set", "name=%2F&colour=-1"),
        ("/api/v1/wizard/finish", "token=x&site=x&sections=x&name=x&email=x&password=x"),
    ] {
        let answer = site.post_as(&cookie, path, form).await;
        assert!(answer.status.is_client_error(), "{path} {form}: {} {}", answer.status, answer.body);
        assert!(answer.json()["message"].is_string(), "{path}");
    }
    for cookie in ["__Host-redazione=", "__Host-redazione=x", "__Host-redazione=%00", "redazione=x", ";;;=", "\u{e9}"] {
        assert_eq!(site.call_as(cookie, ME).await.status, StatusCode::UNAUTHORIZED, "{cookie:?}");
    }
}

#[tokio::test]
async fn whoever_tries_too_often_is_told_when_to_come_back() {
    let site = Site::empty().await;
    let mut last = None;
    for _ in 0..6 {
        last = Some(site.post(SIGN_IN, "email=nessuno%40giornale.example&password=non+questa+qui").await);
    }
    let last = last.expect("there was one");
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS, "{}", last.body);
    assert_eq!(last.header("retry-after"), "1");
    assert_eq!((last.json()["error"].clone(), last.json()["retry_after"].clone()), ("too_many".into(), 1.into()));
    assert_eq!(last.json()["message"], "Troppe richieste in poco tempo. Riprova tra un secondo.");
}

#[tokio::test]
async fn another_site_changes_nothing() {
    let site = Site::empty().await;
    let cookie = site.signed_in("ada", Role::Admin).await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://altrove.example"),
        ("origin", "null"),
    ] {
        for path in every_path(true) {
            let request = form_request(&path).header(name, value).header("cookie", &cookie);
            let answer = site.send(request.body("".into()).expect("a request")).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {name}: {value}");
        }
    }
    let own = form_request("/api/v1/sessions/sign-out").header("origin", BASE_URL).header("cookie", &cookie);
    assert_eq!(site.send(own.body("".into()).expect("a request")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_changes_something_cannot_be_called_by_following_a_link() {
    let site = Site::empty().await;
    let cookie = site.signed_in("ada", Role::Admin).await;
    for path in every_path(true) {
        assert_eq!(site.call_as(&cookie, &path).await.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
    for path in every_path(false) {
        assert_eq!(site.post_as(&cookie, &path, "").await.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

#[tokio::test]
async fn whoever_is_suspended_is_out_at_once() {
    let site = Site::empty().await;
    let admin = site.signed_in("capo", Role::Admin).await;
    let ada = site.person("ada", Role::Author).await;
    let cookie = site.sign_in("ada", &[10, 9, 9, 9]).await;
    assert_eq!(site.call_as(&cookie, ME).await.status, StatusCode::OK);
    let form = format!("id={}&suspended=true", ada.id);
    let done = site.post_as(&admin, "/api/v1/people/suspend", &form).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(site.call_as(&cookie, ME).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn another_role_comes_with_another_cookie() {
    let site = Site::empty().await;
    let admin = site.signed_in("capo", Role::Admin).await;
    let ada = site.person("ada", Role::Author).await;
    let old = site.sign_in("ada", &[10, 9, 9, 9]).await;
    let done = site.post_as(&admin, "/api/v1/people/set-role", &format!("id={}&role=admin", ada.id)).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let next = site.call_as(&old, "/api/v1/people/list").await;
    assert_eq!(next.status, StatusCode::OK, "the new role holds at once");
    let fresh = cookie_of(&next).expect("the next answer brings a new cookie");
    assert_ne!(fresh, old);
    assert_eq!(site.call_as(&fresh, ME).await.json()["role"], "admin");
}

#[tokio::test]
async fn signing_in_again_ends_the_session_before() {
    let site = Site::empty().await;
    let first = site.signed_in("ada", Role::Author).await;
    let form = format!("email=ada%40giornale.example&password={}", PASSWORD.replace(' ', "+"));
    let again = site.post_as(&first, SIGN_IN, &form).await;
    let second = cookie_of(&again).expect("a new cookie");
    assert_eq!(site.call_as(&first, ME).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(site.call_as(&second, "/api/v1/sessions/list").await.json().as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn refusals_are_in_the_language_of_the_desk_and_pages_ask_nobody() {
    let site = Site::with_an_article().await;
    let cookie = site.signed_in("ada", Role::Author).await;
    let set = site.post_as(&cookie, "/api/v1/sessions/set-profile", "name=Ada&lang=en").await;
    assert_eq!(set.status, StatusCode::OK, "{}", set.body);
    let refused = site.call_as(&cookie, "/api/v1/people/list").await;
    assert_eq!(refused.json()["message"], "Your role does not allow this. Ask an administrator.");
    let page = site.call_as(&cookie, "/cronaca/una-notizia/").await;
    assert_eq!((page.status, page.header("set-cookie")), (StatusCode::OK, ""));
    assert!(page.body.contains("lang=\"it\""));
}

#[tokio::test]
async fn the_first_visit_ends_signed_in() {
    let site = Site::empty().await;
    let token = site.newsroom().wizard().token().await.expect("it is made").expect("nobody has an account");
    let open = site.call(&format!("/api/v1/wizard/get?token={token}")).await;
    assert_eq!(open.body, "true");
    let form = format!(
        "token={token}&site=%7B%22name%22%3A%22La+Voce%22%7D&sections=Cronaca%0ASport&name=Ada&email=ada%40voce.example&password=una+frase+lunga"
    );
    let founded = site.post("/api/v1/wizard/finish", &form).await;
    assert_eq!(founded.status, StatusCode::OK, "{}", founded.body);
    let cookie = cookie_of(&founded).expect("a cookie");
    assert_eq!(site.call_as(&cookie, ME).await.json()["role"], "admin");
    assert_eq!(site.call_as(&cookie, "/api/v1/settings/get").await.json()["name"], "La Voce");
    assert_eq!(site.call(&format!("/api/v1/wizard/get?token={token}")).await.body, "false");
    assert_eq!(site.post("/api/v1/wizard/finish", &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
