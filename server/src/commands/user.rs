//! `redazione user`.

use std::io::{Read, stdin};

use anyhow::{Context, Result};
use model::{NewPerson, Password, Ticket, User};
use newsroom::Newsroom;

use super::{OPERATOR, Out, told};
use crate::cli::{self, PasswordFrom, Trial};

/// The most bytes that are read of standard input.
const INPUT_MAX: u64 = 64 * 1024;

/// Adds people and changes what they may do.
pub(super) async fn user(newsroom: &Newsroom, what: cli::User, base_url: &str, out: Out) -> Result<()> {
    match what {
        cli::User::Add { email, name, role, password, trial } => {
            let new = NewPerson::parse(&email, &name, role.as_str()).map_err(told)?;
            let people = newsroom.people().rehearsing(trial.dry_run);
            if password.password_stdin {
                let user = people.add(&OPERATOR, &new, &read_password(password)?).await.map_err(told)?;
                return say(&user, trial, out);
            }
            let ticket = people.invite(&OPERATOR, &email, &name, role.as_str()).await.map_err(told)?;
            say_link(&email, &ticket, base_url, trial, out)
        }
        cli::User::List => {
            let users = newsroom.people().list(&OPERATOR).await?;
            out.say(&users, |users| users.iter().for_each(print))
        }
        cli::User::Role { email, role, trial } => {
            let user = known(newsroom, &email).await?;
            let people = newsroom.people().rehearsing(trial.dry_run);
            let user = people.set_role(&OPERATOR, user.id, role.as_str()).await.map_err(told)?;
            say(&user, trial, out)
        }
        cli::User::ResetPassword { email, password, trial } => {
            let user = known(newsroom, &email).await?;
            let people = newsroom.people().rehearsing(trial.dry_run);
            if password.password_stdin {
                let password = read_password(password)?;
                let user = people.set_password(&OPERATOR, user.id, &password).await.map_err(told)?;
                return say(&user, trial, out);
            }
            let ticket = people.reset(&OPERATOR, user.id).await.map_err(told)?;
            say_link(&user.email, &ticket, base_url, trial, out)
        }
        cli::User::DisableTwoFactor { email, trial } => {
            let user = known(newsroom, &email).await?;
            let people = newsroom.people().rehearsing(trial.dry_run);
            let user = people.end_second_factor(&OPERATOR, user.id).await.map_err(told)?;
            say(&user, trial, out)
        }
    }
}

async fn known(newsroom: &Newsroom, email: &str) -> Result<User> {
    let user = newsroom.people().by_email(&OPERATOR, email).await.map_err(told)?;
    user.with_context(|| format!("nobody has an account under {email}; `redazione user list` shows who has"))
}

/// The first line of standard input.
fn read_password(_: PasswordFrom) -> Result<Password> {
    let mut text = String::new();
    stdin().take(INPUT_MAX).read_to_string(&mut text).context("standard input cannot be read")?;
    Password::parse("password", text.lines().next().unwrap_or_default()).map_err(told)
}

fn say(user: &User, trial: Trial, out: Out) -> Result<()> {
    if trial.dry_run && !out.json {
        println!("this would become:");
    }
    out.say(user, print)
}

fn say_link(email: &str, ticket: &Ticket, base_url: &str, trial: Trial, out: Out) -> Result<()> {
    let link = if ticket.path.is_empty() { None } else { Some(format!("{base_url}{}", ticket.path)) };
    let answer = serde_json::json!({ "email": email, "link": link, "mailed": ticket.mailed });
    out.say(&answer, |_| match &link {
        _ if trial.dry_run => println!("{email} would get a link to choose a password"),
        Some(link) => println!("{email} chooses a password at {link}"),
        None => println!("{email} gets a link by mail"),
    })
}

fn print(user: &User) {
    let state = match user {
        User { suspended_at: Some(_), .. } => "suspended",
        User { invited: true, .. } => "invited",
        _ => "active",
    };
    println!("{}\t{}\t{}\t{}\t{}", user.id, user.email, user.role.as_str(), state, user.name);
}
