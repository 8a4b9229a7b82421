//! How articles changed, as readers see it: pages without a script, fresh from the cache, gone with their article.

use axum::http::StatusCode;
use model::{Actor, ArticleId, VersionKind};
use newsroom::VersionNote;
use serde_json::json;

use crate::harness::{BASE_URL, Site};

const ARTICLE: &str = "/cronaca/una-notizia/";

async fn say(site: &Site, words: &str, kind: VersionKind, note: &str) -> ArticleId {
    let id = site.article().await;
    let options = newsroom::ImportOptions::default();
    let line = json!({
        "ref": "test/1", "lang": "it", "headline": "Una notizia", "section": "Cronaca", "authors": ["Ada Neri"],
        "tags": ["mare"], "html": format!("<p>{words}</p>"),
    });
    let imports = site.newsroom().imports();
    let drafted = imports.jsonl(&Actor::Operator, std::io::Cursor::new(line.to_string()), &options).await;
    drafted.expect("it is drafted");
    let note = VersionNote { kind, note: Some(note.to_owned()) };
    site.newsroom().articles().publish(&Actor::Operator, id, note).await.expect("it is published");
    id
}

#[tokio::test]
async fn an_article_tells_what_was_corrected_and_leads_to_its_history() {
    let site = Site::with_an_article().await;
    let page = site.get(ARTICLE).await;
    assert!(
        page.body.contains("href=\"/cronaca/una-notizia/history/\"") && page.body.contains("href=\"/corrections/\"")
    );
    say(&site, "Il mare era mosso.", VersionKind::Correction, "Il mare non era calmo.").await;
    let page = site.get_until(ARTICLE, |page| page.body.contains("Il mare non era calmo.")).await;
    assert!(page.body.contains("Correzione") && page.body.contains("data-part=\"notes\""));
    assert!(!page.body.contains("data-part=\"rectifications\""));
    say(&site, "Il mare era grosso.", VersionKind::Rectification, "Il Comune <b>precisa</b>.").await;
    let page = site.get_until(ARTICLE, |page| page.body.contains("data-part=\"rectifications\"")).await;
    let (rectification, body) = (page.body.find("Il Comune &lt;b&gt;precisa"), page.body.find("data-part=\"body\""));
    assert!(rectification.expect("it is told") < body.expect("there is a body"), "above the text");
}

#[tokio::test]
async fn every_published_version_can_be_read_with_what_changed() {
    let site = Site::with_an_article().await;
    say(&site, "Il mare era mosso.", VersionKind::Correction, "Il mare non era calmo.").await;
    let list = site.get_until("/cronaca/una-notizia/history/", |page| page.body.contains("Versione 2")).await;
    assert_eq!(list.status, StatusCode::OK);
    for piece in [
        &format!("<link href=\"{BASE_URL}/cronaca/una-notizia/history/\" rel=\"canonical\""),
        "Il mare non era calmo.",
        "href=\"/cronaca/una-notizia/history/2/\"",
        "Prima pubblicazione",
    ] {
        assert!(list.body.contains(piece), "{piece} is not in {}", list.body);
    }
    assert!(!list.body.contains("operator") && !list.body.contains("import"), "who published is nobody's business");
    let second = site.get("/cronaca/una-notizia/history/2/").await;
    assert_eq!(second.status, StatusCode::OK);
    assert!(second.body.contains("<ins class=\"diff__added\">mosso</ins>"), "{}", second.body);
    assert!(second.body.contains("<del class=\"diff__removed\">calmo</del>"));
    assert!(second.body.contains("noindex"), "the article itself is what is found");
    let first = site.get("/cronaca/una-notizia/history/1/").await;
    assert!(first.body.contains("Il mare era calmo.") && !first.body.contains("class=\"diff\""));
    for (path, status, to) in [
        ("/cronaca/una-notizia/history/3/", StatusCode::NOT_FOUND, ""),
        ("/cronaca/una-notizia/history/0/", StatusCode::NOT_FOUND, ""),
        ("/cronaca/una-notizia/history/x/", StatusCode::NOT_FOUND, ""),
        ("/cronaca/history/", StatusCode::NOT_FOUND, ""),
        ("/cronaca/nulla/history/", StatusCode::NOT_FOUND, ""),
        ("/cronaca/una-notizia/history", StatusCode::MOVED_PERMANENTLY, "/cronaca/una-notizia/history/"),
        ("/Cronaca/Una-Notizia/history/2/", StatusCode::MOVED_PERMANENTLY, "/cronaca/una-notizia/history/2/"),
    ] {
        let answer = site.get(path).await;
        assert_eq!((answer.status, answer.header("location")), (status, to), "{path}");
    }
}

#[tokio::test]
async fn a_withdrawn_article_takes_its_history_along_and_leaves_a_line() {
    let site = Site::with_an_article().await;
    let id = say(&site, "Il mare era mosso.", VersionKind::Correction, "Il mare non era calmo.").await;
    site.get_until("/corrections/", |page| page.body.contains("Il mare non era calmo.")).await;
    let line = "Ritirato su richiesta <degli> interessati.";
    site.newsroom().stories().withdraw(&Actor::Operator, id, line).await.expect("it is public");
    let gone = site.get_until(ARTICLE, |page| page.status == StatusCode::GONE).await;
    assert!(gone.body.contains("Ritirato su richiesta &lt;degli&gt; interessati."), "{}", gone.body);
    for path in ["/cronaca/una-notizia/history/", "/cronaca/una-notizia/history/1/"] {
        let page = site.get(path).await;
        assert_eq!(page.status, StatusCode::GONE, "{path}");
        assert!(!page.body.contains("Una notizia") && !page.body.contains("calmo"), "{path}");
    }
    site.get_until("/corrections/", |page| !page.body.contains("Il mare non era calmo.")).await;
}

#[tokio::test]
async fn corrections_are_one_list_with_pages() {
    let site = Site::with_an_article().await;
    assert!(site.get("/corrections/").await.body.contains("Nessuna correzione"));
    for at in 0..21 {
        say(&site, &format!("Frase {at}."), VersionKind::Clarification, &format!("Precisiamo {at}.")).await;
    }
    let first = site.get_until("/corrections/", |page| page.body.contains("Precisiamo 20.")).await;
    assert!(first.body.contains("Precisiamo 1.") && !first.body.contains("Precisiamo 0."));
    assert!(first.body.contains("href=\"/corrections/page/2/\""));
    assert!(site.get("/corrections/page/2/").await.body.contains("Precisiamo 0."));
    assert_eq!(site.get("/corrections/page/3/").await.status, StatusCode::NOT_FOUND);
}
