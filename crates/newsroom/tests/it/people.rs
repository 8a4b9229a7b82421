use model::{Actor, AppError, Email, NewPerson, Password, Role, Staff, Ticket, UserId};
use newsroom::{Error, Newsroom, Result};

use crate::harness::{PASSWORD, Paper, reader};

const OPERATOR: Actor = Actor::Operator;
const ANOTHER: &str = "un'altra frase lunga";
const DAY: i64 = 24 * 3_600_000;
const HOUR: i64 = 3_600_000;

fn why<T: std::fmt::Debug>(answer: Result<T>) -> AppError {
    answer.expect_err("it is refused").into_app()
}

fn conflict(key: &str) -> AppError {
    AppError::Conflict { message: key.to_owned() }
}

fn token(ticket: &Ticket) -> &str {
    ticket.path.rsplit('/').next().expect("a path ends somewhere")
}

async fn can_sign_in(paper: &Paper, name: &str, password: &str) -> bool {
    // From somewhere else each time, so that nobody is asked to wait.
    let from = reader(paper.newsroom.audit().list(&OPERATOR, 0).await.expect("it lists").len() as u32 + 1_000);
    let email = format!("{name}@giornale.example");
    paper.newsroom.sessions().sign_in(&from, &email, password, "").await.is_ok()
}

#[tokio::test]
async fn an_address_has_one_account() {
    Paper::each(|paper| async move {
        paper.person("ada", Role::Author).await;
        let again = NewPerson::parse("ADA@giornale.example", "Ada", "editor").expect("a person");
        let password = Password::parse("password", PASSWORD).expect("a password");
        let people = paper.newsroom.people();
        let taken = AppError::invalid("email", "people-email-taken");
        assert_eq!(why(people.add(&OPERATOR, &again, &password).await), taken);
        assert_eq!(why(people.invite(&OPERATOR, "Ada@Giornale.example", "Ada", "editor").await), taken);
        let look_alike = people.invite(&OPERATOR, "\u{430}da@giornale.example", "Ada", "editor").await;
        assert_eq!(why(look_alike), AppError::invalid("email", "people-email-wrong"));
        assert_eq!(people.list(&OPERATOR).await.expect("it lists").len(), 1);
        let found = people.by_email(&OPERATOR, "ADA@giornale.example").await.expect("it reads").expect("it is there");
        assert_eq!((found.role, found.invited, found.second_factor), (Role::Author, false, false));
        assert_eq!(people.by_email(&OPERATOR, "bruno@giornale.example").await.expect("it reads"), None);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_good_once_and_for_seven_days() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let admin = paper.staff("capo", Role::Admin).await;
        let first = people.invite(&admin, "ada@giornale.example", "Ada", "author").await.expect("she is invited");
        assert!(first.path.starts_with("/desk/welcome/") && !first.mailed);
        assert_eq!(first.expires_at.0, paper.clock.now().0 + 7 * DAY);
        assert!(people.list(&admin).await.expect("it lists").iter().any(|user| user.invited));
        assert!(!can_sign_in(&paper, "ada", "").await, "there is no password yet");

        // Inviting again is another link, and corrects name and role.
        let second = people.invite(&admin, "ada@giornale.example", "Ada Neri", "editor").await.expect("again");
        let gone = AppError::invalid("token", "people-ticket-gone");
        assert_eq!(why(people.ticket(&reader(1), token(&first)).await), gone);
        let holder = people.ticket(&reader(1), token(&second)).await.expect("it is good");
        assert_eq!(
            (holder.name.as_str(), holder.email.as_str(), holder.first),
            ("Ada Neri", "ada@giornale.example", true)
        );

        let short = people.choose_password(&reader(1), token(&second), "breve").await;
        assert_eq!(why(short), AppError::invalid("password", "people-password-short"));
        let opened = people.choose_password(&reader(1), token(&second), PASSWORD).await.expect("it is good");
        assert_eq!(opened.expect("she is in").me.role, Role::Editor);
        assert_eq!(why(people.choose_password(&reader(1), token(&second), ANOTHER).await), gone);
        assert!(can_sign_in(&paper, "ada", PASSWORD).await);

        let late = people.invite(&admin, "bruno@giornale.example", "Bruno", "author").await.expect("he is invited");
        paper.clock.advance(7 * DAY);
        assert_eq!(why(people.choose_password(&reader(2), token(&late), PASSWORD).await), gone);
        for made_up in ["", "x", &"A".repeat(43), "\u{0}", &"A".repeat(100_000)] {
            assert_eq!(why(people.ticket(&reader(2), made_up).await), gone);
            assert_eq!(why(people.choose_password(&reader(2), made_up, PASSWORD).await), gone);
        }
    })
    .await;
}

#[tokio::test]
async fn a_reset_ends_every_session_and_is_good_for_two_hours() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.person("ada", Role::Author).await;
        let session = paper.newsroom.sessions().sign_in(&reader(1), "ada@giornale.example", PASSWORD, "").await;
        let session = session.expect("she signs in").expect("no code is asked for");
        let late = people.reset(&OPERATOR, ada.id).await.expect("a link");
        paper.clock.advance(2 * HOUR);
        let gone = AppError::invalid("token", "people-ticket-gone");
        assert_eq!(why(people.choose_password(&reader(1), token(&late), ANOTHER).await), gone);
        assert!(paper.newsroom.sessions().check(session.session).await.expect("it reads").is_some());

        let ticket = people.reset(&OPERATOR, ada.id).await.expect("a link");
        assert!(ticket.path.starts_with("/desk/reset/"));
        let opened = people.choose_password(&reader(1), token(&ticket), ANOTHER).await.expect("it is good");
        let sessions = paper.newsroom.sessions();
        assert_eq!(sessions.check(session.session).await.expect("it reads"), None);
        assert!(sessions.check(opened.expect("she is in").session).await.expect("it reads").is_some());
        assert!(!can_sign_in(&paper, "ada", PASSWORD).await);
        assert!(can_sign_in(&paper, "ada", ANOTHER).await);
        assert_eq!(why(people.reset(&OPERATOR, UserId(99)).await), AppError::NotFound);

        let password = Password::parse("password", PASSWORD).expect("a password");
        people.set_password(&OPERATOR, ada.id, &password).await.expect("as the command line does");
        assert!(can_sign_in(&paper, "ada", PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_suspended_is_out_until_they_are_let_in_again() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.person("ada", Role::Author).await;
        let session = paper.newsroom.sessions().sign_in(&reader(1), "ada@giornale.example", PASSWORD, "").await;
        let session = session.expect("she signs in").expect("no code is asked for");
        let ticket = people.reset(&OPERATOR, ada.id).await.expect("a link");

        let suspended = people.suspend(&OPERATOR, ada.id, true).await.expect("it is done");
        assert_eq!(suspended.suspended_at, Some(paper.clock.now()));
        assert_eq!(paper.newsroom.sessions().check(session.session).await.expect("it reads"), None);
        assert!(paper.newsroom.sessions().find(&session.token).await.expect("it reads").is_none());
        assert!(!can_sign_in(&paper, "ada", PASSWORD).await);
        assert!(people.ticket(&reader(1), token(&ticket)).await.is_err());
        assert_eq!(why(people.reset(&OPERATOR, ada.id).await), conflict("people-suspended"));

        people.suspend(&OPERATOR, ada.id, false).await.expect("it is done");
        assert!(can_sign_in(&paper, "ada", PASSWORD).await);
        assert_eq!(why(people.suspend(&OPERATOR, UserId(99), true).await), AppError::NotFound);
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.person("ada", Role::Admin).await;
        // An invitation is no administrator yet.
        people.invite(&OPERATOR, "bruno@giornale.example", "Bruno", "admin").await.expect("he is invited");
        assert_eq!(why(people.set_role(&OPERATOR, ada.id, "author").await), conflict("people-last-admin"));
        assert_eq!(why(people.suspend(&OPERATOR, ada.id, true).await), conflict("people-last-admin"));
        let carla = paper.person("carla", Role::Admin).await;
        people.suspend(&OPERATOR, carla.id, true).await.expect("there is another");
        assert_eq!(why(people.set_role(&OPERATOR, ada.id, "author").await), conflict("people-last-admin"));
        people.suspend(&OPERATOR, carla.id, false).await.expect("she is back");
        people.set_role(&OPERATOR, ada.id, "author").await.expect("there is another");
        let king = people.set_role(&OPERATOR, ada.id, "king").await;
        assert_eq!(why(king), AppError::invalid("role", "people-role-wrong"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_administrators_who_demote_each_other_at_once_leave_one() {
    Paper::each(|paper| async move {
        let (ada, bruno) = (paper.person("ada", Role::Admin).await, paper.person("bruno", Role::Admin).await);
        let there = paper.another_node().await;
        let demote = |newsroom: Newsroom, id| async move { newsroom.people().set_role(&OPERATOR, id, "editor").await };
        let (here, there) = tokio::join!(demote(paper.newsroom.clone(), ada.id), demote(there, bruno.id));
        assert!(here.is_ok() != there.is_ok(), "{here:?} {there:?}");
        let users = paper.newsroom.people().list(&OPERATOR).await.expect("it lists");
        assert_eq!(users.iter().filter(|user| user.role == Role::Admin).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_administrators_decide_about_people() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let id = paper.person("vittima", Role::Author).await.id;
        let new = NewPerson::parse("nuova@giornale.example", "Nuova", "admin").expect("a person");
        let password = Password::parse("password", PASSWORD).expect("a password");
        let staff = [Role::Contributor, Role::Author, Role::Moderator, Role::Editor];
        let staff = staff.map(|role| Actor::Staff(Staff { id, name: "x".to_owned(), role }));
        for (actor, refused) in
            staff.iter().map(|actor| (actor, AppError::Forbidden)).chain([(&Actor::Reader, AppError::SignInRequired)])
        {
            assert_eq!(why(people.list(actor).await), refused);
            assert_eq!(why(people.by_email(actor, "vittima@giornale.example").await), refused);
            assert_eq!(why(people.add(actor, &new, &password).await), refused);
            assert_eq!(why(people.invite(actor, "nuova@giornale.example", "Nuova", "admin").await), refused);
            assert_eq!(why(people.reset(actor, id).await), refused);
            assert_eq!(why(people.set_password(actor, id, &password).await), refused);
            assert_eq!(why(people.set_role(actor, id, "admin").await), refused);
            assert_eq!(why(people.suspend(actor, id, true).await), refused);
            assert_eq!(why(people.end_second_factor(actor, id).await), refused);
            assert_eq!(why(paper.newsroom.audit().list(actor, 0).await), refused);
            assert_eq!(why(paper.newsroom.settings(actor).await), refused);
            assert_eq!(why(paper.newsroom.change_settings(actor, "{}").await), refused);
            assert_eq!(why(paper.newsroom.sections().set(actor, "Sport", "", "", 0).await), refused);
        }
        let me = AppError::SignInRequired;
        for nobody in [Actor::Reader, OPERATOR] {
            assert_eq!(why(people.me(&nobody).await), me);
            assert_eq!(why(people.set_profile(&nobody, "x", "it", "").await), me);
            assert_eq!(why(people.change_password(&nobody, None, PASSWORD, ANOTHER).await), me);
            assert_eq!(why(people.begin_totp(&nobody).await), me);
            assert_eq!(why(people.confirm_totp(&nobody, "000000").await), me);
            assert_eq!(why(people.end_totp(&nobody, PASSWORD).await), me);
        }
    })
    .await;
}

#[tokio::test]
async fn people_say_how_they_are_called_and_how_they_sign() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.staff("ada", Role::Author).await;
        let me = people.set_profile(&ada, " Ada\u{202e} Neri ", "en", "A. N.").await.expect("it is changed");
        assert_eq!((me.name.as_str(), me.lang.as_str(), me.byline.as_deref()), ("Ada Neri", "en", Some("A. N.")));
        let me = people.set_profile(&ada, "Ada", "it", " ").await.expect("it is changed");
        assert_eq!(me.byline, None);
        assert_eq!(people.me(&ada).await.expect("it reads"), me);
        let field = |answer| match why(answer) {
            AppError::Invalid { field, .. } => field,
            other => other.to_string(),
        };
        assert_eq!(field(people.set_profile(&ada, "", "it", "").await), "name");
        assert_eq!(field(people.set_profile(&ada, "Ada", "fr", "").await), "lang");
        assert_eq!(field(people.set_profile(&ada, "Ada", "it", &"a".repeat(81)).await), "byline");
    })
    .await;
}

#[tokio::test]
async fn another_password_takes_the_old_one_and_ends_the_other_sessions() {
    Paper::each(|paper| async move {
        let people = paper.newsroom.people();
        let ada = paper.staff("ada", Role::Author).await;
        let sign_in =
            async || paper.newsroom.sessions().sign_in(&reader(1), "ada@giornale.example", PASSWORD, "").await;
        let here = sign_in().await.expect("it is right").expect("no code").session;
        let there = sign_in().await.expect("it is right").expect("no code").session;
        let wrong = people.change_password(&ada, Some(here), "non questa qui", ANOTHER).await;
        assert_eq!(why(wrong), AppError::invalid("old", "people-password-wrong"));
        let short = people.change_password(&ada, Some(here), PASSWORD, "breve").await;
        assert_eq!(why(short), AppError::invalid("new", "people-password-short"));
        people.change_password(&ada, Some(here), PASSWORD, ANOTHER).await.expect("it is changed");
        let good = async |session| paper.newsroom.sessions().check(session).await.expect("it reads").is_some();
        assert!(good(here).await && !good(there).await);
        assert!(can_sign_in(&paper, "ada", ANOTHER).await && !can_sign_in(&paper, "ada", PASSWORD).await);

        // Whoever sits at somebody else's desk cannot try passwords for ever.
        let mut last = Ok(());
        for _ in 0..7 {
            last = people.change_password(&ada, Some(here), "non questa qui", PASSWORD).await.map_err(Error::into_app);
        }
        assert!(matches!(last, Err(AppError::TooMany { .. })), "{last:?}");
    })
    .await;
}

#[tokio::test]
async fn a_rehearsal_checks_everything_and_keeps_nothing() {
    Paper::each(|paper| async move {
        let ada = paper.person("ada", Role::Admin).await;
        let people = || paper.newsroom.people().rehearsing(true);
        let new = NewPerson {
            email: Email::parse("nuova@giornale.example").expect("one"),
            name: "N".to_owned(),
            role: Role::Editor,
        };
        let password = Password::parse("password", ANOTHER).expect("a password");
        assert_eq!(people().add(&OPERATOR, &new, &password).await.expect("it could be").role, Role::Editor);
        people().invite(&OPERATOR, "altra@giornale.example", "Altra", "editor").await.expect("it could be");
        people().reset(&OPERATOR, ada.id).await.expect("it could be");
        people().set_password(&OPERATOR, ada.id, &password).await.expect("it could be");
        people().end_second_factor(&OPERATOR, ada.id).await.expect("it could be");
        assert_eq!(why(people().set_role(&OPERATOR, ada.id, "author").await), conflict("people-last-admin"));
        assert_eq!(paper.newsroom.people().list(&OPERATOR).await.expect("it lists"), [ada]);
        assert!(can_sign_in(&paper, "ada", PASSWORD).await);
        assert_eq!(paper.newsroom.audit().list(&OPERATOR, 0).await.expect("it lists").len(), 2);
    })
    .await;
}
