//! The desk's document, and the doors that people know from other newsrooms.

use axum::http::StatusCode;

use crate::harness::Site;

#[tokio::test]
async fn every_address_of_the_desk_is_the_same_document() {
    let site = Site::empty().await;
    let first = site.get("/desk/").await;
    for path in ["/desk", "/desk/", "/desk/sign-in", "/desk/story/17", "/desk/welcome/token"] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(answer.header("content-security-policy").contains("script-src 'self'"), "{path}");
        assert_eq!(answer.body, first.body, "{path}");
    }
    assert!(first.body.contains("<html lang=\"it\""));
    assert!(first.body.contains("data-zone=\"Europe/Rome\""));
}

#[tokio::test]
async fn doors_of_other_newsrooms_lead_to_the_desk() {
    let site = Site::empty().await;
    for path in ["/wp-admin", "/wp-admin/", "/wp-admin/post.php", "/wp-login.php", "/ghost", "/ghost/", "/ghost/editor"]
    {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::MOVED_PERMANENTLY, "{path}");
        assert_eq!(answer.header("location"), "/desk/", "{path}");
    }
}

#[tokio::test]
async fn password_managers_are_shown_where_a_password_is_changed() {
    let answer = Site::empty().await.get("/.well-known/change-password").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, "/desk/account"));
}
