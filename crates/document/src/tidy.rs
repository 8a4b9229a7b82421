//! Tidying: one way to write what reads the same.

use crate::{Block, Cell, Document, Figure, Inline, ListItem, Mark, Row};

impl Document {
    /// Answers the body without what nobody sees: empty text and blocks, white space around lines, control characters,
    /// marks twice or out of order, one text in several pieces. A body that came in is tidied, then checked.
    #[must_use]
    pub fn tidy(self) -> Self {
        Self { blocks: tidy_blocks(self.blocks) }
    }
}

/// Recursion is safe: every way in bounds the depth, JSON at 128 brackets, HTML at 256 tags.
fn tidy_blocks(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().filter_map(tidy_block).collect()
}

fn tidy_block(block: Block) -> Option<Block> {
    match block {
        Block::Paragraph { content } => paragraph(content),
        Block::Heading { level, content } => {
            filled(tidy_line(content)).map(|content| Block::Heading { level, content })
        }
        Block::List { ordered, start, items } => {
            let items = items.into_iter().filter_map(|item| filled(tidy_blocks(item.content)));
            let items = filled(items.map(|content| ListItem { content }).collect())?;
            Some(Block::List { ordered, start: if ordered { start } else { 1 }, items })
        }
        Block::Quote { content, source } => match filled(tidy_blocks(content)) {
            Some(content) => Some(Block::Quote { content, source: tidy_line(source) }),
            None => paragraph(source),
        },
        Block::PullQuote { content, source } => match filled(tidy_line(content)) {
            Some(content) => Some(Block::PullQuote { content, source: tidy_line(source) }),
            None => paragraph(source),
        },
        Block::Figure(figure) => tidy_figure(figure).map(Block::Figure),
        Block::Gallery { figures } => {
            filled(figures.into_iter().filter_map(tidy_figure).collect()).map(|figures| Block::Gallery { figures })
        }
        Block::Table { caption, rows } => {
            let rows = rows.into_iter().map(tidy_row).filter(|row| !row.cells.is_empty());
            match filled(rows.collect()) {
                Some(rows) => Some(Block::Table { caption: tidy_line(caption), rows }),
                None => paragraph(caption),
            }
        }
        Block::Code { language, text } => tidy_code(language, &text),
        Block::Box { title, content } => match filled(tidy_blocks(content)) {
            Some(content) => Some(Block::Box { title: tidy_line(title), content }),
            None => paragraph(title),
        },
        Block::Embed(mut embed) => {
            embed.title = tidy_words(&embed.title);
            Some(Block::Embed(embed))
        }
        Block::Rule => Some(Block::Rule),
    }
}

fn filled<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

fn paragraph(content: Vec<Inline>) -> Option<Block> {
    filled(tidy_line(content)).map(|content| Block::Paragraph { content })
}

fn tidy_figure(figure: Figure) -> Option<Figure> {
    let credit = figure.credit.map(|credit| tidy_words(&credit)).filter(|credit| !credit.is_empty());
    let tidy = Figure { alt: tidy_words(&figure.alt), caption: tidy_line(figure.caption), credit, ..figure };
    (!tidy.picture.is_empty()).then_some(tidy)
}

fn tidy_row(row: Row) -> Row {
    Row { cells: row.cells.into_iter().map(|cell| Cell { content: tidy_line(cell.content), ..cell }).collect() }
}

fn tidy_code(language: Option<String>, text: &str) -> Option<Block> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let text = kept.trim_end().trim_start_matches('\n').to_owned();
    let language = language.map(|language| tidy_words(&language)).filter(|language| !language.is_empty());
    (!text.is_empty()).then_some(Block::Code { language, text })
}

/// Joins what wears the same marks and trims the white space around the line and its breaks.
pub(crate) fn tidy_line(line: Vec<Inline>) -> Vec<Inline> {
    let mut tidy: Vec<Inline> = Vec::with_capacity(line.len());
    for inline in line {
        match inline {
            Inline::Text { text, marks } => push_text(&mut tidy, &text, tidy_marks(marks)),
            Inline::Break => {
                trim_end(&mut tidy);
                if !tidy.is_empty() {
                    tidy.push(Inline::Break);
                }
            }
            Inline::Footnote { content } => {
                let content = tidy_line(content);
                if !content.is_empty() {
                    tidy.push(Inline::Footnote { content });
                }
            }
        }
    }
    trim_end(&mut tidy);
    while tidy.last() == Some(&Inline::Break) {
        tidy.pop();
        trim_end(&mut tidy);
    }
    tidy
}

fn push_text(line: &mut Vec<Inline>, text: &str, marks: Vec<Mark>) {
    let clean = clean(text);
    let begins = matches!(line.last(), None | Some(Inline::Break));
    let text = if begins { clean.trim_start() } else { &clean };
    if text.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(Inline::Text { text: last, marks: worn }) if *worn == marks => last.push_str(text),
        _ => line.push(Inline::Text { text: text.to_owned(), marks }),
    }
}

fn trim_end(line: &mut Vec<Inline>) {
    while let Some(Inline::Text { text, .. }) = line.last_mut() {
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            return;
        }
        line.pop();
    }
}

/// In the order of [`Mark`], each once; of several links the first.
pub(crate) fn tidy_marks(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort();
    marks.dedup_by(|next, kept| next == kept || matches!((next, kept), (Mark::Link { .. }, Mark::Link { .. })));
    marks
}

/// Tabs and line ends become spaces, other control characters go.
fn clean(text: &str) -> String {
    let shown = |c: char| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c };
    text.chars().map(shown).filter(|c| !c.is_control()).collect()
}

fn tidy_words(text: &str) -> String {
    clean(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample;

    fn text(text: &str, marks: &[Mark]) -> Inline {
        Inline::Text { text: text.into(), marks: marks.to_vec() }
    }

    fn check(line: Vec<Inline>, expected: Vec<Inline>) {
        assert_eq!(tidy_line(line), expected);
    }

    #[test]
    fn lines_are_trimmed_and_pieces_joined() {
        check(vec![text(" a", &[]), text("", &[Mark::Code]), text("b ", &[])], vec![text("ab", &[])]);
        check(
            vec![text("a", &[Mark::Strong, Mark::Emphasis, Mark::Strong]), text("b", &[Mark::Emphasis, Mark::Strong])],
            vec![text("ab", &[Mark::Strong, Mark::Emphasis])],
        );
        check(
            vec![
                Inline::Break,
                text("a ", &[]),
                Inline::Break,
                text(" ", &[Mark::Code]),
                text(" b", &[]),
                Inline::Break,
            ],
            vec![text("a", &[]), Inline::Break, text("b", &[])],
        );
        check(vec![text("\u{a0} ", &[]), Inline::Footnote { content: vec![text(" ", &[])] }], Vec::new());
        check(vec![text("a\tb\u{0}\n c\u{a0}d", &[])], vec![text("a b  c\u{a0}d", &[])]);
    }

    #[test]
    fn blocks_that_hold_nothing_go_and_take_what_they_empty_with_them() {
        let nothing = || Block::Paragraph { content: vec![text(" ", &[])] };
        let source = vec![text("Somebody", &[])];
        let list = Block::List { ordered: true, start: 3, items: vec![ListItem { content: vec![nothing()] }] };
        let blocks = vec![
            nothing(),
            Block::Quote { content: vec![list], source: source.clone() },
            Block::Box { title: Vec::new(), content: vec![nothing()] },
            Block::Code { language: None, text: "\n\n".into() },
            Block::Figure(Figure::default()),
        ];
        assert_eq!(Document { blocks }.tidy().blocks, [Block::Paragraph { content: source }]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn tidy_documents_stay_as_they_are(document in sample::documents()) {
            let tidy = document.tidy();
            prop_assert_eq!(tidy.clone().tidy(), tidy);
        }
    }
}
