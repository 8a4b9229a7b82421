//! Every server function of stories, called by everybody on everything.

use std::fmt::Write as _;

use model::{Role, StoryState};

use crate::harness::Site;

/// Whose story a function is called on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Own,
    Others,
    Missing,
    Malformed,
}

const WHOSE: [Whose; 4] = [Whose::Own, Whose::Others, Whose::Missing, Whose::Malformed];

/// A function: its address, whether it writes, the rest of its arguments, and the statuses that each role gets in the
/// order of [`WHOSE`]; roles in the order contributor, author, moderator, editor, admin.
struct Row {
    function: &'static str,
    writes: bool,
    arguments: &'static str,
    statuses: [[u16; 4]; 5],
}

const READS: [[u16; 4]; 5] =
    [[200, 404, 404, 400], [200, 404, 404, 400], [200, 200, 404, 400], [200, 200, 404, 400], [200, 200, 404, 400]];
/// What a contributor does too, with an own draft.
const WRITES: [[u16; 4]; 5] =
    [[200, 404, 404, 400], [200, 404, 404, 400], [403, 403, 404, 400], [200, 200, 404, 400], [200, 200, 404, 400]];
/// What makes public, or decides when.
const PUBLISHES: [[u16; 4]; 5] =
    [[403, 404, 404, 400], [200, 404, 404, 400], [403, 403, 404, 400], [200, 200, 404, 400], [200, 200, 404, 400]];
/// The same, where the rules say no to those who may.
const CONFLICTS: [[u16; 4]; 5] =
    [[403, 404, 404, 400], [409, 404, 404, 400], [403, 403, 404, 400], [409, 409, 404, 400], [409, 409, 404, 400]];
/// There is no such version or link, for whoever may ask.
const NO_SUCH: [[u16; 4]; 5] =
    [[404, 404, 404, 400], [404, 404, 404, 400], [403, 403, 404, 400], [404, 404, 404, 400], [404, 404, 404, 400]];

const ROWS: [Row; 15] = [
    Row { function: "stories/get", writes: false, arguments: "", statuses: READS },
    Row { function: "stories/check", writes: false, arguments: "", statuses: READS },
    Row { function: "stories/diff", writes: false, arguments: "&from=0&to=0", statuses: READS },
    Row { function: "stories/move", writes: true, arguments: "&state=review", statuses: WRITES },
    Row { function: "stories/make-preview", writes: true, arguments: "&days=1", statuses: WRITES },
    Row { function: "stories/end-preview", writes: true, arguments: "&preview=999", statuses: NO_SUCH },
    Row { function: "stories/restore", writes: true, arguments: "&version=9", statuses: NO_SUCH },
    Row { function: "stories/embargo", writes: true, arguments: "&until=4102444800000", statuses: EMBARGOES },
    Row { function: "stories/embargo", writes: true, arguments: "&until=0", statuses: PUBLISHES },
    Row { function: "stories/unschedule", writes: true, arguments: "", statuses: PUBLISHES },
    Row { function: "stories/schedule", writes: true, arguments: "&at=1", statuses: EMBARGOES },
    Row { function: "stories/withdraw", writes: true, arguments: "", statuses: CONFLICTS },
    Row { function: "stories/publish", writes: true, arguments: "&confirmed=true", statuses: EMBARGOES },
    Row { function: "stories/delete", writes: true, arguments: "", statuses: WRITES },
    Row { function: "stories/undelete", writes: true, arguments: "", statuses: WRITES },
];

/// 422 for those who may: a moment too far away or over, a story without text.
const EMBARGOES: [[u16; 4]; 5] =
    [[403, 404, 404, 400], [422, 404, 404, 400], [403, 403, 404, 400], [422, 422, 404, 400], [422, 422, 404, 400]];

/// Those that are called on no story: the status for each role, and for whoever is signed out.
const GENERAL: [(&str, bool, &str, [u16; 5]); 10] = [
    ("stories/list", false, "", [200; 5]),
    ("stories/list", false, "after=x", [422; 5]),
    ("stories/calendar", false, "from=0&to=1000", [200; 5]),
    ("stories/calendar", false, "from=1000&to=0", [422; 5]),
    ("stories/moment", false, "local=2026-10-25T02:30", [200; 5]),
    ("stories/moment", false, "local=domani", [422; 5]),
    ("stories/begin", true, "headline=Ecco", [200, 200, 403, 200, 200]),
    ("pictures/get", false, "hash=x", [404; 5]),
    ("bylines/list", false, "", [200; 5]),
    ("tags/list", false, "", [200; 5]),
];

/// What the functions in these tables are about; `permissions.rs` has all others.
pub const NOUNS: [&str; 4] = ["stories", "pictures", "bylines", "tags"];

async fn call(site: &Site, cookie: &str, (function, writes): (&str, bool), arguments: &str) -> u16 {
    let path = format!("/api/v1/{function}");
    let answer = if writes {
        site.post_as(cookie, &path, arguments).await
    } else {
        site.call_as(cookie, &format!("{path}?{arguments}")).await
    };
    assert!(answer.header("content-type").starts_with("application/json"), "{function}: {}", answer.body);
    if answer.status.as_u16() >= 400 {
        let message = answer.json()["message"].as_str().unwrap_or_default().to_owned();
        assert!(
            !message.is_empty() && !message.starts_with("story-"),
            "{function}: a refusal is a sentence: {message}"
        );
    }
    answer.status.as_u16()
}

async fn begin(site: &Site, cookie: &str) -> i64 {
    let answer = site.post_as(cookie, "/api/v1/stories/begin", "headline=Una+bozza").await;
    answer.json()["line"]["id"].as_i64().unwrap_or_else(|| panic!("a story is begun: {}", answer.body))
}

#[tokio::test]
async fn everybody_gets_what_their_role_allows_on_every_story() {
    let site = Site::with_an_article().await;
    let other = site.signed_in("altra", Role::Admin).await;
    let mut wrong = String::new();
    for (number, role) in
        [Role::Contributor, Role::Author, Role::Moderator, Role::Editor, Role::Admin].into_iter().enumerate()
    {
        let cookie = site.signed_in(&format!("persona{number}"), role).await;
        // A moderator has no stories: somebody else's stands in.
        let own = begin(&site, if role == Role::Moderator { &other } else { &cookie }).await;
        let others = begin(&site, &other).await;
        for row in &ROWS {
            for (whose, expected) in WHOSE.into_iter().zip(row.statuses[number]) {
                let id = match whose {
                    Whose::Own => own.to_string(),
                    Whose::Others => others.to_string(),
                    Whose::Missing => i64::MAX.to_string(),
                    Whose::Malformed => "17%27--".to_owned(),
                };
                let arguments = format!("id={id}{}", row.arguments);
                let status = call(&site, &cookie, (row.function, row.writes), &arguments).await;
                if status != expected {
                    let _ =
                        writeln!(wrong, "{role:?} {} {whose:?} {arguments}: {status}, not {expected}", row.function);
                }
            }
        }
        for (function, writes, arguments, statuses) in GENERAL {
            let status = call(&site, &cookie, (function, writes), arguments).await;
            if status != statuses[number] {
                let _ = writeln!(wrong, "{role:?} {function} {arguments}: {status}, not {}", statuses[number]);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Calls every function as somebody who is signed in no longer, or never was.
async fn refused(site: &Site, cookie: &str, there: i64) {
    for row in &ROWS {
        for id in [there, i64::MAX] {
            let arguments = format!("id={id}{}", row.arguments);
            assert_eq!(call(site, cookie, (row.function, row.writes), &arguments).await, 401, "{}", row.function);
        }
        let arguments = format!("id=x{}", row.arguments);
        assert_eq!(call(site, cookie, (row.function, row.writes), &arguments).await, 400, "{}", row.function);
    }
    for (function, writes, arguments, _) in GENERAL {
        assert_eq!(call(site, cookie, (function, writes), arguments).await, 401, "{function}");
    }
}

#[tokio::test]
async fn whoever_is_signed_out_is_told_to_sign_in_and_nothing_else() {
    let site = Site::with_an_article().await;
    let cookie = site.signed_in("anna", Role::Editor).await;
    let there = begin(&site, &cookie).await;
    refused(&site, "", there).await;
    site.post_as(&cookie, "/api/v1/sessions/sign-out", "").await;
    refused(&site, &cookie, there).await;
}

#[tokio::test]
async fn whoever_is_suspended_is_told_to_sign_in_and_nothing_else() {
    let site = Site::with_an_article().await;
    let cookie = site.signed_in("anna", Role::Editor).await;
    let there = begin(&site, &cookie).await;
    site.suspend("anna").await;
    refused(&site, &cookie, there).await;
}

#[test]
fn every_function_of_stories_has_its_row() {
    let known = |path: &str| {
        ROWS.iter().map(|row| row.function).chain(GENERAL.iter().map(|row| row.0)).any(|name| path.ends_with(name))
    };
    let ours = |path: &str| NOUNS.iter().any(|noun| path.starts_with(&format!("/api/v1/{noun}/")));
    let missing: Vec<&str> = server::functions().into_iter().filter(|path| ours(path) && !known(path)).collect();
    assert_eq!(missing, [""; 0], "a row each in ROWS or GENERAL");
}

#[tokio::test]
async fn a_story_goes_from_its_first_word_to_the_site_and_back_over_the_wire() {
    let site = Site::with_an_article().await;
    let cookie = site.signed_in("anna", Role::Editor).await;
    let id = site.article().await;
    let story = site.call_as(&cookie, &format!("/api/v1/stories/get?id={id}")).await.json();
    assert_eq!(story["line"]["state"], StoryState::Published.as_str());
    assert_eq!(
        (story["abilities"]["publish"].as_bool(), story["versions"][0]["kind"].as_str()),
        (Some(true), Some("first"))
    );
    let list = site.call_as(&cookie, "/api/v1/stories/list?words=notizia&state=published").await.json();
    assert_eq!((list["lines"][0]["id"].as_i64(), list["next"].is_null()), (Some(id.0), true));
    let again = site.post_as(&cookie, "/api/v1/stories/publish", &format!("id={id}")).await.json();
    assert_eq!((again["outcome"].as_str(), again["new"].as_bool()), (Some("done"), Some(false)));
    let withdrawn = site.post_as(&cookie, "/api/v1/stories/withdraw", &format!("id={id}&line=Ecco+perch%C3%A9")).await;
    assert_eq!(withdrawn.json()["line"]["state"], "withdrawn");
    let checks = site.call_as(&cookie, &format!("/api/v1/stories/check?id={id}")).await.json();
    assert_eq!((checks[0]["rule"].as_str(), checks[0]["required"].as_bool()), (Some("headline"), Some(true)));
    let moment = site.call_as(&cookie, "/api/v1/stories/moment?local=2026-10-25T02:30").await.json();
    assert_eq!(moment["moments"].as_array().map(Vec::len), Some(2));
}
