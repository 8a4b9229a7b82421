//! What machines ask for: health, robots.

use axum::http::StatusCode;

use crate::harness::Site;

#[tokio::test]
async fn the_server_says_that_it_lives_and_can_serve() {
    let site = Site::empty().await;
    for path in ["/healthz", "/readyz", "/robots.txt"] {
        let answer = site.call(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.header("content-type").starts_with("text/plain"), "{path}");
    }
    site.newsroom().close().await.expect("it closes");
    assert_eq!(site.call("/healthz").await.status, StatusCode::OK);
    assert_eq!(site.call("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn an_empty_site_is_a_page_too() {
    let site = Site::empty().await;
    let front = site.get("/").await;
    assert_eq!(front.status, StatusCode::OK);
    assert!(front.body.contains("Il primo numero è in preparazione"));
}
