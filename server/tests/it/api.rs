//! Server functions: what they answer, and how they say no.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use model::Role;

use crate::harness::{Site, request};

#[tokio::test]
async fn an_article_is_answered_as_json() {
    let site = Site::with_an_article().await;
    let answer = site.call("/api/v1/articles/get?path=/cronaca/una-notizia/").await;
    assert_eq!(answer.status, StatusCode::OK);
    let article = answer.json();
    assert_eq!(article["headline"], "Una notizia");
    assert_eq!(article["section"]["name"], "Cronaca");
    assert_eq!(article["body"][0]["type"], "paragraph");
}

#[tokio::test]
async fn lists_and_related_articles_are_answered_as_json() {
    let site = Site::with_an_article().await;
    let id = site.article().await;
    for path in [
        "/api/v1/articles/list",
        "/api/v1/articles/list?list=/cronaca/&page=1",
        "/api/v1/articles/list?list=/tag/mare/",
    ] {
        let answer = site.call(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        assert_eq!(answer.json()["items"][0]["headline"], "Una notizia", "{path}");
    }
    let related = site.call(&format!("/api/v1/articles/related?article_id={id}")).await;
    assert_eq!(related.json(), serde_json::json!([]), "nothing is related to itself");
}

#[track_caller]
fn says(answer: &crate::harness::Answer, status: u16, kind: &str) {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.body);
    assert_eq!(answer.json()["error"], kind, "{}", answer.body);
    assert!(answer.json()["message"].as_str().is_some_and(|message| !message.is_empty()));
    assert!(answer.header("content-type").starts_with("application/json"), "{}", answer.header("content-type"));
}

#[tokio::test]
async fn every_refusal_has_its_status_and_a_sentence() {
    let site = Site::with_an_article().await;
    says(&site.call("/api/v1/articles/get?path=/cronaca/mai-scritta/").await, 404, "not_found");
    says(&site.call("/api/v1/articles/get").await, 400, "invalid");
    says(&site.call("/api/v1/views/get?article_id=abc").await, 400, "invalid");
    says(&site.call("/api/v1/views/get?article_id=99999").await, 404, "not_found");
    says(&site.call("/api/v1/nothing/here").await, 404, "not_found");
    says(&site.post("/api/v1/views/record", "article_id=99999").await, 404, "not_found");
    says(&site.post("/api/v1/views/record", "").await, 400, "invalid");
    says(&site.post("/api/v1/articles/get", "path=/").await, 405, "method_not_allowed");
    says(&site.call("/api/v1/views/record").await, 405, "method_not_allowed");
    says(&site.call("/api/v1/comments/post").await, 405, "method_not_allowed");
}

#[tokio::test]
async fn each_kind_of_refusal_has_its_own_status() {
    const POST: &str = "/api/v1/comments/post";
    let site = Site::with_an_article().await;
    let id = site.article().await;
    let anna = site.signed_in("anna", Role::Author).await;
    let editor = site.signed_in("edda", Role::Editor).await;
    let comment = |body: &str, key: &str| {
        format!("article_id={id}&name=Ada&email=ada%40example.it&body={body}&key={key}&parent_id=")
    };
    says(&site.call("/api/v1/stories/list").await, 401, "sign_in_required");
    says(&site.call_as(&anna, "/api/v1/people/list").await, 403, "forbidden");
    says(&site.post(POST, &comment("", "k1")).await, 422, "invalid");
    assert_eq!(site.post(POST, &comment("Uno", "k1")).await.status, 200);
    says(&site.post(POST, &comment("Due", "k1")).await, 409, "conflict");
    let mut answer = site.post(POST, &comment("Tre", "k3")).await;
    for number in 4..9 {
        assert!(answer.status == 200 || answer.status == 429, "{}", answer.body);
        if answer.status == 200 {
            answer = site.post(POST, &comment("Ancora", &format!("k{number}"))).await;
        }
    }
    says(&answer, 429, "too_many");
    let seconds = answer.json()["retry_after"].to_string();
    assert_eq!(answer.header("retry-after"), seconds, "the header says the same as the body");

    assert_eq!(site.post_as(&editor, "/api/v1/stories/withdraw", &format!("id={id}&line=")).await.status, 200);
    says(&site.call("/api/v1/articles/get?path=/cronaca/una-notizia/").await, 410, "gone");
    site.newsroom().close().await.expect("it closes");
    says(&site.call("/api/v1/articles/get?path=/cronaca/una-notizia/").await, 503, "unavailable");
}

#[tokio::test]
async fn a_database_that_breaks_is_our_fault_and_tells_nothing_of_itself() {
    let site = Site::with_an_article().await;
    for file in ["redazione.db", "redazione.db-wal"] {
        let file = site.folder().join(file);
        let length = std::fs::metadata(&file).map_or(0, |found| found.len());
        std::fs::write(&file, vec![b'x'; usize::try_from(length).expect("a small file")]).expect("it is written");
    }
    let answer = site.call("/api/v1/articles/get?path=/cronaca/una-notizia/").await;
    says(&answer, 500, "internal");
    assert!(!answer.body.contains("database"), "{}", answer.body);
}

#[tokio::test]
async fn a_call_and_a_page_in_the_same_moment_keep_their_own_status() {
    let site = Site::with_an_article().await;
    for _ in 0..20 {
        // The page is asked for first, and waits for its data when the call begins; it is one that no cache keeps.
        let (page, refused, missing) = tokio::join!(
            site.get("/cronaca/una-notizia/?reply=1"),
            site.call("/api/v1/views/get?article_id=99999"),
            site.call("/api/v1/articles/get?path=/cronaca/mai-scritta/"),
        );
        says(&refused, 404, "not_found");
        says(&missing, 404, "not_found");
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    }
}

#[tokio::test]
async fn a_form_of_ten_megabytes_is_refused_before_it_is_read() {
    let site = Site::with_an_article().await;
    let form = format!("article_id=1&name=Ada&email=a@b.it&key=k&body={}", "x".repeat(10 * 1024 * 1024));
    says(&site.post("/api/v1/comments/post", &form).await, 413, "too_large");
    assert_eq!(site.submit("/api/v1/comments/post", &form).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let site = Site::with_an_article().await;
    let foreign = request(Method::POST, "/api/v1/views/record")
        .header("origin", "https://altrove.example")
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("article_id=1"))
        .expect("a request");
    says(&site.send(foreign).await, 403, "forbidden");
}
