//! The cookie of a signed-in browser, and whether a request comes from the paper's own pages.

use app::SessionChange;
use axum::http::header::{COOKIE, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use newsroom::SESSION_DAYS;

const SECONDS_A_DAY: i64 = 24 * 3_600;

/// The name of the cookie. Browsers keep `__Host-` cookies to one host, and to https.
fn name(base_url: &str) -> &'static str {
    if base_url.starts_with("https://") { "__Host-redazione" } else { "redazione" }
}

/// The token in a request's cookie.
pub(crate) fn token<'a>(headers: &'a HeaderMap, base_url: &str) -> Option<&'a str> {
    let name = name(base_url);
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, token)| token)
}

/// Tells the browser what becomes of its session.
pub(crate) fn tell(response: &mut Response, change: &SessionChange, base_url: &str) {
    let name = name(base_url);
    let secure = if base_url.starts_with("https://") { "; Secure" } else { "" };
    let (token, seconds) = match change {
        SessionChange::Start(token) => (token.as_str(), SESSION_DAYS * SECONDS_A_DAY),
        SessionChange::End => ("", 0),
    };
    let cookie = format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

/// Whether a request comes from the paper's own pages, as browsers tell: for sockets, which the layer against forged
/// forms lets pass because they begin as a GET, and for pictures. A program that tells nothing is refused.
pub(crate) fn is_same_origin(headers: &HeaderMap, base_url: &str) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers.get(ORIGIN).is_some_and(|origin| origin == base_url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| ((*name).parse().expect("a name"), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn the_token_is_read_from_its_own_cookie() {
        let cookies = headers(&[("cookie", "a=b; redazione=old; __Host-redazione=token")]);
        assert_eq!(token(&cookies, "https://giornale.example"), Some("token"));
        assert_eq!(token(&cookies, "http://127.0.0.1:3000"), Some("old"));
        assert_eq!(token(&headers(&[("cookie", "x__Host-redazione=token")]), "https://giornale.example"), None);
        assert_eq!(token(&HeaderMap::new(), "https://giornale.example"), None);
    }

    #[test]
    fn a_request_is_ours_when_the_browser_says_so() {
        let check = |pairs: &[(&'static str, &'static str)], expected: bool| {
            assert_eq!(is_same_origin(&headers(pairs), "https://giornale.example"), expected, "{pairs:?}");
        };
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "same-site"), ("origin", "https://giornale.example")], false);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("sec-fetch-site", "none")], false);
        check(&[("origin", "https://giornale.example")], true);
        check(&[("origin", "https://giornale.example.evil.example")], false);
        check(&[("origin", "null")], false);
        check(&[], false);
    }
}
