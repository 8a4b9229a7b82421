//! What crawlers are asked to leave alone.

/// `/robots.txt`.
pub(crate) async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /api/\nDisallow: /desk/\nDisallow: /preview/\nDisallow: /search\nDisallow: /*?reply=\n"
}
