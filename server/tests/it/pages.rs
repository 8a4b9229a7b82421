//! Readers' pages: what is on them, and the ways to their addresses.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use model::{Actor, ListPaths};

use crate::harness::{Answer, BASE_URL, Site, request};

const EVERY_KIND: [&str; 9] = [
    "/",
    "/cronaca/una-notizia/",
    "/cronaca/",
    "/tag/mare/",
    "/author/ada-neri/",
    "/archive/",
    "/archive/2024/",
    "/archive/2024/05/",
    "/about/",
];

#[tokio::test]
async fn every_page_is_whole_and_nothing_in_it_is_inline() {
    let site = Site::with_an_article().await;
    for path in EVERY_KIND.iter().chain(&["/nessuna-pagina/"]) {
        let page = site.get(path).await;
        let expected = if *path == "/nessuna-pagina/" { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(page.status, expected, "{path}");
        check_page(path, &page);
    }
}

fn check_page(path: &str, page: &Answer) {
    let html = &page.body;
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"it\">"), "{path}: {}", &html[..html.len().min(80)]);
    assert!(html.ends_with("</html>"), "{path}");
    for (piece, times) in [("<h1", 1), ("<main", 1), ("id=\"content\"", 1), ("<title>", 1), ("</html>", 1)] {
        assert_eq!(html.matches(piece).count(), times, "{path}: {piece}");
    }
    assert!(!html.contains(" style=") && !html.contains("<style"), "{path}: no inline style");
    for script in html.split("<script").skip(1) {
        let (tag, rest) = script.split_once('>').expect("a tag ends");
        assert!(tag.contains("src=") && rest.starts_with("</script>"), "{path}: no inline script: {tag}");
    }
    assert!(page.header("content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval'"), "{path}");
    assert!(!page.header("content-security-policy").contains("unsafe-inline"), "{path}");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn an_article_says_what_it_is_to_machines() {
    let site = Site::with_an_article().await;
    let html = site.get("/cronaca/una-notizia/").await.body;
    for piece in [
        &format!("<link href=\"{BASE_URL}/cronaca/una-notizia/\" rel=\"canonical\""),
        "property=\"og:title\" content=\"Una notizia\"",
        "property=\"og:type\" content=\"article\"",
        "datetime=\"2024-05-06T09:08:00+02:00\">6 maggio 2024",
        "<title>Una notizia · Redazione</title>",
        "name=\"description\" content=\"Il mare era calmo.",
    ] {
        assert!(html.contains(piece), "{piece} is not in {html}");
    }
}

#[tokio::test]
async fn a_headline_cannot_break_out_of_the_page() {
    let site = Site::empty().await;
    site.publish(serde_json::json!({
        "ref": "test/x", "lang": "it", "headline": "</title><script>alert(1)</script>", "section": "Cronaca \"><img src=x>",
        "slug": "titolo", "authors": ["<b>Ada</b>"], "published_at": "2024-05-06T07:08:00Z", "html": "<p>Testo.</p>",
    }))
    .await;
    let path = site.newsroom().articles().path_of(site.article().await).await.expect("it reads").expect("it is public");
    for page in [site.get(&path).await, site.get("/").await] {
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains("<script>alert"), "{}", page.body);
        assert!(!page.body.contains("<img src=x>") && !page.body.contains("<b>Ada"));
    }
}

#[tokio::test]
async fn an_address_is_written_one_way() {
    let site = Site::with_an_article().await;
    let id = site.article().await;
    for (path, to) in [
        ("/cronaca", "/cronaca/"),
        ("/cronaca/una-notizia", "/cronaca/una-notizia/"),
        ("/autore/ada-neri/", "/author/ada-neri/"),
        ("/cronaca/page/1/", "/cronaca/"),
        (&format!("/a/{id}"), "/cronaca/una-notizia/"),
        (&format!("/a/{id}/"), "/cronaca/una-notizia/"),
        ("//altrove.example/x", "/altrove.example/x/"),
    ] {
        let answer = site.get(path).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::MOVED_PERMANENTLY, to), "{path}");
    }
}

#[tokio::test]
async fn an_italian_paper_has_italian_addresses_and_the_others_lead_to_them() {
    let site = Site::with_an_article().await;
    assert_eq!(site.get("/author/ada-neri/").await.status, StatusCode::OK);
    let newsroom = site.newsroom();
    let italian = model::Site { list_paths: ListPaths::Italian, ..model::Site::clone(&newsroom.site()) };
    newsroom.set_site(&Actor::Operator, &italian).await.expect("the operator may");
    for (path, to) in [
        ("/author/ada-neri", "/autore/ada-neri/"),
        ("/author/ada-neri/", "/autore/ada-neri/"),
        ("/archive/2024/", "/archivio/2024/"),
    ] {
        let answer = site.get(path).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::MOVED_PERMANENTLY, to), "{path}");
    }
    for path in ["/autore/ada-neri/", "/archivio/", "/archivio/2024/", "/archivio/2024/05/"] {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
    let page = site.get_until("/cronaca/una-notizia/", |page| page.body.contains("/autore/ada-neri/")).await;
    assert!(page.body.contains("href=\"/archivio/\"") && !page.body.contains("/author/"), "{}", page.body);
}

#[tokio::test]
async fn what_is_not_there_says_so() {
    let site = Site::with_an_article().await;
    for path in [
        "/cronaca/page/2/",
        "/tag/nessuno/",
        "/author/nessuno/",
        "/archive/2024/13/",
        "/archive/1990/",
        "/archive/2024/06/",
        "/a/999999/",
        "/a/999999",
        "/page/2/",
        "/media/x.jpg",
        "/assets/x.css",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let long = format!("/{}/", "x".repeat(5000));
    assert_eq!(site.get(&long).await.status, StatusCode::URI_TOO_LONG);
    let posted = site.send(request(Method::POST, "/cronaca/").body(Body::empty()).expect("a request")).await;
    assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_list_is_paginated_with_real_addresses() {
    let site = Site::empty().await;
    for at in 0..45 {
        site.publish(serde_json::json!({
            "ref": format!("test/{at}"), "lang": "it", "headline": format!("Notizia {at}"), "section": "Cronaca",
            "published_at": format!("2024-05-06T07:{at:02}:00Z"), "html": "<p>Testo.</p>",
        }))
        .await;
    }
    let second = site.get("/cronaca/page/2/").await;
    assert_eq!(second.status, StatusCode::OK);
    assert!(second.body.contains("Notizia 24") && !second.body.contains("Notizia 25<"));
    assert!(second.body.contains("href=\"/cronaca/page/3/\"") && second.body.contains("rel=\"prev\""));
    assert_eq!(site.get("/cronaca/page/3/").await.status, StatusCode::OK);
    assert_eq!(site.get("/cronaca/page/4/").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/page/2/").await.status, StatusCode::OK);
}
