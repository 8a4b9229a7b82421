//! Comments over HTTP: as a server function, and as a plain form.

use axum::http::StatusCode;

use crate::harness::Site;

const POST: &str = "/api/v1/comments/post";

fn form(article: impl std::fmt::Display, body: &str, key: &str) -> String {
    format!("article_id={article}&parent_id=&name=Ada&email=ada%40example.it&body={body}&key={key}")
}

#[tokio::test]
async fn a_comment_is_held_until_it_is_approved() {
    let site = Site::with_an_article().await;
    let article = site.article().await;
    let posted = site.post(POST, &form(article, "Grazie+a+voi", "k1")).await;
    assert_eq!(posted.status, StatusCode::OK, "{}", posted.body);
    assert_eq!(posted.json()["state"], "held");
    let list = format!("/api/v1/comments/list?article_id={article}");
    assert_eq!(site.call(&list).await.json(), serde_json::json!([]));
    assert!(!site.get("/cronaca/una-notizia/").await.body.contains("Grazie a voi"));

    site.approve(posted.json()["id"].as_i64().expect("an id")).await;
    let page = site.get_until("/cronaca/una-notizia/", |page| page.body.contains("Grazie a voi")).await;
    assert!(page.body.contains("1 commento"));
    let listed = site.call(&list).await;
    assert_eq!(listed.json()[0]["body"], "Grazie a voi");
    assert!(
        !listed.body.contains("ada@example.it") && !page.body.contains("ada@example.it"),
        "an address is never shown"
    );
}

#[tokio::test]
async fn posting_twice_with_one_key_is_one_comment() {
    let site = Site::with_an_article().await;
    let article = site.article().await;
    let first = site.post(POST, &form(article, "Una+volta", "k1")).await.json();
    let again = site.post(POST, &form(article, "Una+volta", "k1")).await.json();
    assert_eq!(first["id"], again["id"]);
    let other = site.post(POST, &form(article, "Altre+parole", "k1")).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "{}", other.body);
}

#[tokio::test]
async fn a_field_error_names_its_field_in_the_papers_language() {
    let site = Site::with_an_article().await;
    let article = site.article().await;
    let refused = site.post(POST, &format!("article_id={article}&name=Ada&email=nessuno&body=Ciao&key=k")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    assert_eq!(refused.json()["field"], "email");
    assert!(refused.json()["message"].as_str().is_some_and(|text| text.contains("indirizzo email")));
}

#[tokio::test]
async fn a_plain_form_keeps_what_was_typed_when_it_is_refused() {
    let site = Site::with_an_article().await;
    let article = site.article().await;
    let typed = "Una+frase+lunga+%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    let refused = site
        .submit(POST, &format!("article_id={article}&parent_id=&name=&email=ada%40example.it&body={typed}&key="))
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Scrivi il tuo nome."));
    assert!(refused.body.contains("Una frase lunga &lt;/textarea&gt;&lt;script&gt;"), "typed text comes back as text");
    assert!(!refused.body.contains("<script>alert"));
    assert_eq!(refused.header("cache-control"), "private, no-store");
}

#[tokio::test]
async fn a_plain_form_is_answered_with_the_way_back_to_the_article() {
    let site = Site::with_an_article().await;
    let article = site.article().await;
    let posted = site.submit(POST, &form(article, "Senza+script", "")).await;
    assert_eq!(posted.status, StatusCode::SEE_OTHER, "{}", posted.body);
    assert_eq!(posted.header("location"), "/cronaca/una-notizia/?comment=held#comment-form");
    let back = site.get("/cronaca/una-notizia/?comment=held").await;
    assert!(back.body.contains("Il tuo commento è in attesa di moderazione."));
    assert_eq!(back.header("cache-control"), "private, no-store");
    assert!(
        !site.get("/cronaca/una-notizia/").await.body.contains("in attesa di moderazione.</p>"),
        "nobody else is told"
    );
}

#[tokio::test]
async fn a_form_that_comes_too_often_says_when_to_come_back() {
    let site = Site::with_an_article().await;
    let article = site.article().await;
    let mut last = site.post(POST, &form(article, "Parole", "k0")).await;
    for at in 1..6 {
        last = site.post(POST, &form(article, &format!("Parole+{at}"), &format!("k{at}"))).await;
    }
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS, "{}", last.body);
    assert!(last.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
    assert_eq!(last.json()["error"], "too_many");
}
