//! Putting in order what two people left out of order.
//!
//! Each can do what is allowed, and together they leave a block that is not: a paragraph at the end of a quote while the
//! other adds a source. The editor shows such a block mended, by `frontend/web/editor/schema/mend.ts`, and the shared
//! document stays as it is until somebody writes there. So reading mends by the same rule; both are held to it by
//! `frontend/web/editor/tests/fixtures/mended.json`.

use crate::{Block, Cell, Inline, Row};

/// What stands in a quote or a box: the lines that have a role in it, of which it has one, and its blocks.
pub(super) struct Apart {
    /// Sources or titles.
    pub lines: Vec<Vec<Inline>>,
    /// All the rest.
    pub blocks: Vec<Block>,
}

/// A quote ends with its source; further sources are paragraphs before it.
pub(super) fn quote(Apart { lines, blocks: mut content }: Apart) -> Block {
    let (source, others) = first(lines);
    content.extend(others);
    Block::Quote { content, source }
}

/// A box begins with its title; further titles are paragraphs after it.
pub(super) fn boxed(Apart { lines, blocks }: Apart) -> Block {
    let (title, others) = first(lines);
    Block::Box { title, content: others.chain(blocks).collect() }
}

/// A table begins with its caption; one without rows has an empty cell.
pub(super) fn table(captions: Vec<Vec<Inline>>, mut rows: Vec<Row>) -> Block {
    if rows.is_empty() {
        let cell = Cell { header: false, colspan: 1, rowspan: 1, content: Vec::new() };
        rows.push(Row { cells: vec![cell] });
    }
    Block::Table { caption: joined(captions), rows }
}

/// Several lines of one kind as one, with a space between them.
pub(super) fn joined(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    lines.fold(first, |mut all, line| {
        all.push(Inline::text(" "));
        all.extend(line);
        all
    })
}

/// The first line, and the others as paragraphs.
fn first(lines: Vec<Vec<Inline>>) -> (Vec<Inline>, impl Iterator<Item = Block>) {
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    (first, lines.map(|content| Block::Paragraph { content }))
}
