//! Serves drafts to whoever says who they are, for the property tests and measurements in `end2end/converge`.
//!
//! `drafts DATA LISTEN ARTICLES`: keeps at least so many drafts in the data folder and serves them like the real
//! program, but for two things: `X-User: 7` is believed to be an editor without signing in, and nobody types too fast. Prints the
//! address, then the ids of the drafts, on a line each.

use anyhow::{Context, Result};
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use model::{Actor, Role, Staff, UserId};
use newsroom::{Clock, Config, ImportOptions, Newsroom};
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
    let lines = newsroom.articles().lines(&Actor::Operator, None, None, 100_000).await?;
    println!("{base_url}");
    println!("{}", lines.iter().map(|line| line.id.to_string()).collect::<Vec<_>>().join(" "));
    let router = booted.router.layer(from_fn(believe));
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    listen::serve(listener, router, booted.cache, stop).await;
    newsroom.close().await?;
    Ok(())
}

async fn believe(mut request: Request, next: Next) -> axum::response::Response {
    let user = request.headers().get("x-user").and_then(|value| value.to_str().ok()?.parse().ok());
    if let Some(id) = user {
        let actor = Actor::Staff(Staff { id: UserId(id), name: format!("Persona {id}"), role: Role::Editor });
        request.extensions_mut().insert(actor);
    }
    next.run(request).await
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
