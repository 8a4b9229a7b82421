//! The files that the browser loads, embedded in the program. Their names hold their content, so they never change.

use std::borrow::Cow;

use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::page_cache::Encoding;

#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Embedded;

/// The manifest of assets; none where the browser's side was not built.
pub(crate) fn manifest() -> Option<Cow<'static, [u8]>> {
    Embedded::get("assets.json").map(|file| file.data)
}

/// A file below `/assets/`.
pub(crate) async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    serve(&format!("assets/{path}"), &headers, "public, max-age=31536000, immutable")
        .unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

/// A file with a name of its own at the root, such as `/favicon.svg`.
pub(crate) fn public(path: &str, headers: &HeaderMap) -> Option<Response> {
    let name = path.strip_prefix('/').filter(|name| !name.contains('/') && *name != "assets.json")?;
    serve(name, headers, "public, max-age=86400")
}

/// In the best encoding that was prepared and is accepted.
fn serve(name: &str, headers: &HeaderMap, cache: &'static str) -> Option<Response> {
    let accepted = Encoding::accepted(headers.get(ACCEPT_ENCODING));
    let (file, encoding) = [Encoding::Brotli, Encoding::Gzip]
        .into_iter()
        .filter(|encoding| accepted.allows(*encoding))
        .find_map(|encoding| Some((Embedded::get(&format!("{name}{}", encoding.extension()))?, Some(encoding))))
        .or_else(|| Some((Embedded::get(name)?, None)))?;
    let fixed: [(HeaderName, &str); 3] =
        [(CONTENT_TYPE, content_type(name)), (CACHE_CONTROL, cache), (VARY, "accept-encoding")];
    let encoding = encoding.map(|encoding| [(CONTENT_ENCODING, encoding.name())]);
    let body = match file.data {
        Cow::Borrowed(bytes) => bytes::Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    };
    Some(match encoding {
        Some(encoding) => (fixed, encoding, body).into_response(),
        None => (fixed, body).into_response(),
    })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json" | "webmanifest") => "application/json",
        _ => "text/plain; charset=utf-8",
    }
}
