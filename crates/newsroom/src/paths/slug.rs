//! Slugs: the part of an address that can be read aloud.

use deunicode::deunicode;

/// The most characters a slug may have, before a number that tells it from another.
const LONGEST: usize = 80;

/// What an address must not begin with: the program's own pages live there, or may come to.
const RESERVED: &[&str] = &[
    "a",
    "about",
    "admin",
    "api",
    "archive",
    "archivio",
    "articles",
    "assets",
    "author",
    "autore",
    "cerca",
    "comments",
    "correzioni",
    "corrections",
    "desk",
    "feed",
    "fonts",
    "ghost",
    "health",
    "healthz",
    "history",
    "how-we-count",
    "icons",
    "live",
    "login",
    "media",
    "metrics",
    "offline",
    "og",
    "page",
    "pagina",
    "pkg",
    "preview",
    "privacy",
    "public",
    "readyz",
    "ricerca",
    "rss",
    "search",
    "sitemap",
    "static",
    "tag",
    "views",
    "wp-admin",
    "wp-content",
    "wp-includes",
    "wp-json",
];

/// Makes a slug: ASCII, lower case, words joined by hyphens, 80 characters at most, cut at a word.
///
/// A text with nothing to read aloud gives `otherwise`.
pub(crate) fn slug(text: &str, otherwise: &str) -> String {
    let plain = deunicode(text).to_lowercase();
    let mut slug = String::new();
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.is_empty() {
            slug.push_str(&word[..word.len().min(LONGEST)]);
            continue;
        }
        if slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        slug.push('-');
        slug.push_str(word);
    }
    if slug.is_empty() { otherwise.to_owned() } else { slug }
}

/// A slug and, where it is taken, those to try instead: `mare`, `mare-2`, `mare-3`.
pub(crate) fn numbered(slug: &str) -> impl Iterator<Item = String> + '_ {
    std::iter::once(slug.to_owned()).chain((2_u32..).map(move |number| format!("{slug}-{number}")))
}

/// Whether `slug` is what somebody gets who asked for `wanted`: the same, or the same with a number.
pub(crate) fn answers(slug: &str, wanted: &str) -> bool {
    slug == wanted || number(slug, wanted).is_some()
}

/// The number that tells `slug` from `stem`: 3 for `mare-3` and `mare`.
pub(super) fn number(slug: &str, stem: &str) -> Option<u32> {
    let digits = slug.strip_prefix(stem)?.strip_prefix('-')?;
    if digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Whether the program keeps a slug for itself.
pub(super) fn is_reserved(slug: &str) -> bool {
    RESERVED.contains(&slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(slug(text, "articolo"), expected, "{text:?}");
    }

    #[test]
    fn a_slug_can_be_read_aloud() {
        check("L’Aquila, perché no?", "l-aquila-perche-no");
        check("  Più   IMPRESE -- meno tasse! ", "piu-imprese-meno-tasse");
        check("Œuvre straße Łódź", "oeuvre-strasse-lodz");
        check("Москва", "moskva");
        check("2023", "2023");
        check("", "articolo");
        check("…?!", "articolo");
        check("/../etc/passwd", "etc-passwd");
        check("%00", "00");
    }

    #[test]
    fn a_long_slug_is_cut_at_a_word() {
        let long = slug(&"parola ".repeat(40), "articolo");
        assert_eq!(long.len(), 76);
        assert!(long.ends_with("-parola"), "{long}");
        assert_eq!(slug(&"a".repeat(200), "articolo").len(), LONGEST);
    }

    #[test]
    fn a_number_tells_two_slugs_apart() {
        assert_eq!(numbered("mare").take(3).collect::<Vec<_>>(), ["mare", "mare-2", "mare-3"]);
        assert!(answers("mare", "mare"));
        assert!(answers("mare-12", "mare"));
        assert!(!answers("mare-nero", "mare"));
        assert!(!answers("mare-02", "mare"));
        assert!(!answers("mare-", "mare"));
        assert!(!answers("marea", "mare"));
    }
}
