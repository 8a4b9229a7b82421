//! Links that stay within the paper, and whether they lead anywhere.

use model::{ArticleContent, ArticleId};

use super::super::outside;
use crate::{Destination, Newsroom, Result};

/// How many links are looked at.
const LOOKED_AT: usize = 200;

/// The program's own pages, by the first word of their addresses.
const OWN_PAGES: [&str; 14] = [
    "",
    "about",
    "archive",
    "archivio",
    "comments",
    "corrections",
    "feed",
    "feed.json",
    "how-we-count",
    "media",
    "privacy",
    "rss",
    "search",
    "sitemap.xml",
];

/// The links within the paper that lead nowhere, each once, as they are written.
pub(super) async fn dead(newsroom: &Newsroom, content: &ArticleContent) -> Result<Vec<String>> {
    let base = outside::base_url(newsroom);
    let mut seen = Vec::new();
    let mut dead = Vec::new();
    for href in content.body.links() {
        if seen.len() == LOOKED_AT || seen.contains(&href) {
            continue;
        }
        seen.push(href);
        let Some(path) = within(href, base) else { continue };
        if !leads_somewhere(newsroom, path).await? {
            dead.push(href.to_owned());
        }
    }
    Ok(dead)
}

/// The path of a link that stays within the paper.
fn within<'a>(href: &'a str, base: Option<&str>) -> Option<&'a str> {
    let local = match base.and_then(|base| href.strip_prefix(base)) {
        Some("") => "/",
        Some(rest) => rest,
        None => href,
    };
    let path = local.split(['?', '#']).next().unwrap_or_default();
    (path.starts_with('/') && !path.starts_with("//")).then_some(path)
}

async fn leads_somewhere(newsroom: &Newsroom, path: &str) -> Result<bool> {
    let mut words = path.trim_matches('/').split('/');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match first {
        first if OWN_PAGES.contains(&first) => Ok(true),
        "tag" => Ok(newsroom.tags().by_slug(second).await?.is_some()),
        "author" | "autore" => Ok(newsroom.bylines().by_slug(second).await?.is_some()),
        "a" => match second.parse() {
            Ok(id) => Ok(newsroom.articles().path_of(ArticleId(id)).await?.is_some()),
            Err(_) => Ok(false),
        },
        _ => {
            let page = ["/page/", "/history/"].iter().find_map(|sign| path.find(sign)).map_or(path, |at| &path[..=at]);
            let found = newsroom.paths().resolve(page).await?;
            Ok(!matches!(found, None | Some(Destination::Gone)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_within_the_paper_are_looked_at() {
        let base = Some("https://giornale.example");
        for (href, path) in [
            ("/cronaca/mare/?x=1#y", Some("/cronaca/mare/")),
            ("https://giornale.example/cronaca/mare/", Some("/cronaca/mare/")),
            ("https://giornale.example", Some("/")),
            ("https://giornale.example.org/x/", None),
            ("//altrove.example/x", None),
            ("https://altrove.example/", None),
            ("mailto:a@example.org", None),
            ("#nota", None),
        ] {
            assert_eq!(within(href, base), path, "{href}");
        }
    }
}
