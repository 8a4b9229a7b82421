//! Pages from the cache: fresh when something changed, the same bytes until then.

use axum::body::Body;
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use model::{Actor, VersionKind};
use newsroom::VersionNote;

use crate::harness::{Site, request};

#[tokio::test]
async fn a_reader_who_has_the_page_is_told_so() {
    let site = Site::with_an_article().await;
    let first = site.get("/cronaca/una-notizia/").await;
    let etag = first.header("etag").to_owned();
    assert!(etag.starts_with("W/\""));
    let again = request(Method::GET, "/cronaca/una-notizia/").header(IF_NONE_MATCH, etag).body(Body::empty());
    let again = site.send(again.expect("a request")).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
}

#[tokio::test]
async fn a_page_comes_in_the_encoding_that_is_accepted() {
    let site = Site::with_an_article().await;
    for (accepted, expected) in [("br, gzip", "br"), ("gzip", "gzip"), ("identity", "")] {
        let request =
            request(Method::GET, "/cronaca/una-notizia/").header(ACCEPT_ENCODING, accepted).header(ACCEPT, "text/html");
        let answer = site.send(request.body(Body::empty()).expect("a request")).await;
        assert_eq!(answer.header("content-encoding"), expected, "{accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
}

#[tokio::test]
async fn a_published_article_is_on_its_pages_and_a_withdrawn_one_is_gone() {
    let site = Site::with_an_article().await;
    assert!(site.get("/").await.body.contains("Una notizia"));
    site.publish(serde_json::json!({
        "ref": "test/2", "lang": "it", "headline": "Seconda notizia", "section": "Cronaca",
        "published_at": "2024-05-07T07:08:00Z", "html": "<p>Ecco.</p>",
    }))
    .await;
    site.get_until("/", |page| page.body.contains("Seconda notizia")).await;
    site.get_until("/cronaca/", |page| page.body.contains("Seconda notizia")).await;

    let id = site.article().await;
    site.newsroom().articles().withdraw(&Actor::Operator, id).await.expect("it is public");
    let gone = site.get_until("/cronaca/seconda-notizia/", |page| page.status == StatusCode::GONE).await;
    assert!(gone.body.contains("Articolo ritirato"));
    site.get_until("/", |page| !page.body.contains("Seconda notizia")).await;

    let again = VersionNote { kind: VersionKind::Misprint, note: None };
    site.newsroom().articles().publish(&Actor::Operator, id, again).await.expect("it can come back");
    site.get_until("/cronaca/seconda-notizia/", |page| page.status == StatusCode::OK).await;
}

#[tokio::test]
async fn an_address_with_a_campaign_is_the_same_page() {
    let site = Site::with_an_article().await;
    let plain = site.get("/cronaca/una-notizia/").await;
    let campaign = site.get("/cronaca/una-notizia/?utm_source=x").await;
    assert_eq!(plain.header("etag"), campaign.header("etag"));
}
