//! One page, in every encoding, with its headers.

use app::Page;
use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use bytes::Bytes;

use super::Encoding;
use crate::middleware::headers;

/// A page that is ready to be sent.
#[derive(Debug)]
pub(super) struct Entry {
    status: StatusCode,
    etag: HeaderValue,
    plain: Ready,
    gzip: Ready,
    brotli: Ready,
    pub tags: Vec<String>,
    /// How many changes had been followed when its render began.
    pub made_at_change: u64,
    /// Whether the next reader may have it too. An unknown address is not worth its memory, an error may be over.
    pub cacheable: bool,
}

#[derive(Debug)]
struct Ready {
    headers: HeaderMap,
    body: Bytes,
}

impl Entry {
    pub fn new(page: Page, made_at_change: u64) -> Self {
        let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let cacheable = matches!(page.status, 200 | 301 | 410);
        let hash = blake3::hash(page.html.as_bytes()).to_hex();
        let etag = HeaderValue::from_str(&format!("W/\"{}\"", &hash[..20])).expect("hex digits are a header value");
        let location = page.location.as_deref().and_then(|path| HeaderValue::from_str(path).ok());
        let plain = Bytes::from(if location.is_some() { String::new() } else { page.html });
        let ready = |encoding: Option<Encoding>| {
            let mut headers = page_headers();
            headers.insert(ETAG, etag.clone());
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            if let Some(location) = &location {
                headers.insert(LOCATION, location.clone());
            }
            let body = match encoding {
                Some(encoding) if cacheable && !plain.is_empty() => {
                    headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
                    encoding.encode(&plain)
                }
                _ => plain.clone(),
            };
            Ready { headers, body }
        };
        Self {
            status,
            plain: ready(None),
            gzip: ready(Some(Encoding::Gzip)),
            brotli: ready(Some(Encoding::Brotli)),
            etag,
            tags: page.tags,
            made_at_change,
            cacheable,
        }
    }

    /// The answer, in the best encoding that is accepted, or word that the client has it already.
    pub fn response(&self, request: &HeaderMap) -> Response {
        let accepted = Encoding::accepted(request.get(ACCEPT_ENCODING));
        let ready = match () {
            () if accepted.allows(Encoding::Brotli) => &self.brotli,
            () if accepted.allows(Encoding::Gzip) => &self.gzip,
            () => &self.plain,
        };
        let known =
            self.status == StatusCode::OK && request.get(IF_NONE_MATCH).is_some_and(|tags| names(tags, &self.etag));
        let mut response = Response::new(if known { Body::empty() } else { Body::from(ready.body.clone()) });
        *response.status_mut() = if known { StatusCode::NOT_MODIFIED } else { self.status };
        *response.headers_mut() = ready.headers.clone();
        response
    }

    /// How many bytes it takes.
    pub fn weight(&self) -> usize {
        self.plain.body.len() + self.gzip.body.len() + self.brotli.body.len() + 1024
    }
}

/// A page for one reader: not to be kept by anybody.
pub(crate) fn private(page: Page) -> Response {
    let mut response = Response::new(Body::from(page.html));
    *response.status_mut() = StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = page_headers();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Some(location) = page.location.as_deref().and_then(|path| HeaderValue::from_str(path).ok()) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn page_headers() -> HeaderMap {
    const FIXED: [(HeaderName, &str); 2] = [(CONTENT_TYPE, "text/html; charset=utf-8"), (VARY, "accept-encoding")];
    let mut map: HeaderMap = FIXED.into_iter().map(|(name, value)| (name, HeaderValue::from_static(value))).collect();
    headers::add(&mut map);
    map
}

/// Whether an `If-None-Match` header names this tag. Proxies may have dropped the mark of a weak one.
fn names(header: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(header), Ok(etag)) = (header.to_str(), etag.to_str()) else { return false };
    header
        .split(',')
        .any(|tag| tag.trim() == "*" || tag.trim().trim_start_matches("W/") == etag.trim_start_matches("W/"))
}
