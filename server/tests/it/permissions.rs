//! Who may call which server function: a row each, every role a column. Those about a story are in `stories.rs`.

use axum::http::StatusCode;
use model::Role;

use crate::harness::{Answer, Site};

/// Who may call a function.
#[derive(Clone, Copy, PartialEq, Eq)]
enum May {
    /// Whoever comes by.
    Anybody,
    /// Whoever is signed in.
    Staff,
    /// Administrators.
    Admin,
}
use May::{Admin, Anybody, Staff};

/// A function: its noun and verb, whether it changes something, who may call it, and a form that is well made. In the
/// form, `{id}` stands for somebody else's account.
type Row = (&'static str, bool, May, &'static str);

const ROWS: [Row; 36] = [
    ("people/list", false, Admin, ""),
    ("people/invite", true, Admin, "email=n%40giornale.example&name=N&role=author"),
    ("people/reset", true, Admin, "id={id}"),
    ("people/set-role", true, Admin, "id={id}&role=editor"),
    ("people/suspend", true, Admin, "id={id}&suspended=true"),
    ("people/end-second-factor", true, Admin, "id={id}"),
    ("people/forgot", true, Anybody, "email=x%40giornale.example"),
    ("people/ticket", false, Anybody, "token=x"),
    ("people/choose-password", true, Anybody, "token=x&password=una+frase+lunga"),
    ("people/audit", false, Admin, "before=0"),
    ("sessions/sign-in", true, Anybody, "email=x%40giornale.example&password=x"),
    ("sessions/me", false, Staff, ""),
    ("sessions/list", false, Staff, ""),
    ("sessions/revoke", true, Staff, "id=999"),
    ("sessions/change-password", true, Staff, "old=x&new=una+frase+lunga"),
    ("sessions/set-profile", true, Staff, "name=Ada&lang=it"),
    ("sessions/begin-totp", true, Staff, ""),
    ("sessions/confirm-totp", true, Staff, "code=000000"),
    ("sessions/end-totp", true, Staff, "password=x"),
    ("sessions/begin-passkey", true, Staff, ""),
    ("sessions/keep-passkey", true, Staff, "name=x&credential=%7B%7D"),
    ("sessions/remove-passkey", true, Staff, "id=999"),
    ("sessions/challenge", true, Anybody, ""),
    ("sessions/sign-in-passkey", true, Anybody, "credential=%7B%7D"),
    ("settings/get", false, Admin, ""),
    ("settings/set", true, Admin, "site=%7B%22name%22%3A%22La+Voce%22%7D"),
    ("sections/list", false, Anybody, ""),
    ("sections/set", true, Admin, "name=Sport&colour=1"),
    ("wizard/get", false, Anybody, "token=x"),
    ("articles/get", false, Anybody, "path=/nulla/"),
    ("articles/list", false, Anybody, ""),
    ("articles/related", false, Anybody, "article_id=999"),
    ("comments/list", false, Anybody, "article_id=999"),
    ("comments/post", true, Anybody, "article_id=999&name=Ada&email=ada%40lettori.example&body=Grazie.&key=k-1"),
    ("views/get", false, Anybody, "article_id=999"),
    ("views/record", true, Anybody, "article_id=999"),
];

/// The addresses that only staff have beside the server functions, and their method.
const ROUTES: [(&str, bool); 2] = [("/desk/events", false), ("/desk/pictures", true)];

/// What is not in the rows above because it ends the session that calls it, or founds a paper; tested by itself.
const APART: [&str; 2] = ["sessions/sign-out", "wizard/finish"];

/// The addresses of the functions that change something, or of those that only read.
pub fn every_path(changes: bool) -> Vec<String> {
    let rows = ROWS.iter().filter(|(_, changing, ..)| *changing == changes).map(|(name, ..)| *name);
    let apart = APART.iter().copied().filter(|_| changes);
    rows.chain(apart).map(|name| format!("/api/v1/{name}")).collect()
}

async fn call(site: &Site, cookie: &str, (name, changes, _, form): &Row, id: i64) -> Answer {
    let (path, form) = (format!("/api/v1/{name}"), form.replace("{id}", &id.to_string()));
    if *changes {
        site.post_as(cookie, &path, &form).await
    } else {
        site.call_as(cookie, &format!("{path}?{form}")).await
    }
}

#[tokio::test]
async fn every_function_answers_every_role_as_it_should() {
    let site = Site::empty().await;
    let mut cookies = vec![(None, String::new())];
    for role in Role::ALL {
        cookies.push((Some(role), site.signed_in(role.as_str(), role).await));
    }
    let mut number = 0;
    for row in &ROWS {
        for (role, cookie) in &cookies {
            let mut other = 0;
            if row.3.contains("{id}") {
                number += 1;
                other = site.person(&format!("altra{number}"), Role::Author).await.id.0;
            }
            let answer = call(&site, cookie, row, other).await;
            let (name, _, may, _) = row;
            let expected = match (may, role) {
                (Anybody, _) | (Staff, Some(_)) | (Admin, Some(Role::Admin)) => None,
                (_, None) => Some(StatusCode::UNAUTHORIZED),
                (_, Some(_)) => Some(StatusCode::FORBIDDEN),
            };
            if let Some(status) = expected {
                assert_eq!(answer.status, status, "{name} as {role:?}: {}", answer.body);
                continue;
            }
            let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&answer.status);
            let ours = answer.status.is_server_error();
            assert!(!refused && !ours, "{name} as {role:?}: {} {}", answer.status, answer.body);
        }
    }
}

#[tokio::test]
async fn a_session_that_is_over_or_made_up_and_whoever_is_suspended_may_what_readers_may() {
    let site = Site::empty().await;
    let other = site.person("altra", Role::Author).await.id;
    let ended = site.signed_in("capo", Role::Admin).await;
    let suspended = site.signed_in("sospesa", Role::Admin).await;
    site.suspend("sospesa").await;
    site.post_as(&ended, "/api/v1/sessions/sign-out", "").await;
    let made_up = format!("__Host-redazione={}", "A".repeat(43));
    for row in ROWS.iter().filter(|(_, _, may, _)| *may != Anybody) {
        for cookie in [&ended, &made_up, &suspended] {
            assert_eq!(call(&site, cookie, row, other.0).await.status, StatusCode::UNAUTHORIZED, "{}", row.0);
        }
    }
    for (path, changes) in ROUTES {
        for cookie in [&ended, &made_up, &suspended] {
            let answer = if changes { site.post_as(cookie, path, "").await } else { site.call_as(cookie, path).await };
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        }
    }
}

#[tokio::test]
async fn missing_and_malformed_ids_are_refused() {
    let site = Site::empty().await;
    let cookie = site.signed_in("capo", Role::Admin).await;
    for row in ROWS.iter().filter(|(.., form)| form.contains("{id}")) {
        assert_eq!(call(&site, &cookie, row, 999_999).await.status, StatusCode::NOT_FOUND, "{}", row.0);
        assert_eq!(call(&site, &cookie, row, i64::MIN).await.status, StatusCode::NOT_FOUND, "{}", row.0);
        let (path, form) = (format!("/api/v1/{}", row.0), row.3.replace("{id}", "x"));
        assert_eq!(site.post_as(&cookie, &path, &form).await.status, StatusCode::BAD_REQUEST, "{}", row.0);
    }
}

#[test]
fn every_function_that_is_about_no_story_has_its_row() {
    let known: Vec<String> = every_path(true).into_iter().chain(every_path(false)).collect();
    let missing: Vec<&str> = server::functions()
        .into_iter()
        .filter(|path| !super::stories::NOUNS.iter().any(|noun| path.starts_with(&format!("/api/v1/{noun}/"))))
        .filter(|path| !known.iter().any(|known| known == path))
        .collect();
    assert_eq!(missing, [""; 0], "a row each in ROWS");
    assert_eq!(known.len(), ROWS.len() + APART.len());
}
