use data_encoding::BASE32_NOPAD;
use model::{Actor, AppError, Role, SignedIn, UserId};
use newsroom::{Opened, Reader, Result};
use sqlx::Row;
use totp_rs::Builder;

use crate::harness::{FIREFOX, PASSWORD, Paper, reader};

const OPERATOR: Actor = Actor::Operator;
const ADA: &str = "ada@giornale.example";
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

async fn sign_in(
    paper: &Paper,
    from: &Reader,
    email: &str,
    password: &str,
    code: &str,
) -> Result<Option<Opened>, AppError> {
    paper.newsroom.sessions().sign_in(from, email, password, code).await.map_err(newsroom::Error::into_app)
}

async fn opened(paper: &Paper, from: u32) -> Opened {
    sign_in(paper, &reader(from), ADA, PASSWORD, "").await.expect("it is right").expect("no code is asked for")
}

async fn role(paper: &Paper, token: &str) -> Option<Role> {
    paper.newsroom.sessions().find(token).await.expect("it reads").map(|found| found.staff.role)
}

/// The code that an app shows now.
fn code(paper: &Paper, secret: &str) -> String {
    let secret = BASE32_NOPAD.decode(secret.as_bytes()).expect("base 32");
    let totp = Builder::new().with_secret(secret).build().expect("a secret of twenty bytes");
    totp.generate((paper.clock.now().0 / 1_000) as u64).to_string()
}

#[tokio::test]
async fn a_session_lasts_thirty_days_since_it_was_last_used() {
    Paper::each(|paper| async move {
        paper.person("ada", Role::Author).await;
        let session = opened(&paper, 1).await;
        let find = async || paper.newsroom.sessions().find(&session.token).await;
        assert!(find().await.expect("it reads").expect("it is good").cookie.is_none());
        paper.clock.advance(59 * MINUTE);
        assert!(find().await.expect("it reads").expect("it is good").cookie.is_none(), "not every hour yet");
        paper.clock.advance(2 * MINUTE);
        let found = find().await.expect("it reads").expect("it is good");
        assert_eq!(found.cookie.as_deref(), Some(session.token.as_str()), "the cookie's days begin anew too");
        paper.clock.advance(30 * DAY - 1);
        assert!(find().await.expect("it reads").is_some());
        paper.clock.advance(30 * DAY);
        assert!(find().await.expect("it reads").is_none());
        assert_eq!(paper.newsroom.sessions().check(session.session).await.expect("it reads"), None);
        opened(&paper, 1).await;
        let mut database = paper.database().await;
        let left = sqlx::query("select count(*) from sessions").fetch_one(&mut database).await.expect("it reads");
        assert_eq!(left.get::<i64, _>(0), 1, "what is over is swept away at the next sign-in");
    })
    .await;
}

#[tokio::test]
async fn the_database_holds_nothing_that_lets_anybody_in() {
    Paper::each(|paper| async move {
        let ada = paper.person("ada", Role::Author).await;
        let session = opened(&paper, 1).await;
        let ticket = paper.newsroom.people().reset(&OPERATOR, ada.id).await.expect("a link");
        let mut database = paper.database().await;
        let row = sqlx::query("select s.hash, t.hash, u.password from sessions s, tickets t, users u");
        let row = row.fetch_one(&mut database).await.expect("one of each");
        let token = data_encoding::BASE64URL_NOPAD.decode(session.token.as_bytes()).expect("base 64");
        assert_eq!(token.len(), 32);
        assert_ne!(row.get::<Vec<u8>, _>(0), token);
        let link = ticket.path.rsplit('/').next().expect("a token");
        assert_ne!(row.get::<Vec<u8>, _>(1), data_encoding::BASE64URL_NOPAD.decode(link.as_bytes()).expect("base 64"));
        assert!(row.get::<String, _>(2).starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    })
    .await;
}

#[tokio::test]
async fn that_a_session_was_here_is_written_once_a_minute() {
    Paper::each(|paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        let session = opened(&paper, 1).await;
        let begun = paper.clock.now();
        let seen = async || {
            paper.newsroom.sessions().find(&session.token).await.expect("it reads");
            let lines = paper.newsroom.sessions().list(&ada, Some(session.session)).await.expect("it lists");
            assert_eq!((lines.len(), lines[0].current, lines[0].created_at), (1, true, begun));
            assert_eq!((lines[0].agent.as_str(), lines[0].address.as_str()), (FIREFOX, "10.0.0.0/24"));
            lines[0].seen_at
        };
        paper.clock.advance(MINUTE - 1);
        assert_eq!(seen().await, begun);
        paper.clock.advance(1);
        assert_eq!(seen().await, paper.clock.now());
    })
    .await;
}

#[tokio::test]
async fn another_role_is_another_token_and_the_old_one_is_handed_over() {
    Paper::each(|paper| async move {
        let ada = paper.person("ada", Role::Author).await;
        let session = opened(&paper, 1).await;
        paper.newsroom.people().set_role(&OPERATOR, ada.id, "editor").await.expect("it is changed");
        let staff = paper.newsroom.sessions().check(session.session).await.expect("it reads");
        assert_eq!(staff.expect("the session goes on").role, Role::Editor);

        let found = paper.newsroom.sessions().find(&session.token).await.expect("it reads").expect("it goes on");
        assert_eq!((found.staff.role, found.session), (Role::Editor, session.session));
        let fresh = found.cookie.expect("there is a new token");
        assert_ne!(fresh, session.token);
        // What was on its way carries the old one, and changes nothing.
        let late = paper.newsroom.sessions().find(&session.token).await.expect("it reads").expect("for a moment");
        assert_eq!((late.session, late.cookie), (session.session, None));
        assert_eq!(role(&paper, &fresh).await, Some(Role::Editor));
        paper.clock.advance(30_000);
        assert_eq!(role(&paper, &session.token).await, None);
        assert_eq!(role(&paper, &fresh).await, Some(Role::Editor));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_requests_at_once_one_changes_the_token() {
    Paper::each(|paper| async move {
        let ada = paper.person("ada", Role::Author).await;
        let session = opened(&paper, 1).await;
        paper.newsroom.people().set_role(&OPERATOR, ada.id, "editor").await.expect("it is changed");
        let find = || async {
            let found = paper.newsroom.sessions().find(&session.token).await.expect("it reads");
            found.expect("nobody is turned away").cookie
        };
        let cookies = futures::future::join_all((0..8).map(|_| find())).await;
        assert_eq!(cookies.iter().flatten().count(), 1);
    })
    .await;
}

#[tokio::test]
async fn people_end_their_own_sessions_and_nobody_elses() {
    Paper::each(|paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        let bruno = paper.staff("bruno", Role::Admin).await;
        let sessions = paper.newsroom.sessions();
        let (here, there) = (opened(&paper, 1).await, opened(&paper, 2).await);
        assert_eq!(sessions.list(&ada, None).await.expect("it lists").len(), 2);
        let refused = sessions.revoke(&bruno, there.session).await.expect_err("it is not his").into_app();
        assert_eq!(refused, AppError::NotFound);
        sessions.revoke(&ada, there.session).await.expect("it is hers");
        assert_eq!(role(&paper, &there.token).await, None);
        assert_eq!(role(&paper, &here.token).await, Some(Role::Author));
        sessions.end(Some(here.session)).await.expect("she signs out");
        sessions.end(Some(here.session)).await.expect("twice is once");
        sessions.end(None).await.expect("nobody is nobody");
        assert_eq!(role(&paper, &here.token).await, None);
        let signed_out = sessions.list(&Actor::Reader, None).await.expect_err("nobody").into_app();
        assert_eq!(signed_out, AppError::SignInRequired);
    })
    .await;
}

#[tokio::test]
async fn unknown_wrong_and_suspended_are_answered_alike() {
    Paper::each(|paper| async move {
        paper.person("ada", Role::Author).await;
        let bruno = paper.person("bruno", Role::Author).await;
        paper.newsroom.people().suspend(&OPERATOR, bruno.id, true).await.expect("it is done");
        paper.newsroom.people().invite(&OPERATOR, "carla@giornale.example", "Carla", "author").await.expect("invited");
        let long = "a".repeat(1_000_000);
        let tries = [
            ("nessuno@giornale.example", PASSWORD),
            (ADA, "non questa qui"),
            ("bruno@giornale.example", PASSWORD),
            ("carla@giornale.example", ""),
            ("", ""),
            ("\u{430}da@giornale.example", PASSWORD),
            ("ada@giornale.example\u{0}", PASSWORD),
            (ADA, "\u{0}\u{1}\u{7f}"),
            (ADA, long.as_str()),
            (long.as_str(), PASSWORD),
        ];
        for (number, (email, password)) in tries.into_iter().enumerate() {
            let answer = sign_in(&paper, &reader(number as u32), email, password, "").await;
            assert_eq!(answer.err(), Some(AppError::invalid("password", "people-sign-in-wrong")));
        }
        assert!(sign_in(&paper, &reader(99), " ADA@giornale.example ", PASSWORD, "").await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn whoever_tries_too_often_waits_whether_or_not_there_is_an_account() {
    Paper::each(|paper| async move {
        paper.person("ada", Role::Author).await;
        for (at, email) in [(100, ADA), (200, "nessuno@giornale.example")] {
            for number in 0..5 {
                let answer = sign_in(&paper, &reader(at + number), email, "non questa qui", "").await;
                assert_eq!(answer.err(), Some(AppError::invalid("password", "people-sign-in-wrong")));
            }
            let answer = sign_in(&paper, &reader(at + 6), email, PASSWORD, "").await;
            assert_eq!(answer.err(), Some(AppError::TooMany { retry_after: 1 }));
        }
        paper.clock.advance(1_000);
        assert!(sign_in(&paper, &reader(107), ADA, PASSWORD, "").await.is_ok());
        for number in 0..5 {
            let answer = sign_in(&paper, &reader(110 + number), ADA, "non questa qui", "").await;
            assert_eq!(answer.err(), Some(AppError::invalid("password", "people-sign-in-wrong")), "all is forgiven");
        }

        let household = |host: u16| Reader {
            address: format!("2001:db8:1:2::{host:x}").parse().expect("an address"),
            user_agent: FIREFOX.to_owned(),
        };
        for number in 0..10 {
            let answer = sign_in(&paper, &household(number), &format!("{number}@giornale.example"), "x", "").await;
            assert_eq!(answer.err(), Some(AppError::invalid("password", "people-sign-in-wrong")));
        }
        let answer = sign_in(&paper, &household(99), "altro@giornale.example", "x", "").await;
        assert_eq!(answer.err(), Some(AppError::TooMany { retry_after: 12 }));
        let forgot = paper.newsroom.people().forgot(&household(98), ADA).map_err(newsroom::Error::into_app);
        assert_eq!(forgot, Err(AppError::TooMany { retry_after: 12 }));
    })
    .await;
}

#[tokio::test]
async fn a_code_is_asked_for_and_used_once() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.staff("ada", Role::Author).await;
        let setup = people.begin_totp(&ada).await.expect("a secret");
        assert!(setup.uri.starts_with("otpauth://totp/Redazione:ada%40giornale.example?secret="), "{}", setup.uri);
        assert!(setup.qr.starts_with("M4 4h7v1h-7z") && setup.size > 28);
        let wrong = AppError::invalid("code", "people-code-wrong");
        assert_eq!(people.confirm_totp(&ada, "000000").await.map_err(newsroom::Error::into_app), Err(wrong.clone()));
        assert!(opened(&paper, 1).await.me.recovery_codes == 0, "it does not count yet");
        let recovery = people.confirm_totp(&ada, &code(&paper, &setup.secret)).await.expect("it is the code");
        assert_eq!(recovery.len(), 10);
        let me = people.me(&ada).await.expect("it reads");
        assert!(me.totp && me.recovery_codes == 10);
        let on = people.begin_totp(&ada).await.map_err(newsroom::Error::into_app);
        assert_eq!(on, Err(AppError::Conflict { message: "people-codes-on".to_owned() }));

        let sign_in = async |number, code: &str| sign_in(&paper, &reader(number), ADA, PASSWORD, code).await;
        assert!(sign_in(2, "").await.expect("the password is right").is_none());
        assert_eq!(sign_in(2, &code(&paper, &setup.secret)).await.err(), Some(wrong.clone()), "it is used already");
        paper.clock.advance(30_000);
        let now = code(&paper, &setup.secret);
        assert!(sign_in(3, &format!(" {} {}", &now[..3], &now[3..])).await.expect("it is right").is_some());
        assert_eq!(sign_in(3, &now).await.err(), Some(wrong.clone()), "it is used already");

        let opened = sign_in(4, &recovery[0].to_uppercase()).await.expect("it is right").expect("she is in");
        assert_eq!(opened.me.recovery_codes, 9);
        assert_eq!(sign_in(4, &recovery[0]).await.err(), Some(wrong.clone()), "it is used already");
        for odd in ["0", "abcdef", "\u{0}", &"1".repeat(100_000), "١٢٣٤٥٦"] {
            paper.clock.advance(HOUR);
            assert_eq!(sign_in(5, odd).await.err(), Some(wrong.clone()), "{odd:.20}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_right_password_does_not_buy_tries_at_the_code() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.staff("ada", Role::Author).await;
        let setup = people.begin_totp(&ada).await.expect("a secret");
        people.confirm_totp(&ada, &code(&paper, &setup.secret)).await.expect("it is the code");
        for number in 0..5 {
            assert!(sign_in(&paper, &reader(number), ADA, PASSWORD, "").await.expect("it is right").is_none());
            let wrong = sign_in(&paper, &reader(number), ADA, PASSWORD, "000000").await;
            assert_eq!(wrong.err(), Some(AppError::invalid("code", "people-code-wrong")));
        }
        let answer = sign_in(&paper, &reader(6), ADA, PASSWORD, "").await;
        assert!(matches!(answer, Err(AppError::TooMany { .. })), "{answer:?}");
    })
    .await;
}

#[tokio::test]
async fn codes_end_by_password_or_by_an_administrator_and_a_link_is_no_second_factor() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.staff("ada", Role::Author).await;
        let id = ada.user().expect("she has an account");
        let turn_on = async || {
            let setup = people.begin_totp(&ada).await.expect("a secret");
            people.confirm_totp(&ada, &code(&paper, &setup.secret)).await.expect("it is the code");
        };
        turn_on().await;
        let ticket = people.reset(&OPERATOR, id).await.expect("a link");
        let token = ticket.path.rsplit('/').next().expect("a token");
        let chosen = people.choose_password(&reader(1), token, PASSWORD).await.expect("it is good");
        assert!(chosen.is_none(), "she signs in with a code");

        let wrong = people.end_totp(&ada, "non questa qui").await.expect_err("it is wrong").into_app();
        assert_eq!(wrong, AppError::invalid("password", "people-password-wrong"));
        people.end_totp(&ada, PASSWORD).await.expect("it is right");
        assert_eq!(opened(&paper, 2).await.me.recovery_codes, 0);

        turn_on().await;
        assert!(people.list(&OPERATOR).await.expect("it lists")[0].second_factor);
        let user = people.end_second_factor(&OPERATOR, id).await.expect("it is done");
        assert!(!user.second_factor);
        opened(&paper, 3).await;
        let nobody = people.end_second_factor(&OPERATOR, UserId(99)).await.expect_err("nobody").into_app();
        assert_eq!(nobody, AppError::NotFound);
    })
    .await;
}

#[test]
fn what_becomes_of_a_sign_in_has_the_shape_that_the_desk_reads() {
    let needed = serde_json::to_value(SignedIn::CodeNeeded).expect("plain data");
    assert_eq!(needed, serde_json::json!({ "outcome": "code_needed" }));
}
