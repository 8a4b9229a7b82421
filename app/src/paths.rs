//! Addresses: no other file writes one.

use model::{CommentId, ListPaths};

/// How the addresses of authors begin, and those of the archive; in English and in Italian.
const AUTHOR: [&str; 2] = ["/author/", "/autore/"];
const ARCHIVE: [&str; 2] = ["/archive/", "/archivio/"];

/// The one of them that the paper writes.
fn chosen([english, italian]: [&'static str; 2], paths: ListPaths) -> &'static str {
    match paths {
        ListPaths::English => english,
        ListPaths::Italian => italian,
    }
}

/// The same, for the paper whose page this is.
fn ours(words: [&'static str; 2]) -> &'static str {
    chosen(words, crate::context::newsroom().site().list_paths)
}

/// The address of a page of a list: the list's own for the first, `…page/2/` after.
pub(crate) fn page_of(list: &str, number: u32) -> String {
    if number <= 1 { list.to_owned() } else { format!("{list}page/{number}/") }
}

/// A tag's page.
pub(crate) fn tag(slug: &str) -> String {
    format!("/tag/{slug}/")
}

/// The page of somebody who signs.
pub(crate) fn author(slug: &str) -> String {
    format!("{}{slug}/", ours(AUTHOR))
}

/// The archive, of a year or a month of it.
pub(crate) fn archive(year: Option<i16>, month: Option<i8>) -> String {
    let all = ours(ARCHIVE);
    match (year, month) {
        (Some(year), Some(month)) => format!("{all}{year}/{month:02}/"),
        (Some(year), None) => format!("{all}{year}/"),
        (None, _) => all.to_owned(),
    }
}

/// The front page.
pub(crate) const FRONT: &str = "/";

/// The colophon.
pub(crate) const ABOUT: &str = "/about/";

/// What readers were told was wrong, in all articles.
pub(crate) const CORRECTIONS: &str = "/corrections/";

/// The versions of an article, or one of them.
pub(crate) fn history(article: &str, version: Option<i64>) -> String {
    match version {
        Some(number) => format!("{article}history/{number}/"),
        None => format!("{article}history/"),
    }
}

/// The article's part of the address of its versions, and the number of the one that is meant.
pub(crate) fn split_history(path: &str) -> Option<(&str, Option<i64>)> {
    if let Some(article) = path.strip_suffix("/history/") {
        return Some((&path[..=article.len()], None));
    }
    let (article, number) = path.strip_suffix('/')?.rsplit_once("/history/")?;
    let number = number.parse().ok().filter(|_| !number.starts_with(['0', '+', '-']))?;
    Some((&path[..=article.len()], Some(number)))
}

/// The search page.
pub(crate) const SEARCH: &str = "/search";

/// Where a comment form goes.
pub(crate) const POST_COMMENT: &str = "/api/v1/comments/post";

/// The anchor of the comment form.
pub(crate) const COMMENT_FORM: &str = "comment-form";

/// The anchor of a comment.
pub(crate) fn comment_anchor(id: CommentId) -> String {
    format!("comment-{id}")
}

/// An article's page, with the form set to answer a comment.
pub(crate) fn reply(article: &str, to: CommentId) -> String {
    format!("{article}?reply={to}#{COMMENT_FORM}")
}

/// A stored picture in one width.
pub(crate) fn picture(hash: &str, width: u32, extension: &str) -> String {
    format!("/media/{hash}-{width}.{extension}")
}

/// The part of a path before `page/2/`, and the number.
pub(crate) fn split_page(path: &str) -> (&str, u32) {
    let Some((list, number)) = path.strip_suffix('/').and_then(|path| path.rsplit_once("page/")) else {
        return (path, 1);
    };
    match number.parse::<u32>() {
        Ok(number) if number >= 1 && list.ends_with('/') => (list, number),
        _ => (path, 1),
    }
}

/// Where an address of the reader's side leads when it is not written the canonical way.
#[derive(Clone, Copy, Debug)]
pub struct Address;

impl Address {
    /// Where somebody who sent a comment with a plain form goes next: back to the form, with word of what became of it.
    pub fn after_comment(article: &str, state: &str) -> String {
        format!("{article}?comment={state}#{COMMENT_FORM}")
    }

    /// The canonical way to write `path`, where it is another one: `/cronaca/page/1/` → `/cronaca/`, and `/autore/x` →
    /// `/author/x/` or the other way round, as the paper has it.
    pub fn canonical(path: &str, list_paths: ListPaths) -> Option<String> {
        // An address that starts with two slashes, or a backslash, would lead to another host.
        let mut canonical = path.replace('\\', "/");
        while canonical.contains("//") {
            canonical = canonical.replace("//", "/");
        }
        for words in [AUTHOR, ARCHIVE] {
            let ours = chosen(words, list_paths);
            for word in words.into_iter().filter(|word| *word != ours) {
                if let Some(rest) = canonical.strip_prefix(word) {
                    canonical = format!("{ours}{rest}");
                } else if canonical == word.trim_end_matches('/') {
                    ours.clone_into(&mut canonical);
                }
            }
        }
        let last = canonical.rsplit('/').next().unwrap_or_default();
        if !last.is_empty() && !last.contains('.') && canonical != SEARCH {
            canonical.push('/');
        }
        if canonical.ends_with("/page/1/") {
            canonical.truncate(canonical.len() - "page/1/".len());
        }
        (canonical != path).then_some(canonical)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, canonical: Option<&str>) {
        assert_eq!(Address::canonical(path, ListPaths::English).as_deref(), canonical, "{path}");
    }

    #[test]
    fn an_italian_paper_may_have_italian_addresses() {
        let canonical = |path: &str| Address::canonical(path, ListPaths::Italian);
        assert_eq!(canonical("/author/anna-rossi").as_deref(), Some("/autore/anna-rossi/"));
        assert_eq!(canonical("/archive").as_deref(), Some("/archivio/"));
        assert_eq!(canonical("/archivio/2024/05/"), None);
    }

    #[test]
    fn an_address_is_written_one_way() {
        check("/", None);
        check("/cronaca", Some("/cronaca/"));
        check("/cronaca/page/1/", Some("/cronaca/"));
        check("/cronaca/page/2/", None);
        check("/autore/anna-rossi", Some("/author/anna-rossi/"));
        check("/archivio", Some("/archive/"));
        check("/robots.txt", None);
        check("/search", None);
        check("//example.org/x", Some("/example.org/x/"));
        check("/\\example.org", Some("/example.org"));
    }

    #[test]
    fn the_versions_of_an_article_stand_below_it() {
        assert_eq!(split_history("/cronaca/mare/history/"), Some(("/cronaca/mare/", None)));
        assert_eq!(split_history("/cronaca/mare/history/12/"), Some(("/cronaca/mare/", Some(12))));
        assert_eq!(split_history(&history("/mare/", Some(3))), Some(("/mare/", Some(3))));
        for path in
            ["/cronaca/mare/", "/cronaca/mare/history/x/", "/cronaca/mare/history/02/", "/history", "history/1/"]
        {
            assert_eq!(split_history(path), None, "{path}");
        }
    }

    #[test]
    fn a_page_number_is_split_off_a_list() {
        assert_eq!(split_page("/cronaca/page/2/"), ("/cronaca/", 2));
        assert_eq!(split_page("/page/3/"), ("/", 3));
        assert_eq!(split_page("/cronaca/"), ("/cronaca/", 1));
        assert_eq!(split_page("/cronaca/page/x/"), ("/cronaca/page/x/", 1));
        assert_eq!(split_page("/homepage/2/"), ("/homepage/2/", 1));
    }
}
