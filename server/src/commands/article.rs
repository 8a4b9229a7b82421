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
        Article::Publish { id, kind, note } => {
            let kind = kind.unwrap_or(VersionKind::Misprint);
            articles.publish(&OPERATOR, ArticleId(id), VersionNote { kind, note }).await.map_err(told)?;
            done(newsroom, id, out).await
        }
        Article::Unpublish { id } => {
            articles.withdraw(&OPERATOR, ArticleId(id)).await.map_err(told)?;
            done(newsroom, id, out).await
        }
    }
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
