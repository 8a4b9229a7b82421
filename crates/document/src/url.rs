//! Which addresses a body may point to.

use std::fmt::Write as _;

/// The longest address that is accepted, in bytes.
const LONGEST: usize = 4096;

/// Cleans an address and answers it, or nothing where a reader should not be sent there.
///
/// Accepted are http, https, mailto, tel and relative addresses; everything else, from `javascript:` to `//host`, is
/// refused. The answer is a fixed point: cleaning it again changes nothing.
pub fn safe_url(text: &str) -> Option<String> {
    let visible: String = text.chars().filter(|c| !c.is_control()).collect();
    let address = encode(visible.trim());
    if address.is_empty() || address.len() > LONGEST || has_backslash_in_path(&address) {
        return None;
    }

    match split_scheme(&address) {
        None => (!address.starts_with("//")).then_some(address),
        Some((scheme, rest)) => {
            let scheme = scheme.to_ascii_lowercase();
            Some(format!("{scheme}:{}", destination(&scheme, rest)?))
        }
    }
}

/// Percent-encodes what an address may not hold bare.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`') {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                write!(encoded, "%{byte:02X}").expect("a String takes every write");
            }
        } else {
            encoded.push(c);
        }
    }
    encoded
}

/// Browsers read `\` before the query as `/`, so that `/\host` leaves the site.
fn has_backslash_in_path(address: &str) -> bool {
    address.split(['?', '#']).next().is_some_and(|path| path.contains('\\'))
}

/// Splits before the first colon, unless a slash, query or fragment comes first: then the address is relative.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let end = address.find([':', '/', '?', '#'])?;
    address[end..].starts_with(':').then(|| (&address[..end], &address[end + 1..]))
}

/// What stands behind a scheme. Browsers pass over slashes beyond the second, and so does this.
fn destination(scheme: &str, rest: &str) -> Option<String> {
    match scheme {
        "http" | "https" => {
            let host = rest.strip_prefix("//")?.trim_start_matches('/');
            (!host.is_empty() && !host.starts_with(['?', '#', ':'])).then(|| format!("//{host}"))
        }
        "mailto" | "tel" => (!rest.is_empty()).then(|| rest.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(safe_url(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn addresses_of_the_web_the_mail_and_the_telephone_pass() {
        check("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d"));
        check(" \u{1}HTTPS://Example.org/ ", Some("https://Example.org/"));
        check("https:///example.org", Some("https://example.org"));
        check("http://example.org:8080", Some("http://example.org:8080"));
        check("MailTo:redazione@example.org", Some("mailto:redazione@example.org"));
        check("tel:+39 06 123", Some("tel:+39%2006%20123"));
        check("https://example.org/a b\"c", Some("https://example.org/a%20b%22c"));
        check("https://example.org/?q=a\\b", Some("https://example.org/?q=a\\b"));
    }

    #[test]
    fn relative_addresses_pass() {
        for address in ["/2024/05/titolo", "cronaca/roma", "?page=2", "#note-1", "./a:b", "../a", "/a:b//c"] {
            check(address, Some(address));
        }
    }

    #[test]
    fn addresses_that_run_code_or_leave_in_disguise_are_refused() {
        for address in [
            "",
            " \n ",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "java script:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://a",
            "//example.org",
            "/\\example.org",
            "\\\\example.org",
            "\t//example.org",
            "/\t/example.org",
            "https:example.org",
            "https://",
            "mailto:",
            "tel:",
            ":x",
            "blob:https://a",
            "view-source:https://a",
        ] {
            check(address, None);
        }
        check(&format!("/{}", "a".repeat(LONGEST)), None);
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in r"\PC{0,12}|(https?|MAILTO|tel|javascript):[\t\\ /?#a-z]{0,12}|[\t\\ /:?#a-z]{0,12}") {
            if let Some(address) = safe_url(&text) {
                prop_assert_eq!(safe_url(&address), Some(address));
            }
        }
    }
}
