//! Pictures that are handed in: who may, what is taken, and how the rest is refused.

use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, COOKIE};
use axum::http::{Method, Request, StatusCode};
use model::Role;
use newsroom::FILE_MAX;

use crate::harness::{Answer, BASE_URL, Site, request};

/// The smallest PNG there is: one grey point.
const PNG: [u8; 67] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155,
    85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 218, 99, 104, 0, 0, 0, 130, 0, 129, 218, 69, 8, 59, 0, 0, 0, 0, 73, 69, 78,
    68, 174, 66, 96, 130,
];

fn with(cookie: &str, body: Body) -> Request<Body> {
    let request = request(Method::POST, "/desk/pictures").header("sec-fetch-site", "same-origin");
    let request = if cookie.is_empty() { request } else { request.header(COOKIE, cookie) };
    request.body(body).expect("a request")
}

async fn hand_in(site: &Site, cookie: &str, file: impl Into<Body>) -> Answer {
    site.send(with(cookie, file.into())).await
}

#[track_caller]
fn check_refused(answer: &Answer, status: StatusCode, words: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    let message = answer.json()["message"].as_str().expect("it says why").to_owned();
    assert!(message.contains(words), "{message}");
}

#[tokio::test]
async fn a_picture_is_stored_once_and_described() {
    let site = Site::with_an_article().await;
    let cookie = site.signed_in("anna", Role::Contributor).await;
    let answer = hand_in(&site, &cookie, PNG.to_vec()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let picture = answer.json();
    assert_eq!((picture["width"].as_i64(), picture["height"].as_i64()), (Some(1), Some(1)));
    assert_eq!((picture["alt"].as_str(), picture["caption"].is_null()), (Some(""), true));
    assert_eq!(picture["widths"].as_array().map(Vec::len), Some(1));
    let hash = picture["hash"].as_str().expect("it has a hash").to_owned();
    assert_eq!(hand_in(&site, &cookie, PNG.to_vec()).await.json(), picture, "handed in twice it is one");
    assert_eq!(site.get(&format!("/media/{hash}-1.webp")).await.status, StatusCode::OK);
    let got = site.call_as(&cookie, &format!("/api/v1/pictures/get?hash={hash}")).await;
    assert_eq!((got.status, got.json()["hash"].as_str()), (StatusCode::OK, Some(hash.as_str())));
    assert_eq!(site.call(&format!("/api/v1/pictures/get?hash={hash}")).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn only_those_who_write_hand_pictures_in() {
    let site = Site::with_an_article().await;
    check_refused(&hand_in(&site, "", PNG.to_vec()).await, StatusCode::UNAUTHORIZED, "");
    for (number, role) in Role::ALL.into_iter().enumerate() {
        let cookie = site.signed_in(&format!("persona{number}"), role).await;
        let status = if role == Role::Moderator { StatusCode::FORBIDDEN } else { StatusCode::OK };
        assert_eq!(hand_in(&site, &cookie, PNG.to_vec()).await.status, status, "{role:?}");
    }
    let cookie = site.signed_in("altrove", Role::Editor).await;
    for said in [Some("cross-site"), Some("same-site"), None] {
        let mut foreign = with(&cookie, Body::from(PNG.to_vec()));
        foreign.headers_mut().remove("sec-fetch-site");
        if let Some(said) = said {
            foreign.headers_mut().insert("sec-fetch-site", said.parse().expect("a header"));
        }
        assert_eq!(site.send(foreign).await.status, StatusCode::FORBIDDEN, "{said:?}: only our own pages hand in");
    }
    let mut ours = with(&cookie, Body::from(PNG.to_vec()));
    ours.headers_mut().remove("sec-fetch-site");
    ours.headers_mut().insert("origin", BASE_URL.parse().expect("a header"));
    assert_eq!(site.send(ours).await.status, StatusCode::OK, "older browsers tell the origin");
}

#[tokio::test]
async fn what_is_no_picture_is_refused_in_a_sentence() {
    let site = Site::with_an_article().await;
    let cookie = site.signed_in("anna", Role::Editor).await;
    check_refused(&hand_in(&site, &cookie, Vec::new()).await, StatusCode::UNSUPPORTED_MEDIA_TYPE, "JPEG");
    check_refused(&hand_in(&site, &cookie, "<svg/>").await, StatusCode::UNSUPPORTED_MEDIA_TYPE, "JPEG");
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0".to_vec();
    check_refused(&hand_in(&site, &cookie, heic).await, StatusCode::UNSUPPORTED_MEDIA_TYPE, "formato");
    check_refused(&hand_in(&site, &cookie, PNG[..50].to_vec()).await, StatusCode::UNPROCESSABLE_ENTITY, "danneggiata");
    let mut vast = PNG.to_vec();
    vast[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let checksum = crc(&vast[12..29]).to_be_bytes();
    vast[29..33].copy_from_slice(&checksum);
    check_refused(&hand_in(&site, &cookie, vast).await, StatusCode::UNPROCESSABLE_ENTITY, "50 megapixel");
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_whether_it_says_so_or_not() {
    let site = Site::with_an_article().await;
    let cookie = site.signed_in("anna", Role::Editor).await;
    let file = vec![0_u8; FILE_MAX + 1];
    let mut told = with(&cookie, Body::from(file.clone()));
    told.headers_mut().insert(CONTENT_LENGTH, (FILE_MAX + 1).into());
    check_refused(&site.send(told).await, StatusCode::PAYLOAD_TOO_LARGE, "40 MiB");
    let pieces = file.chunks(1 << 20).map(|piece| Ok::<_, std::io::Error>(piece.to_vec())).collect::<Vec<_>>();
    let untold = Body::from_stream(futures::stream::iter(pieces));
    check_refused(&hand_in(&site, &cookie, untold).await, StatusCode::PAYLOAD_TOO_LARGE, "40 MiB");
    let just_under = hand_in(&site, &cookie, vec![0_u8; 1 << 20]).await;
    check_refused(&just_under, StatusCode::UNSUPPORTED_MEDIA_TYPE, "JPEG");
}

/// The checksum of a PNG's chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
