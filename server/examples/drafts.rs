//! Serves drafts to whoever says who they are, for the property tests and measurements in `end2end/converge`.
//!
//! `drafts DATA LISTEN ARTICLES`: keeps at least so many drafts in the data folder and serves them like the real
//! program, but that nobody types too fast. Prints the address, the ids of the drafts, and, where it has just made
//! them, the cookies of some editors: a line each.

use anyhow::{Context, Result};
use model::{Actor, NewPerson, Password};
use newsroom::{Clock, Config, ImportOptions, Newsroom, Reader};
use serde_json::json;
use server::{boot, listen};

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, data, address, articles] = &arguments[..] else { anyhow::bail!("usage: drafts DATA LISTEN ARTICLES") };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    let newsroom = Newsroom::open(Config {
        data: data.into(),
        database_url: None,
        clock: Clock::system(),
        mail: None,
        base_url: String::new(),
    })
    .await?;
    fill(&newsroom, articles.parse().context("ARTICLES is a number")?).await?;
    let listener = listen::bind(address).await?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let options = boot::Options { base_url: base_url.clone(), bench: true, ..boot::Options::default() };
    let booted = boot::boot(newsroom.clone(), &options).await?;
    let cookies = editors(&newsroom).await?;
    let lines = newsroom.articles().lines(&Actor::Operator, None, None, 100_000).await?;
    println!("{base_url}");
    println!("{}", lines.iter().map(|line| line.id.to_string()).collect::<Vec<_>>().join(" "));
    println!("{}", cookies.join(" "));
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    listen::serve(listener, booted.router, booted.cache, stop).await;
    newsroom.close().await?;
    Ok(())
}

/// Makes some editors, where there are none, and signs them in; answers their cookies.
async fn editors(newsroom: &Newsroom) -> Result<Vec<String>> {
    if !newsroom.people().list(&Actor::Operator).await?.is_empty() {
        return Ok(Vec::new());
    }
    let mut cookies = Vec::new();
    for number in 0..8_u8 {
        let (email, password) = (format!("{number}@example.org"), "una frase lunga");
        let new = NewPerson::parse(&email, &format!("Persona {number}"), "editor")?;
        newsroom.people().add(&Actor::Operator, &new, &Password::parse("password", password)?).await?;
        let from = Reader { address: [10, 0, 0, number].into(), user_agent: String::new() };
        let opened = newsroom.sessions().sign_in(&from, &email, password, "").await?;
        cookies.push(format!("redazione={}", opened.context("no code is asked for")?.token));
    }
    Ok(cookies)
}

async fn fill(newsroom: &Newsroom, articles: i64) -> Result<()> {
    let there = newsroom.articles().count().await?;
    let line = |number: i64| {
        json!({
            "ref": format!("drafts/{number}"), "lang": "it", "headline": "Titolo", "section": "Cronaca",
            "html": "<p>Il mare era <b>calmo</b>.</p><p>Poi venne il vento.</p>",
        })
        .to_string()
    };
    let lines: Vec<String> = (there..articles).map(line).collect();
    let options = ImportOptions::default();
    newsroom.imports().jsonl(&Actor::Operator, std::io::Cursor::new(lines.join("\n")), &options).await?;
    Ok(())
}
