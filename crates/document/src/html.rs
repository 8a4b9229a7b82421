//! HTML out, for feeds and exports: complete in itself, without classes that a style sheet must know.
//!
//! The pages of the site do not use it: there the body is rendered by components.

use crate::walk::Visit;
use crate::{Block, Cell, Document, Embed, Figure, Inline, Mark, Row};

impl Document {
    /// Writes the body as HTML. `address` answers where the picture of a [`Figure::picture`] is found.
    ///
    /// Footnotes stand at the end, as `note-1` and so on, and lead back to `ref-1`. Embeds become links.
    pub fn to_html(&self, address: impl Fn(&str) -> String) -> String {
        let mut writer = Writer { html: String::new(), notes: Vec::new(), address };
        for visit in self.visits() {
            match visit {
                Visit::Open(block) => writer.open(block),
                Visit::Close(block) => writer.close(block),
                Visit::OpenItem => writer.html.push_str("<li>"),
                Visit::CloseItem => writer.html.push_str("</li>"),
            }
        }
        writer.finish()
    }
}

struct Writer<'a, A> {
    html: String,
    notes: Vec<&'a [Inline]>,
    address: A,
}

impl<'a, A: Fn(&str) -> String> Writer<'a, A> {
    fn open(&mut self, block: &'a Block) {
        match block {
            Block::Paragraph { content } => self.wrap("p", content),
            Block::Heading { level, content } => {
                self.wrap(["h2", "h3", "h4"][usize::from(level.clamp(&2, &4) - 2)], content);
            }
            Block::List { ordered: true, start: 1, .. } => self.push("<ol>"),
            Block::List { ordered: true, start, .. } => self.push(&format!("<ol start=\"{start}\">")),
            Block::List { ordered: false, .. } => self.push("<ul>"),
            Block::Quote { .. } => self.push("<blockquote>"),
            Block::PullQuote { content, source } => {
                self.push("<aside class=\"pull-quote\">");
                self.wrap("p", content);
                self.wrap_filled("cite", source);
                self.push("</aside>");
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Gallery { figures } => {
                self.push("<div class=\"gallery\">");
                for figure in figures {
                    self.figure(figure);
                }
                self.push("</div>");
            }
            Block::Table { caption, rows } => self.table(caption, rows),
            Block::Code { language, text } => self.code(language.as_deref(), text),
            Block::Box { title, .. } => {
                self.push("<aside class=\"box\">");
                if !title.is_empty() {
                    self.push("<p class=\"box__title\">");
                    self.line(title);
                    self.push("</p>");
                }
            }
            Block::Embed(embed) => self.embed(embed),
            Block::Rule => self.push("<hr>"),
        }
    }

    fn close(&mut self, block: &'a Block) {
        match block {
            Block::List { ordered: true, .. } => self.push("</ol>"),
            Block::List { ordered: false, .. } => self.push("</ul>"),
            Block::Quote { source, .. } => {
                self.wrap_filled("footer", source);
                self.push("</blockquote>");
            }
            Block::Box { .. } => self.push("</aside>"),
            _ => {}
        }
    }

    fn figure(&mut self, figure: &'a Figure) {
        self.push("<figure><img src=\"");
        let address = (self.address)(&figure.picture);
        self.escape(&address);
        self.push("\" alt=\"");
        self.escape(&figure.alt);
        self.push("\">");
        if !figure.caption.is_empty() || figure.credit.is_some() {
            self.push("<figcaption>");
            self.line(&figure.caption);
            if let Some(credit) = &figure.credit {
                self.push(" <small class=\"credit\">");
                self.escape(credit);
                self.push("</small>");
            }
            self.push("</figcaption>");
        }
        self.push("</figure>");
    }

    fn table(&mut self, caption: &'a [Inline], rows: &'a [Row]) {
        self.push("<table>");
        self.wrap_filled("caption", caption);
        self.push("<tbody>");
        for row in rows {
            self.push("<tr>");
            for cell in &row.cells {
                self.cell(cell);
            }
            self.push("</tr>");
        }
        self.push("</tbody></table>");
    }

    fn cell(&mut self, cell: &'a Cell) {
        let name = if cell.header { "th" } else { "td" };
        self.push(&format!("<{name}"));
        for (attribute, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            if span != 1 {
                self.push(&format!(" {attribute}=\"{span}\""));
            }
        }
        self.push(">");
        self.line(&cell.content);
        self.push(&format!("</{name}>"));
    }

    fn code(&mut self, language: Option<&str>, text: &str) {
        self.push("<pre><code");
        if let Some(language) = language {
            self.push(" class=\"language-");
            self.escape(language);
            self.push("\"");
        }
        self.push(">");
        self.escape(text);
        self.push("</code></pre>");
    }

    fn embed(&mut self, embed: &Embed) {
        self.push("<p><a href=\"");
        self.escape(&embed.page_url());
        self.push("\" rel=\"noopener\">");
        self.escape(if embed.title.is_empty() { embed.provider.name() } else { &embed.title });
        self.push("</a></p>");
    }

    fn wrap(&mut self, name: &str, line: &'a [Inline]) {
        self.push(&format!("<{name}>"));
        self.line(line);
        self.push(&format!("</{name}>"));
    }

    fn wrap_filled(&mut self, name: &str, line: &'a [Inline]) {
        if !line.is_empty() {
            self.wrap(name, line);
        }
    }

    /// Writes a line; marks that two pieces share from the first on stay open between them.
    fn line(&mut self, line: &'a [Inline]) {
        let mut worn: &[Mark] = &[];
        for inline in line {
            let marks = if let Inline::Text { marks, .. } = inline { marks } else { &[][..] };
            let shared = worn.iter().zip(marks).take_while(|(one, other)| one == other).count();
            worn[shared..].iter().rev().for_each(|mark| self.end_tag(mark));
            marks[shared..].iter().for_each(|mark| self.start_tag(mark));
            worn = marks;
            match inline {
                Inline::Text { text, .. } => self.escape(text),
                Inline::Break => self.push("<br>"),
                Inline::Footnote { content } => self.reference(content),
            }
        }
        worn.iter().rev().for_each(|mark| self.end_tag(mark));
    }

    fn reference(&mut self, content: &'a [Inline]) {
        self.notes.push(content);
        let number = self.notes.len();
        self.push(&format!("<sup><a href=\"#note-{number}\" id=\"ref-{number}\">{number}</a></sup>"));
    }

    fn start_tag(&mut self, mark: &Mark) {
        if let Mark::Link { href } = mark {
            self.push("<a href=\"");
            self.escape(href);
            self.push("\" rel=\"noopener\">");
        } else {
            self.push(&format!("<{}>", tag_name(mark)));
        }
    }

    fn end_tag(&mut self, mark: &Mark) {
        self.push(&format!("</{}>", tag_name(mark)));
    }

    fn finish(mut self) -> String {
        let notes = std::mem::take(&mut self.notes);
        if notes.is_empty() {
            return self.html;
        }
        self.push("<ol>");
        for (number, note) in (1..).zip(notes) {
            self.push(&format!("<li id=\"note-{number}\">"));
            self.line(note);
            self.push(&format!(" <a href=\"#ref-{number}\">↩</a></li>"));
        }
        self.push("</ol>");
        self.html
    }

    fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                _ => self.html.push(c),
            }
        }
    }
}

const fn tag_name(mark: &Mark) -> &'static str {
    match mark {
        Mark::Link { .. } => "a",
        Mark::Strong => "strong",
        Mark::Emphasis => "em",
        Mark::Code => "code",
        Mark::Strike => "s",
        Mark::Subscript => "sub",
        Mark::Superscript => "sup",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ListItem, sample};

    fn check(blocks: Vec<Block>, expected: &str) {
        assert_eq!(Document { blocks }.to_html(|picture| format!("/media/{picture}.jpg")), expected);
    }

    fn text(text: &str, marks: &[Mark]) -> Inline {
        Inline::Text { text: text.into(), marks: marks.to_vec() }
    }

    #[test]
    fn text_is_escaped_wherever_it_stands() {
        let hostile = "\"><script>&";
        let escaped = "&quot;&gt;&lt;script&gt;&amp;";
        let link = Mark::Link { href: hostile.into() };
        check(
            vec![Block::Paragraph { content: vec![text(hostile, &[link])] }],
            &format!("<p><a href=\"{escaped}\" rel=\"noopener\">{escaped}</a></p>"),
        );
        check(
            vec![Block::Figure(Figure { picture: hostile.into(), alt: hostile.into(), ..Figure::default() })],
            &format!("<figure><img src=\"/media/{escaped}.jpg\" alt=\"{escaped}\"></figure>"),
        );
        check(
            vec![Block::Code { language: Some(hostile.into()), text: hostile.into() }],
            &format!("<pre><code class=\"language-{escaped}\">{escaped}</code></pre>"),
        );
    }

    #[test]
    fn marks_that_pieces_share_stay_open() {
        let link = Mark::Link { href: "/a".into() };
        let content = vec![
            text("a", std::slice::from_ref(&link)),
            text("b", &[link.clone(), Mark::Strong]),
            text("c", &[Mark::Strong]),
        ];
        check(
            vec![Block::Paragraph { content }],
            "<p><a href=\"/a\" rel=\"noopener\">a<strong>b</strong></a><strong>c</strong></p>",
        );
    }

    #[test]
    fn footnotes_are_numbered_and_gathered_at_the_end() {
        let note = |words: &str| Inline::Footnote { content: vec![Inline::text(words)] };
        let source = vec![Inline::text("B"), note("two")];
        let content = vec![Block::Paragraph { content: vec![Inline::text("A"), note("one")] }];
        check(
            vec![Block::Quote { content, source }],
            "<blockquote><p>A<sup><a href=\"#note-1\" id=\"ref-1\">1</a></sup></p>\
             <footer>B<sup><a href=\"#note-2\" id=\"ref-2\">2</a></sup></footer></blockquote>\
             <ol><li id=\"note-1\">one <a href=\"#ref-1\">↩</a></li><li id=\"note-2\">two <a href=\"#ref-2\">↩</a></li></ol>",
        );
    }

    #[test]
    fn every_block_has_its_element() {
        let html = sample::everything().to_html(str::to_owned);
        for part in [
            "<h2>A heading</h2>",
            "<figcaption>A caption <small class=\"credit\">A. Photographer</small></figcaption>",
            "<ol start=\"3\"><li><p>An entry</p><figure>",
            "<aside class=\"pull-quote\"><p>A line, large.</p><cite>A man</cite></aside>",
            "<div class=\"gallery\"><figure>",
            "<table><caption>A table</caption><tbody><tr><th colspan=\"2\">Wide</th></tr><tr><td>left</td>",
            "<aside class=\"box\"><p class=\"box__title\">Key facts</p><p>A fact.</p></aside>",
            "<p><a href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\" rel=\"noopener\">A video</a></p>",
            "<hr>",
        ] {
            assert!(html.contains(part), "{part} is missing in {html}");
        }
    }

    #[test]
    fn a_very_deep_document_is_written_without_recursion() {
        let list = |block| Block::List { ordered: false, start: 1, items: vec![ListItem { content: vec![block] }] };
        let document = Document { blocks: vec![(0..1_000).fold(Block::Rule, |block, _| list(block))] };
        assert_eq!(document.to_html(str::to_owned).matches("<li>").count(), 1_000);
    }
}
