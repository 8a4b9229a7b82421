//! The check at the door: what a body may hold, and how much of it.

use std::fmt::Write as _;
use std::io;

use crate::walk::Visit;
use crate::{Block, Document, Embed, Figure, Inline, Invalid, Mark, Row, safe_url};

/// How much one body may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The length as JSON text, in bytes.
    pub bytes: usize,
    /// The number of blocks, those inside other blocks included.
    pub blocks: usize,
    /// How deep blocks may stand in blocks; 1 is a body without lists, quotes and boxes.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 2_000_000, blocks: 20_000, depth: 32 }
    }
}

impl Document {
    /// Checks everything that the types do not say. What passes is safe to show, and small enough.
    pub fn check(&self, limits: &Limits) -> Result<(), Invalid> {
        let mut place = Place::default();
        let mut blocks = 0;
        for visit in self.visits() {
            match visit {
                Visit::Open(block) => {
                    place.step();
                    blocks += 1;
                    if blocks > limits.blocks {
                        return Err(Invalid::TooManyBlocks { limit: limits.blocks });
                    }
                    if place.depth >= limits.depth {
                        return Err(Invalid::TooDeep { at: place.at(), limit: limits.depth });
                    }
                    check_block(block, &place)?;
                    if has_blocks(block) {
                        place.depth += 1;
                        place.path.push(0);
                    }
                }
                Visit::OpenItem => {
                    place.step();
                    place.path.push(0);
                }
                Visit::CloseItem => _ = place.path.pop(),
                Visit::Close(_) => {
                    place.depth -= 1;
                    place.path.pop();
                }
            }
            for line in visit.lines() {
                check_line(line, &place, false)?;
            }
        }
        check_length(self, limits.bytes)
    }
}

/// Where the check stands: counters from 1, outermost first.
struct Place {
    path: Vec<usize>,
    depth: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self { path: vec![0], depth: 0 }
    }
}

impl Place {
    fn step(&mut self) {
        *self.path.last_mut().expect("the outermost counter is never popped") += 1;
    }

    fn at(&self) -> String {
        let mut text = String::new();
        for (index, counter) in self.path.iter().filter(|counter| **counter > 0).enumerate() {
            let dot = if index == 0 { "" } else { "." };
            write!(text, "{dot}{counter}").expect("a String takes every write");
        }
        text
    }
}

const fn has_blocks(block: &Block) -> bool {
    matches!(block, Block::List { .. } | Block::Quote { .. } | Block::Box { .. })
}

fn check_block(block: &Block, place: &Place) -> Result<(), Invalid> {
    match block {
        Block::Heading { level, .. } if !(2..=4).contains(level) => {
            Err(Invalid::HeadingLevel { at: place.at(), level: *level })
        }
        Block::List { items, .. } => {
            filled(!items.is_empty(), "a list", place)?;
            filled(items.iter().all(|item| !item.content.is_empty()), "an entry of a list", place)
        }
        Block::Quote { content, .. } => filled(!content.is_empty(), "a quote", place),
        Block::Box { content, .. } => filled(!content.is_empty(), "a box", place),
        Block::Gallery { figures } => {
            filled(!figures.is_empty(), "a gallery", place)?;
            figures.iter().try_for_each(|figure| check_figure(figure, place))
        }
        Block::Figure(figure) => check_figure(figure, place),
        Block::Table { rows, .. } => check_table(rows, place),
        Block::Code { language, text } => {
            filled(!text.is_empty(), "a code block", place)?;
            check_text(language.as_deref().unwrap_or_default(), place)?;
            check_text(&text.replace(['\n', '\t'], " "), place)
        }
        Block::Embed(embed) => check_embed(embed, place),
        Block::Heading { .. } | Block::Paragraph { .. } | Block::PullQuote { .. } | Block::Rule => Ok(()),
    }
}

fn filled(is_filled: bool, what: &'static str, place: &Place) -> Result<(), Invalid> {
    if is_filled { Ok(()) } else { Err(Invalid::Empty { at: place.at(), what }) }
}

fn check_figure(figure: &Figure, place: &Place) -> Result<(), Invalid> {
    check_address(&figure.picture, place)?;
    check_text(&figure.alt, place)?;
    check_text(figure.credit.as_deref().unwrap_or_default(), place)
}

fn check_table(rows: &[Row], place: &Place) -> Result<(), Invalid> {
    filled(rows.iter().any(|row| !row.cells.is_empty()), "a table", place)?;
    let spans = rows.iter().flat_map(|row| &row.cells).flat_map(|cell| [cell.colspan, cell.rowspan]);
    match spans.into_iter().find(|span| !(1..=100).contains(span)) {
        Some(span) => Err(Invalid::Span { at: place.at(), span }),
        None => Ok(()),
    }
}

fn check_embed(embed: &Embed, place: &Place) -> Result<(), Invalid> {
    if !embed.provider.is_id(&embed.id) {
        return Err(Invalid::EmbedId { at: place.at(), provider: embed.provider.name(), id: embed.id.clone() });
    }
    check_text(&embed.title, place)
}

fn check_line(line: &[Inline], place: &Place, in_footnote: bool) -> Result<(), Invalid> {
    for inline in line {
        match inline {
            Inline::Text { text, marks } => {
                filled(!text.is_empty(), "a text", place)?;
                check_text(text, place)?;
                check_marks(marks, place)?;
            }
            Inline::Break => {}
            Inline::Footnote { .. } if in_footnote => return Err(Invalid::NestedFootnote { at: place.at() }),
            Inline::Footnote { content } => check_line(content, place, true)?,
        }
    }
    Ok(())
}

fn check_marks(marks: &[Mark], place: &Place) -> Result<(), Invalid> {
    let both_links = |pair: &[Mark]| matches!(pair, [Mark::Link { .. }, Mark::Link { .. }]);
    if marks.windows(2).any(|pair| pair[0] >= pair[1] || both_links(pair)) {
        return Err(Invalid::Marks { at: place.at() });
    }
    match marks.first() {
        Some(Mark::Link { href }) => check_address(href, place),
        _ => Ok(()),
    }
}

fn check_address(address: &str, place: &Place) -> Result<(), Invalid> {
    if safe_url(address).as_deref() == Some(address) {
        return Ok(());
    }
    Err(Invalid::UnsafeAddress { at: place.at(), address: address.chars().take(200).collect() })
}

fn check_text(text: &str, place: &Place) -> Result<(), Invalid> {
    if text.chars().any(char::is_control) {
        return Err(Invalid::ControlCharacter { at: place.at() });
    }
    Ok(())
}

/// Counts the JSON text as it is written, and stops at the limit.
fn check_length(document: &Document, limit: usize) -> Result<(), Invalid> {
    struct Counter(usize);

    impl io::Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::FileTooLarge)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    serde_json::to_writer(Counter(limit), document).map_err(|_| Invalid::TooLong { limit })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Cell, ListItem, Provider, sample};

    fn check(blocks: Vec<Block>, expected: &str) {
        let answer = Document { blocks }.check(&Limits::default());
        assert_eq!(answer.map_or_else(|invalid| invalid.to_string(), |()| String::new()), expected);
    }

    fn paragraph(content: Vec<Inline>) -> Block {
        Block::Paragraph { content }
    }

    fn marked(marks: Vec<Mark>) -> Block {
        paragraph(vec![Inline::Text { text: "x".into(), marks }])
    }

    fn list(content: Vec<Block>) -> Block {
        Block::List { ordered: false, start: 1, items: vec![ListItem { content }] }
    }

    fn link(href: &str) -> Mark {
        Mark::Link { href: href.into() }
    }

    #[test]
    fn a_body_with_everything_passes() {
        check(sample::everything().blocks, "");
        check(Vec::new(), "");
    }

    #[test]
    fn every_refusal_says_where_and_why() {
        let x = || paragraph(vec![Inline::text("x")]);
        check(
            vec![x(), Block::Heading { level: 1, content: Vec::new() }],
            "block 2: a heading has level 2, 3 or 4, not 1",
        );
        check(vec![list(Vec::new())], "block 1: an entry of a list is empty: fill it or delete it");
        check(
            vec![list(vec![x(), list(vec![paragraph(vec![Inline::text("")])])])],
            "block 1.1.2.1.1: a text is empty: fill it or delete it",
        );
        check(
            vec![x(), x(), Block::Gallery { figures: Vec::new() }],
            "block 3: a gallery is empty: fill it or delete it",
        );
        check(
            vec![Block::Table { caption: Vec::new(), rows: Vec::new() }],
            "block 1: a table is empty: fill it or delete it",
        );
        let note = |content| Inline::Footnote { content };
        check(vec![paragraph(vec![note(vec![note(Vec::new())])])], "block 1: a footnote cannot hold another footnote");
        check(
            vec![marked(vec![link("javascript:alert(1)")])],
            "block 1: the address \"javascript:alert(1)\" cannot be linked: use http, https, mailto, tel or a path of this site",
        );
        check(
            vec![marked(vec![Mark::Code, Mark::Strong])],
            "block 1: the marks of a text stand in their order, each once",
        );
        check(
            vec![marked(vec![link("/a"), link("/b")])],
            "block 1: the marks of a text stand in their order, each once",
        );
        check(
            vec![Block::Embed(Embed { provider: Provider::Vimeo, id: "x".into(), title: String::new() })],
            "block 1: \"x\" is not an id of Vimeo",
        );
        check(
            vec![paragraph(vec![Inline::text("a\u{7}b")])],
            "block 1: the text holds an invisible control character: type the passage again",
        );
        let cell = Cell { header: false, colspan: 101, rowspan: 1, content: Vec::new() };
        check(
            vec![Block::Table { caption: Vec::new(), rows: vec![Row { cells: vec![cell] }] }],
            "block 1: a cell spans 1 to 100 columns and rows, not 101",
        );
    }

    #[test]
    fn too_much_is_refused() {
        let nested = |depth| (1..depth).fold(Block::Rule, |block, _| list(vec![block]));
        check(vec![nested(32)], "");
        let answer = Document { blocks: vec![nested(33)] }.check(&Limits::default());
        assert!(matches!(answer, Err(Invalid::TooDeep { limit: 32, .. })), "{answer:?}");
        check(vec![Block::Rule; 20_001], "the body has more than 20000 blocks: split the article in two");
        check(
            vec![paragraph(vec![Inline::text("x".repeat(2_000_000))])],
            "the body is longer than 2000000 bytes: split the article in two",
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn generated_documents_pass(document in sample::documents()) {
            prop_assert_eq!(document.check(&Limits::default()), Ok(()));
        }

        #[test]
        fn documents_survive_json(document in sample::documents()) {
            let text = serde_json::to_string(&document).expect("a document is JSON");
            prop_assert_eq!(serde_json::from_str::<Document>(&text).expect("its JSON is a document"), document);
        }
    }
}
