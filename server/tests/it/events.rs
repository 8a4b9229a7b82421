use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE};
use axum::http::{Method, Response, StatusCode};
use futures::StreamExt;
use model::{Actor, Role};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::harness::{Site, request};

/// Opens the stream of events.
async fn listen(site: &Site, cookie: &str) -> Response<Body> {
    let request = request(Method::GET, "/desk/events").header(COOKIE, cookie).body(Body::empty()).expect("a request");
    site.booted().router.clone().oneshot(request).await.expect("the router always answers")
}

/// The next event of a stream; none where it ended.
async fn next(stream: &mut (impl StreamExt<Item = Result<bytes::Bytes, axum::Error>> + Unpin)) -> Option<Value> {
    let piece = stream.next().await?.expect("it is not cut");
    let text = std::str::from_utf8(&piece).expect("it is text").trim();
    Some(serde_json::from_str(text.strip_prefix("data: ").expect("an event")).expect("it is JSON"))
}

#[tokio::test]
async fn who_is_signed_in_hears_what_others_do() {
    let site = Site::with_an_article().await;
    let ada = site.signed_in("ada", Role::Editor).await;
    let response = listen(&site, &ada).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[CONTENT_TYPE], "text/event-stream");
    let mut stream = response.into_body().into_data_stream();

    let story = site.newsroom().stories().begin(&Actor::Operator, "Riapre il ponte", "").await.expect("it begins");
    let told = next(&mut stream).await.expect("it is told");
    assert_eq!(told, json!({ "kind": "story", "id": story.line.id.0 }));

    let seat = site.newsroom().drafts().open(&Actor::Operator, story.line.id).await.expect("there is room");
    let told = next(&mut stream).await.expect("it is told");
    assert_eq!((&told["kind"], &told["id"]), (&json!("presence"), &json!(story.line.id.0)));
    assert_eq!(told["people"][0]["name"], "operator");
    drop(seat);
    assert_eq!(next(&mut stream).await.expect("it is told")["people"], json!([]));
}

#[tokio::test]
async fn the_stream_ends_with_the_session() {
    let site = Site::empty().await;
    let ada = site.signed_in("ada", Role::Author).await;
    let mut stream = listen(&site, &ada).await.into_body().into_data_stream();
    site.post_as(&ada, "/api/v1/sessions/sign-out", "").await;
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn nobody_else_is_told_anything() {
    let site = Site::empty().await;
    for cookie in ["a=b", "redazione=made-up"] {
        assert_eq!(listen(&site, cookie).await.status(), StatusCode::UNAUTHORIZED);
    }
}
