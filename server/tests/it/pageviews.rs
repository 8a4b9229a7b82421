//! View counts over HTTP.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, USER_AGENT};
use axum::http::{Method, Request};

use crate::harness::Site;

async fn record_as(site: &Site, agent: &str) -> i64 {
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/v1/views/record")
        .header(USER_AGENT, agent)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("article_id={}", site.article().await)))
        .expect("a request");
    site.send(request).await.json()["count"].as_i64().expect("a count")
}

#[tokio::test]
async fn a_reader_counts_once_and_a_bot_never() {
    let site = Site::with_an_article().await;
    assert_eq!(record_as(&site, "Mozilla/5.0 (compatible; Googlebot/2.1)").await, 0);
    assert_eq!(record_as(&site, crate::harness::BROWSER).await, 1);
    assert_eq!(record_as(&site, crate::harness::BROWSER).await, 1);
    let id = site.article().await;
    let answer = site.call(&format!("/api/v1/views/get?article_id={id}")).await;
    assert_eq!(answer.json(), serde_json::json!({ "count": 1 }));
}

#[tokio::test]
async fn reading_a_page_does_not_count_by_itself() {
    let site = Site::with_an_article().await;
    let page = site.get("/cronaca/una-notizia/").await;
    assert!(page.body.contains(r#"data-part="views" value="0""#), "the count is on the page");
    let id = site.article().await;
    assert_eq!(site.call(&format!("/api/v1/views/get?article_id={id}")).await.json()["count"], 0);
}
