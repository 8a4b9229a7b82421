//! Preview links: shown to whoever holds one, kept and told by nobody.

use axum::http::StatusCode;
use model::{Actor, ArticleId};
use serde_json::json;

use crate::harness::{Answer, Site};

async fn draft(site: &Site) -> ArticleId {
    let line = json!({
        "ref": "test/2", "lang": "it", "headline": "Non ancora", "section": "Cronaca", "authors": ["Ada Neri"],
        "html": "<p>Testo segreto.</p>",
    });
    let options = newsroom::ImportOptions::default();
    let imports = site.newsroom().imports();
    let drafted = imports.jsonl(&Actor::Operator, std::io::Cursor::new(line.to_string()), &options).await;
    drafted.expect("it is drafted");
    let lines = site.newsroom().articles().lines(&Actor::Operator, None, None, 10).await.expect("it lists");
    lines.iter().find(|line| line.headline == "Non ancora").expect("it is there").id
}

#[track_caller]
fn check_headers(page: &Answer) {
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.header("x-robots-tag").contains("noindex"));
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(page.header("etag"), "");
}

#[tokio::test]
async fn a_preview_looks_like_the_article_and_is_kept_by_nobody() {
    let site = Site::with_an_article().await;
    let id = draft(&site).await;
    let stories = site.newsroom().stories();
    let path = stories.make_preview(&Actor::Operator, id, 1).await.expect("it is made");
    let page = site.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    check_headers(&page);
    for piece in ["Testo segreto.", "Non ancora", "data-part=\"body\"", "preview-banner", "Ada Neri", "noindex"] {
        assert!(page.body.contains(piece), "{piece}");
    }
    assert!(!page.body.contains("rel=\"canonical\"") && !page.body.contains("data-article-id"));
    let moved = site.get(path.trim_end_matches('/')).await;
    assert_eq!((moved.status, moved.header("location")), (StatusCode::MOVED_PERMANENTLY, path.as_str()));
    check_headers(&moved);

    let preview = stories.get(&Actor::Operator, id).await.expect("it is read").previews[0].id;
    stories.end_preview(&Actor::Operator, id, preview).await.expect("it is ended");
    let over = site.get(&path).await;
    assert_eq!(over.status, StatusCode::NOT_FOUND, "no copy outlives the link");
    check_headers(&over);
    assert!(!over.body.contains("segreto"));
}

#[tokio::test]
async fn no_other_address_shows_it_and_crawlers_are_kept_out() {
    let site = Site::with_an_article().await;
    let id = draft(&site).await;
    site.newsroom().stories().make_preview(&Actor::Operator, id, 1).await.expect("it is made");
    for path in [
        "/preview/",
        "/preview/x/",
        &format!("/preview/{}/", "0".repeat(64)),
        &format!("/preview/{id}/"),
        &format!("/a/{id}/"),
        "/cronaca/non-ancora/",
        "/cronaca/non-ancora/history/",
        &format!("/api/v1/articles/related?article_id={id}"),
        "/api/v1/articles/get?path=/cronaca/non-ancora/",
        "/",
        "/cronaca/",
        "/author/ada-neri/",
        "/corrections/",
    ] {
        let page = site.get(path).await;
        assert!(!page.body.contains("Non ancora") && !page.body.contains("segreto"), "{path}");
    }
    assert!(site.get("/robots.txt").await.body.contains("Disallow: /preview/"));
}
