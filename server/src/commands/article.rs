//! `redazione article` and `redazione verify`.

use anyhow::{Result, bail};
use model::{ArticleId, VersionKind};
use newsroom::{Newsroom, VersionNote};

use super::{OPERATOR, Out, told};
use crate::cli::Article;

/// Lists, publishes and unpublishes.
pub(super) async fn article(newsroom: &Newsroom, what: Article, out: Out) -> Result<()> {
    let articles = newsroom.articles();
    match what {
        Article::List { state, after, limit } => {
            let lines = articles.lines(&OPERATOR, state, after.map(ArticleId), limit).await?;
            out.say(&lines, |lines| {
                for line in lines {
                    println!(
                        "{}\t{:?}\t{}\t{}",
                        line.id,
                        line.state,
                        line.path.as_deref().unwrap_or("-"),
                        line.headline
                    );
                }
            })
        }
        Article::Publish { id, kind, note, trial } => {
            let kind = kind.unwrap_or(VersionKind::Misprint);
            let articles = articles.rehearsing(trial.dry_run);
            let new = articles.publish(&OPERATOR, ArticleId(id), VersionNote { kind, note }).await.map_err(told)?;
            if trial.dry_run {
                would(id, new, "be published as it is written now", out)
            } else {
                done(newsroom, id, out).await
            }
        }
        Article::Unpublish { id, trial } => {
            let articles = articles.rehearsing(trial.dry_run);
            let new = articles.withdraw(&OPERATOR, ArticleId(id)).await.map_err(told)?;
            if trial.dry_run { would(id, new, "be taken off the site", out) } else { done(newsroom, id, out).await }
        }
    }
}

/// Says what a command would have done; `new` where readers would have seen anything of it.
fn would(id: i64, new: bool, what: &str, out: Out) -> Result<()> {
    out.say(&serde_json::json!({ "id": id, "changes": new }), |_| {
        if new {
            println!("{id} would {what}");
        } else {
            println!("nothing would change for readers of {id}");
        }
    })
}

async fn done(newsroom: &Newsroom, id: i64, out: Out) -> Result<()> {
    let path = newsroom.articles().path_of(ArticleId(id)).await?;
    out.say(&serde_json::json!({ "id": id, "path": path }), |_| match &path {
        Some(path) => println!("{id} is at {path}"),
        None => println!("{id} is not public"),
    })
}

/// Walks every chain of versions.
pub(super) async fn verify(newsroom: &Newsroom, out: Out) -> Result<()> {
    let broken = newsroom.articles().verify().await?;
    out.say(&serde_json::json!({ "ok": broken.is_empty(), "broken": broken }), |_| {
        if broken.is_empty() {
            println!("every published version is as it was published");
        }
    })?;
    if !broken.is_empty() {
        bail!("{}", broken.join("\n"));
    }
    Ok(())
}
