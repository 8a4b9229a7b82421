//! Going through a document in reading order: an explicit stack, so that no depth can exhaust the thread's.

use std::slice;

use crate::{Block, Document, Figure, Inline, ListItem, Mark};

/// One step of the way through a document.
#[derive(Clone, Copy)]
pub(crate) enum Visit<'a> {
    /// A block begins; for all but lists, quotes and boxes that is all of it.
    Open(&'a Block),
    /// A list, quote or box ends.
    Close(&'a Block),
    /// An entry of a list begins.
    OpenItem,
    /// An entry of a list ends.
    CloseItem,
}

/// What is still to be visited, innermost last.
enum Ahead<'a> {
    Blocks(slice::Iter<'a, Block>),
    Items(slice::Iter<'a, ListItem>),
    Close(&'a Block),
    CloseItem,
}

pub(crate) struct Visits<'a> {
    ahead: Vec<Ahead<'a>>,
}

impl<'a> Iterator for Visits<'a> {
    type Item = Visit<'a>;

    fn next(&mut self) -> Option<Visit<'a>> {
        loop {
            match self.ahead.last_mut()? {
                Ahead::Blocks(blocks) => {
                    if let Some(block) = blocks.next() {
                        self.enter(block);
                        return Some(Visit::Open(block));
                    }
                    self.ahead.pop();
                }
                Ahead::Items(items) => {
                    if let Some(item) = items.next() {
                        self.ahead.extend([Ahead::CloseItem, Ahead::Blocks(item.content.iter())]);
                        return Some(Visit::OpenItem);
                    }
                    self.ahead.pop();
                }
                Ahead::Close(block) => {
                    let block = *block;
                    self.ahead.pop();
                    return Some(Visit::Close(block));
                }
                Ahead::CloseItem => {
                    self.ahead.pop();
                    return Some(Visit::CloseItem);
                }
            }
        }
    }
}

impl<'a> Visits<'a> {
    fn enter(&mut self, block: &'a Block) {
        let inside = match block {
            Block::List { items, .. } => Ahead::Items(items.iter()),
            Block::Quote { content, .. } | Block::Box { content, .. } => Ahead::Blocks(content.iter()),
            _ => return,
        };
        self.ahead.extend([Ahead::Close(block), inside]);
    }
}

impl<'a> Visit<'a> {
    /// The lines that are read at this step.
    pub(crate) fn lines(self) -> Vec<&'a [Inline]> {
        match self {
            Self::Open(Block::Paragraph { content } | Block::Heading { content, .. }) => vec![content],
            Self::Open(Block::PullQuote { content, source }) => vec![content, source],
            Self::Open(Block::Table { caption, rows }) => {
                let cells = rows.iter().flat_map(|row| &row.cells);
                std::iter::once(&**caption).chain(cells.map(|cell| &*cell.content)).collect()
            }
            Self::Open(Block::Box { title, .. }) => vec![title],
            Self::Close(Block::Quote { source, .. }) => vec![source],
            Self::Open(block) => figures_of(block).iter().map(|figure| &*figure.caption).collect(),
            Self::Close(_) | Self::OpenItem | Self::CloseItem => Vec::new(),
        }
    }
}

/// The pictures that a block shows itself, those of blocks inside it apart.
fn figures_of(block: &Block) -> &[Figure] {
    match block {
        Block::Figure(figure) => slice::from_ref(figure),
        Block::Gallery { figures } => figures,
        _ => &[],
    }
}

impl Document {
    pub(crate) fn visits(&self) -> Visits<'_> {
        Visits { ahead: vec![Ahead::Blocks(self.blocks.iter())] }
    }

    /// Every block in reading order, those inside lists, quotes and boxes included.
    pub fn all_blocks(&self) -> impl Iterator<Item = &Block> {
        self.visits().filter_map(|visit| match visit {
            Visit::Open(block) => Some(block),
            _ => None,
        })
    }

    /// Every picture in reading order, those of galleries and of nested blocks included.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.all_blocks().flat_map(figures_of)
    }

    /// Every picture in reading order, to be changed: an import puts hashes in the place of addresses.
    pub fn figures_mut(&mut self) -> impl Iterator<Item = &mut Figure> {
        let mut found = Vec::new();
        let mut ahead = vec![self.blocks.iter_mut()];
        while let Some(blocks) = ahead.last_mut() {
            match blocks.next() {
                None => _ = ahead.pop(),
                Some(Block::Figure(figure)) => found.push(figure),
                Some(Block::Gallery { figures }) => found.extend(figures),
                Some(Block::List { items, .. }) => {
                    ahead.extend(items.iter_mut().rev().map(|item| item.content.iter_mut()));
                }
                Some(Block::Quote { content, .. } | Block::Box { content, .. }) => ahead.push(content.iter_mut()),
                Some(_) => {}
            }
        }
        found.into_iter()
    }

    /// Keeps the pictures that `keep` wants and drops the others, and with them what they leave empty.
    pub fn retain_figures(&mut self, mut keep: impl FnMut(&Figure) -> bool) {
        let mut ahead = vec![&mut self.blocks];
        while let Some(blocks) = ahead.pop() {
            blocks.retain_mut(|block| match block {
                Block::Figure(figure) => keep(figure),
                Block::Gallery { figures } => {
                    figures.retain(&mut keep);
                    !figures.is_empty()
                }
                _ => true,
            });
            for block in blocks {
                match block {
                    Block::List { items, .. } => ahead.extend(items.iter_mut().map(|item| &mut item.content)),
                    Block::Quote { content, .. } | Block::Box { content, .. } => ahead.push(content),
                    _ => {}
                }
            }
        }
        *self = std::mem::take(self).tidy();
    }

    /// Where every link leads, in reading order; those of a footnote where its number stands.
    pub fn links(&self) -> Vec<&str> {
        let mut links = Vec::new();
        for line in self.visits().flat_map(Visit::lines) {
            for inline in line {
                match inline {
                    Inline::Footnote { content } => links.extend(content.iter().filter_map(link)),
                    inline => links.extend(link(inline)),
                }
            }
        }
        links
    }

    /// Every footnote in the order of its number, which begins at 1.
    pub fn footnotes(&self) -> impl Iterator<Item = &[Inline]> {
        self.visits().flat_map(Visit::lines).flatten().filter_map(|inline| match inline {
            Inline::Footnote { content } => Some(&**content),
            _ => None,
        })
    }
}

/// Where a piece of text leads.
fn link(inline: &Inline) -> Option<&str> {
    let Inline::Text { marks, .. } = inline else { return None };
    marks.iter().find_map(|mark| match mark {
        Mark::Link { href } => Some(&**href),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Inline, sample};

    fn addresses(document: &Document) -> Vec<&str> {
        document.figures().map(|figure| &*figure.picture).collect()
    }

    #[test]
    fn pictures_are_found_and_changed_in_reading_order() {
        let mut document = sample::everything();
        assert_eq!(addresses(&document), ["one", "two", "three", "four", "five"]);

        document.figures_mut().enumerate().for_each(|(index, figure)| figure.picture = index.to_string());
        assert_eq!(addresses(&document), ["0", "1", "2", "3", "4"]);
    }

    #[test]
    fn dropping_pictures_leaves_no_empty_gallery_and_no_empty_entry() {
        let mut document = sample::everything();
        document.retain_figures(|figure| figure.picture == "two");
        assert_eq!(addresses(&document), ["two"]);

        document.retain_figures(|_| false);
        assert!(!document.all_blocks().any(|block| matches!(block, Block::Figure(_) | Block::Gallery { .. })));
        document.check(&crate::Limits::default()).expect("what is left stays valid");
    }

    #[test]
    fn links_are_found_in_footnotes_too() {
        let to = |href: &str| {
            let marks = vec![Mark::Strong, Mark::Link { href: href.to_owned() }];
            Inline::Text { text: "qui".to_owned(), marks }
        };
        let note = Inline::Footnote { content: vec![to("/due/")] };
        let content = vec![to("/uno/"), Inline::text("niente"), note, to("https://example.org/")];
        let document = Document { blocks: vec![Block::Paragraph { content }] };
        assert_eq!(document.links(), ["/uno/", "/due/", "https://example.org/"]);
    }

    #[test]
    fn footnotes_come_in_the_order_of_their_numbers() {
        let document = sample::everything();
        let notes: Vec<_> = document.footnotes().map(<[Inline]>::to_vec).collect();
        assert_eq!(notes, [vec![Inline::text("first note")], vec![Inline::text("second note")]]);
    }
}
