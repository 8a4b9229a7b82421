//! What the program does when it is not asked over HTTP. Every command works beside a running server.

mod article;
mod comment;
mod import;
mod serve;
mod settings;
mod user;

use anyhow::Result;
use model::Actor;
use newsroom::Newsroom;
use serde::Serialize;

use crate::boot;
use crate::cli::{self, Cli, Command};
use crate::config::Config;

/// Whoever types commands runs the paper.
const OPERATOR: Actor = Actor::Operator;

/// Does what was typed.
pub async fn run(cli: Cli) -> Result<()> {
    let serve = match &cli.command {
        Command::Serve(serve) => Some(serve),
        _ => None,
    };
    let config = Config::load(&cli.global, serve, &environment)?;
    let out = Out { json: cli.global.json };
    match cli.command {
        Command::Version => out
            .say(&Version { version: env!("CARGO_PKG_VERSION") }, |version| println!("redazione {}", version.version)),
        Command::Config(cli::Config::Check) => settings::check(&config, out),
        Command::Serve(_) => serve::serve(&config).await,
        command => {
            serve::log(&config);
            let base_url = base_url(&config);
            let newsroom = boot::open(&config, &base_url).await?;
            let done = with_newsroom(command, &newsroom, &base_url, out).await;
            newsroom.close().await?;
            done
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the environment is read, on behalf of the configuration"
)]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Where the paper is on the web, as far as a command can know.
fn base_url(config: &Config) -> String {
    if config.base_url.is_empty() { format!("http://{}", config.listen) } else { config.base_url.clone() }
}

async fn with_newsroom(command: Command, newsroom: &Newsroom, base_url: &str, out: Out) -> Result<()> {
    match command {
        Command::Demo => import::demo(newsroom, out).await,
        Command::Import(what) => import::import(newsroom, &what, out).await,
        Command::Article(what) => article::article(newsroom, what, out).await,
        Command::Comment(what) => comment::comment(newsroom, what, out).await,
        Command::User(what) => user::user(newsroom, what, base_url, out).await,
        Command::Settings(what) => settings::settings(newsroom, what, out).await,
        Command::Verify => article::verify(newsroom, out).await,
        Command::Migrate => {
            out.say(&serde_json::json!({ "migrated": true }), |_| println!("the database is up to date"))
        }
        Command::Version | Command::Config(_) | Command::Serve(_) => unreachable!("answered without opening the paper"),
    }
}

#[derive(Serialize)]
struct Version {
    version: &'static str,
}

/// Where results go: one JSON value, or lines for people.
#[derive(Clone, Copy, Debug)]
struct Out {
    json: bool,
}

impl Out {
    fn say<T: Serialize>(self, value: &T, people: impl FnOnce(&T)) -> Result<()> {
        if self.json {
            println!("{}", serde_json::to_string(value)?);
        } else {
            people(value);
        }
        Ok(())
    }
}

/// A refusal as a sentence: commands speak English, and the words of the site are the application's.
fn told(why: impl Into<model::AppError>) -> anyhow::Error {
    let sentence = match why.into() {
        model::AppError::Invalid { message, .. } | model::AppError::Conflict { message } => app::english(&message),
        other => other.to_string(),
    };
    anyhow::anyhow!(sentence)
}
