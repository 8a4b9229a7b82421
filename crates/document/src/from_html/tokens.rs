//! HTML text cut into tags and text, in one pass whose cost grows with the length alone.
//!
//! The parsers at hand do more than a reader of article bodies needs, and pay for it on hostile input: html5ever compares
//! every attribute of a tag with every other, and its tree builder walks all open elements for every tag. This one
//! follows the same standard, which a test holds against html5ever's tokenizer; it reads attributes only when asked.

use std::borrow::Cow;

use super::entities::decode;

/// Elements whose content is not markup, and never text of an article.
const RAW: [&str; 9] = ["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];

#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Text with its entities decoded; one run of text may come in several pieces.
    Text(Cow<'a, str>),
    Start(Tag<'a>),
    /// The name of a closing tag, in lower case.
    End(Cow<'a, str>),
}

/// An opening tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// In lower case.
    pub name: Cow<'a, str>,
    /// What stands between the name and the closing bracket.
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, decoded; of several with one name the first counts.
    pub fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let (_, value) = Attributes(self.attributes).find(|(found, _)| found.eq_ignore_ascii_case(name))?;
        Some(decode(value, true))
    }

    /// Whether one of the element's classes is such.
    pub fn has_class(&self, is_such: impl Fn(&str) -> bool) -> bool {
        self.get("class").is_some_and(|class| class.split_ascii_whitespace().any(is_such))
    }

    /// Whether it ends in `/>`, which only means something in SVG and `MathML`.
    pub fn closes_itself(&self) -> bool {
        self.attributes.ends_with('/')
    }
}

/// Cuts HTML into tokens. Comments, doctypes and the content of [`RAW`] elements are left out.
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    pub fn new(html: &'a str) -> Self {
        Self { rest: html }
    }

    fn text(&mut self, end: usize) -> Token<'a> {
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Token::Text(decode(text, false))
    }

    /// Takes the tag whose name begins `offset` bytes on; nothing where the text ends within it.
    fn tag(&mut self, offset: usize) -> Option<Tag<'a>> {
        let after = &self.rest[offset..];
        let end = after.find(|c: char| is_space(c) || matches!(c, '/' | '>')).unwrap_or(after.len());
        let (name, inside) = after.split_at(end);
        let mut attributes = Attributes(inside);
        attributes.by_ref().for_each(drop);
        let rest = attributes.0;
        self.rest = rest.strip_prefix('>').unwrap_or_default();
        (!rest.is_empty()).then(|| Tag { name: lower(name), attributes: &inside[..inside.len() - rest.len()] })
    }

    fn skip_raw_content(&mut self, name: &str) {
        let is_end = |at: usize| {
            let after = &self.rest.as_bytes()[at + 2..];
            after.len() >= name.len()
                && after[..name.len()].eq_ignore_ascii_case(name.as_bytes())
                && after.get(name.len()).is_none_or(|byte| is_space((*byte).into()) || matches!(byte, b'/' | b'>'))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(|at| is_end(*at));
        self.rest = end.map_or("", |end| &self.rest[end..]);
    }

    fn skip_comment(&mut self) {
        self.rest = &self.rest["<!--".len()..];
        if let Some(rest) = self.rest.strip_prefix('>').or_else(|| self.rest.strip_prefix("->")) {
            self.rest = rest;
            return;
        }
        let mut dashes = self.rest.match_indices('-').map(|(at, _)| &self.rest[at..]);
        self.rest =
            dashes.find_map(|at| at.strip_prefix("-->").or_else(|| at.strip_prefix("--!>"))).unwrap_or_default();
    }

    /// Doctypes, processing instructions and other things that end at the next bracket.
    fn skip_declaration(&mut self) {
        self.rest = self.rest.split_once('>').map_or("", |(_, rest)| rest);
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            let markup = self.rest.match_indices('<').map(|(at, _)| at).find(|at| begins_markup(&self.rest[at + 1..]));
            match markup {
                None => return Some(self.text(self.rest.len())),
                Some(at) if at > 0 => return Some(self.text(at)),
                Some(_) if self.rest.starts_with("<!--") => self.skip_comment(),
                Some(_) if self.rest[1..].starts_with(is_letter) => {
                    let tag = self.tag(1)?;
                    if RAW.contains(&&*tag.name) {
                        self.skip_raw_content(&tag.name);
                    }
                    return Some(Token::Start(tag));
                }
                Some(_) if self.rest[1..].starts_with('/') && self.rest[2..].starts_with(is_letter) => {
                    return Some(Token::End(self.tag(2)?.name));
                }
                Some(_) => self.skip_declaration(),
            }
        }
        None
    }
}

/// Whether a `<` before this text is more than a character.
fn begins_markup(after: &str) -> bool {
    after.starts_with(|c| is_letter(c) || matches!(c, '!' | '?')) || (after.starts_with('/') && after.len() > 1)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// The attributes of a tag, name and raw value; then what is left begins with the closing bracket, or is empty.
struct Attributes<'a>(&'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        self.0 = self.0.trim_start_matches(|c| is_space(c) || c == '/');
        let first = self.0.chars().next().filter(|c| *c != '>')?;
        let name_ends = |c: char| is_space(c) || matches!(c, '/' | '>' | '=');
        let name = self.take(self.0[first.len_utf8()..].find(name_ends).map(|end| end + first.len_utf8()));

        let after_name = self.0.trim_start_matches(is_space);
        let Some(value) = after_name.strip_prefix('=') else { return Some((name, "")) };
        self.0 = value.trim_start_matches(is_space);
        let value = match self.0.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                self.0 = &self.0[1..];
                let value = self.take(self.0.find(quote));
                self.0 = self.0.strip_prefix(quote).unwrap_or_default();
                value
            }
            _ => self.take(self.0.find(|c: char| is_space(c) || c == '>')),
        };
        Some((name, value))
    }
}

impl<'a> Attributes<'a> {
    fn take(&mut self, end: Option<usize>) -> &'a str {
        let (taken, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        taken
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// White space as HTML means it: not the no-break space.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use html5ever::tokenizer::{
        BufferQueue, TagKind, Token as Theirs, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
    };
    use proptest::prelude::*;

    use super::*;

    /// Writes tokens as text: `<a>`, `</a>`, attributes as `name=value;` and text as it is.
    #[derive(Default)]
    struct Transcript(RefCell<String>);

    impl Transcript {
        fn push(&self, text: &str) {
            self.0.borrow_mut().push_str(text);
        }
    }

    impl TokenSink for Transcript {
        type Handle = ();

        fn process_token(&self, token: Theirs, _line: u64) -> TokenSinkResult<()> {
            match token {
                Theirs::CharacterTokens(text) => self.push(&text),
                Theirs::TagToken(tag) if tag.kind == TagKind::EndTag => self.push(&format!("</{}>", tag.name)),
                Theirs::TagToken(tag) => {
                    self.push(&format!("<{}>", tag.name));
                    tag.attrs.iter().for_each(|a| self.push(&format!("{}={};", a.name.local, a.value)));
                }
                _ => {}
            }
            TokenSinkResult::Continue
        }
    }

    fn theirs(html: &str) -> String {
        let tokenizer = Tokenizer::new(Transcript::default(), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(html.into());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.take()
    }

    fn ours(html: &str) -> String {
        let transcript = Transcript::default();
        for token in Tokens::new(html) {
            match token {
                Token::Text(text) => transcript.push(&text),
                Token::End(name) => transcript.push(&format!("</{name}>")),
                Token::Start(tag) => {
                    transcript.push(&format!("<{}>", tag.name));
                    let mut seen = Vec::new();
                    for (name, _) in Attributes(tag.attributes) {
                        let name = name.to_ascii_lowercase();
                        if !seen.contains(&name) {
                            transcript.push(&format!("{name}={};", tag.get(&name).expect("it is there")));
                            seen.push(name);
                        }
                    }
                }
            }
        }
        transcript.0.take()
    }

    fn check(html: &str, expected: &str) {
        assert_eq!(ours(html), expected, "{html}");
    }

    #[test]
    fn tags_attributes_and_text_are_told_apart() {
        check("a<B C='d>e' f=g h>i</B >", "a<b>c=d>e;f=g;h=;i</b>");
        check("<a href=\"x\"class=y/>z", "<a>href=x;class=y/;z");
        check("1 < 2 <3 </4> <!> <?x?> <!DOCTYPE html [<!ENTITY a 'b'>]> &a;", "1 < 2 <3    ]> &a;");
        check("a<!-- <b> --><!--><!---><!--x--!>b<!-- c", "ab");
        check("a<b c=\"d", "a");
    }

    #[test]
    fn raw_content_is_left_out() {
        check("<script>if (a<b) '<p>'</scripty></SCRIPT >x", "<script></script>x");
        check(
            "<style>a</style><title>b</title><textarea><p></textarea>c<script>d",
            "<style></style><title></title><textarea></textarea>c<script>",
        );
    }

    proptest! {
        #[test]
        fn html5ever_cuts_the_same(pieces in proptest::collection::vec(prop_oneof![
            "[a-zA-Z<>/!?='\"& \n-]{1,4}",
            "<[a-cA-C]{1,2}( [a-cA-C]{1,2}[ =]{0,2}['\"]?[a-c<>&;/ ]{0,3}['\"]?){0,3} ?/?>?",
            "</?[a-c]{1,2}>|<!--[-!>a ]{0,5}(-->)?|<!DOCTYPE [a-c>\"']{0,4}>",
            "&(amp|lt|notin|noti|not|copy|eacute|AElig|x|#65|#x41|#128|#xD800|#0|#99999999|#|#x)[;=a ]?",
        ], 0..12)) {
            let html = pieces.concat();
            prop_assert_eq!(ours(&html), theirs(&html), "{}", html);
        }
    }
}
