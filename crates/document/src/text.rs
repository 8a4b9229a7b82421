//! The words of a document, without their look.

use crate::walk::Visit;
use crate::{Block, Document, Inline, Row};

/// How many words a reader reads in a minute.
const WORDS_A_MINUTE: u32 = 220;

impl Document {
    /// The words in reading order, footnotes last. Blank lines stand between blocks, line ends between the entries of
    /// a list and the rows of a table, tabs between cells.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        let mut list_depth = 0;
        let mut after_entry = false;
        for visit in self.visits() {
            match visit {
                Visit::OpenItem => list_depth += 1,
                Visit::CloseItem => list_depth -= 1,
                Visit::Close(Block::List { .. }) if list_depth == 0 => after_entry = false,
                _ => {}
            }
            for part in parts(visit).iter().filter(|part| !part.is_empty()) {
                push(&mut text, part, if after_entry { "\n" } else { "\n\n" });
                after_entry = list_depth > 0;
            }
        }
        for note in self.footnotes() {
            push(&mut text, &line_text(note, "\n"), "\n\n");
        }
        text
    }

    /// How many words the body has, footnotes included.
    pub fn words(&self) -> u32 {
        let text = self.plain_text();
        let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        u32::try_from(words).unwrap_or(u32::MAX)
    }

    /// How many minutes a reader needs, at 220 words a minute, rounded up; at least 1.
    pub fn reading_minutes(&self) -> u32 {
        self.words().div_ceil(WORDS_A_MINUTE).max(1)
    }
}

/// The text of one line, with `line_end` for its breaks and without its footnotes.
pub(crate) fn line_text(line: &[Inline], line_end: &str) -> String {
    let mut text = String::new();
    for inline in line {
        match inline {
            Inline::Text { text: piece, .. } => text.push_str(piece),
            Inline::Break => text.push_str(line_end),
            Inline::Footnote { .. } => {}
        }
    }
    text
}

/// What is read at one step, as the parts that a blank line separates.
fn parts(visit: Visit<'_>) -> Vec<String> {
    match visit {
        Visit::Open(Block::Table { caption, rows }) => vec![line_text(caption, "\n"), table_text(rows)],
        Visit::Open(Block::Code { text, .. }) => vec![text.clone()],
        Visit::Open(Block::Embed(embed)) => vec![embed.title.clone()],
        visit => visit.lines().into_iter().map(|line| line_text(line, "\n")).collect(),
    }
}

fn table_text(rows: &[Row]) -> String {
    let row_text =
        |row: &Row| row.cells.iter().map(|cell| line_text(&cell.content, " ")).collect::<Vec<_>>().join("\t");
    rows.iter().map(row_text).collect::<Vec<_>>().join("\n")
}

fn push(text: &mut String, part: &str, separator: &str) {
    if !text.is_empty() {
        text.push_str(separator);
    }
    text.push_str(part);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn check(document: &Document, text: &str, words: u32, minutes: u32) {
        assert_eq!(document.plain_text(), text);
        assert_eq!((document.words(), document.reading_minutes()), (words, minutes));
    }

    #[test]
    fn blocks_stand_apart_and_entries_line_by_line() {
        check(
            &sample::everything(),
            "A heading\n\nFirst & foremost.\nmarked\n\nA caption\n\nAn entry\n\nWords of a woman.\n\nA woman\n\n\
             A line, large.\n\nA man\n\nA table\n\nWide\nleft\tright\n\nfn main() {\n\tprintln!(\"<&>\");\n}\n\nKey facts\n\n\
             A fact.\n\nA video\n\nThe end.\n\nfirst note\n\nsecond note",
            40,
            1,
        );
    }

    #[test]
    fn nested_lists_stay_together_and_apart_from_the_next() {
        let entry = |text: &str| Block::Paragraph { content: vec![Inline::text(text)] };
        let list = |content| Block::List { ordered: false, start: 1, items: vec![crate::ListItem { content }] };
        let document = Document {
            blocks: vec![list(vec![entry("a"), list(vec![entry("b")]), entry("c")]), list(vec![entry("d")])],
        };
        check(&document, "a\nb\nc\n\nd", 4, 1);
    }

    #[test]
    fn minutes_are_rounded_up() {
        let document =
            Document { blocks: vec![Block::Paragraph { content: vec![Inline::text("parola — ".repeat(221))] }] };
        assert_eq!((document.words(), document.reading_minutes()), (221, 2));
        check(&Document::default(), "", 0, 1);
    }
}
