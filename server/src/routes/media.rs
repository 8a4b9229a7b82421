//! Stored pictures. Their names hold their content, so they never change.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use newsroom::Format;

use crate::router::App;

/// `/media/{hash}-{width}.{webp,jpg}`.
pub(crate) async fn picture(State(app): State<App>, Path(name): Path<String>) -> Response {
    let Some((hash, width, format)) = parse(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let content_type = match format {
        Format::Webp => "image/webp",
        Format::Jpeg => "image/jpeg",
    };
    match app.site.newsroom.pictures().file(hash, width, format).await {
        Ok(Some(bytes)) => {
            ([(CONTENT_TYPE, content_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")], bytes)
                .into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(why) => {
            let status = why.into_app().status();
            StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
        }
    }
}

fn parse(name: &str) -> Option<(&str, u32, Format)> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (hash, width) = stem.rsplit_once('-')?;
    let format = match extension {
        "webp" => Format::Webp,
        "jpg" => Format::Jpeg,
        _ => return None,
    };
    let well_formed =
        hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    Some((hash, width.parse().ok()?, format)).filter(|_| well_formed)
}
