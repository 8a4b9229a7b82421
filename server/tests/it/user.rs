//! `redazione user`, as it is typed.

use std::path::Path;

use clap::Parser;
use model::{Actor, Role, User};
use server::cli::Cli;

use crate::harness::{beside, typed};

/// Everybody who has an account, by address.
async fn people(data: &Path) -> Vec<User> {
    let mut people = beside(data).await.people().list(&Actor::Operator).await.expect("it lists");
    people.sort_by(|one, other| one.email.cmp(&other.email));
    people
}

#[tokio::test]
async fn people_are_added_and_changed_from_the_command_line() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path();
    assert!(typed(data, "user add --email ada@example.it --name Ada --role admin --dry-run").await);
    assert_eq!(people(data).await, []);
    assert!(typed(data, "user add --email ADA@example.it --name Ada --role admin").await);
    assert!(typed(data, "user add --email bruno@example.it --name Bruno --role author").await);
    assert!(!typed(data, "user add --email bruno --name Bruno --role author").await);
    assert!(typed(data, "user role bruno@example.it editor --dry-run").await);
    let both = people(data).await;
    assert_eq!(
        both.iter().map(|user| (user.role, user.invited)).collect::<Vec<_>>(),
        [(Role::Admin, true), (Role::Author, true)]
    );
    assert!(typed(data, "user role Bruno@example.it editor").await);
    assert!(typed(data, "user reset-password bruno@example.it").await);
    assert!(typed(data, "user disable-2fa bruno@example.it").await);
    assert!(typed(data, "user list").await);
    assert_eq!(people(data).await[1].role, Role::Editor);
    for nobody in ["user role x@example.it editor", "user reset-password x@example.it", "user disable-2fa x@example.it"]
    {
        assert!(!typed(data, nobody).await, "{nobody}");
    }
}

#[test]
fn what_is_typed_wrong_is_wrong_usage() {
    for words in [
        "user",
        "user add",
        "user add --email ada@example.it --name Ada",
        "user add --email ada@example.it --name Ada --role king",
        "user role ada@example.it",
        "user role ada@example.it king",
    ] {
        let words = ["redazione"].into_iter().chain(words.split(' '));
        assert_eq!(Cli::try_parse_from(words).expect_err("it is wrong").exit_code(), 2);
    }
}
