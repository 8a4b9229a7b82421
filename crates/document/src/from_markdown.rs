//! Markdown in: turned into HTML and read as such.

use std::collections::HashMap;
use std::fmt;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::{Converted, HtmlError, Limits, from_html};

/// Reads `CommonMark` with tables, strikethrough and footnotes. HTML in it is read as [`from_html`] reads it.
pub fn from_markdown(markdown: &str) -> Result<Converted, HtmlError> {
    let limit = Limits::default().bytes;
    if markdown.len() > limit {
        return Err(HtmlError::TooLarge { limit });
    }

    let mut notes = if markdown.contains("[^") { footnotes(markdown) } else { HashMap::new() };
    let mut in_note = false;
    let events = parser(markdown).flat_map(|event| match event {
        Event::Start(Tag::FootnoteDefinition(_)) | Event::End(TagEnd::FootnoteDefinition) => {
            in_note = !in_note;
            Vec::new()
        }
        _ if in_note => Vec::new(),
        Event::FootnoteReference(label) => notes.remove(&label).unwrap_or_default(),
        event => vec![event],
    });
    let mut html = Capped { text: String::new(), limit };
    html::write_html_fmt(&mut html, events).map_err(|_| HtmlError::TooLarge { limit })?;
    from_html(&html.text)
}

fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES)
}

/// The footnotes by label, each as it will stand at its first reference; a further reference finds none.
fn footnotes(markdown: &str) -> HashMap<CowStr<'_>, Vec<Event<'_>>> {
    let mut notes = HashMap::new();
    let mut open: Option<(CowStr, Vec<Event>)> = None;
    for event in parser(markdown) {
        match (event, &mut open) {
            (Event::Start(Tag::FootnoteDefinition(label)), _) => {
                open = Some((label, vec![inline_html("<span class=\"footnote\">")]));
            }
            (Event::End(TagEnd::FootnoteDefinition), _) => {
                if let Some((label, mut note)) = open.take() {
                    note.push(inline_html("</span>"));
                    notes.insert(label, note);
                }
            }
            (Event::Start(Tag::Paragraph) | Event::FootnoteReference(_), _) | (_, None) => {}
            (Event::End(TagEnd::Paragraph), Some((_, note))) => note.push(Event::SoftBreak),
            (event, Some((_, note))) => note.push(event),
        }
    }
    notes
}

fn inline_html(html: &'static str) -> Event<'static> {
    Event::InlineHtml(CowStr::Borrowed(html))
}

/// HTML that stops growing at the length where it would be refused.
struct Capped {
    text: String,
    limit: usize,
}

impl fmt::Write for Capped {
    fn write_str(&mut self, more: &str) -> fmt::Result {
        if self.text.len() + more.len() > self.limit {
            return Err(fmt::Error);
        }
        self.text.push_str(more);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &str) {
        let converted = from_markdown(markdown).expect("an article");
        assert_eq!(converted.document.to_html(str::to_owned), expected);
        assert_eq!(converted.dropped, Vec::<String>::new());
    }

    #[test]
    fn the_usual_markdown_becomes_blocks() {
        check(
            "# Titolo\n\nUn *testo* con **forza**, ~~errori~~ e [un link](/a).\n\n- uno\n- due\n  1. tre\n",
            "<h2>Titolo</h2><p>Un <em>testo</em> con <strong>forza</strong>, <s>errori</s> e <a href=\"/a\" rel=\"noopener\">un link</a>.</p>\
             <ul><li><p>uno</p></li><li><p>due</p><ol><li><p>tre</p></li></ol></li></ul>",
        );
        check(
            "> Parole\n\n```rust\nfn main() {}\n```\n\n|a|b|\n|-|-|\n|1|2|\n\n![alt](/a.jpg)\n\n---\n",
            "<blockquote><p>Parole</p></blockquote><pre><code class=\"language-rust\">fn main() {}</code></pre>\
             <table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>\
             <figure><img src=\"/a.jpg\" alt=\"alt\"></figure><hr>",
        );
    }

    #[test]
    fn footnotes_move_to_their_references() {
        let markdown = "Uno[^a], due[^b], uno[^a].\n\n[^b]: Nota *b*\n[^a]: Nota a\n\n    e oltre\n";
        let converted = from_markdown(markdown).expect("an article");
        let notes: Vec<_> = converted.document.footnotes().map(|note| crate::text::line_text(note, " ")).collect();
        assert_eq!(notes, ["Nota a e oltre", "Nota b"]);
        assert_eq!(converted.document.excerpt(99), "Uno, due, uno.");
    }

    #[test]
    fn hostile_markdown_is_an_error_or_text() {
        for piece in [">", "- ", "[", "![", "*a_", "`", "[^a]", "<b>", "|a|\n|-|\n", "[a](<b>)", "1. ", "~~*"] {
            if let Ok(converted) = from_markdown(&piece.repeat(5_000)) {
                assert_eq!(converted.document.check(&Limits::default()), Ok(()), "{piece}");
            }
        }
    }
}
