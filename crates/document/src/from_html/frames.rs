//! The stack of open block elements.

use std::borrow::Cow;

use super::elements::Kind;
use super::frame::{Frame, append};
use super::tokens::Tag;
use crate::{Block, Cell, Embed, Inline, Mark};

/// An element that is open.
pub(super) struct Open<'a> {
    pub name: Cow<'a, str>,
    /// How many elements within the line were open when it began.
    pub inline: usize,
    /// Whether what opens within its lines closes with it.
    pub isolates: bool,
    frame: Frame,
}

#[derive(Default)]
pub(super) struct Frames<'a> {
    open: Vec<Open<'a>>,
    /// What stands in no frame.
    blocks: Vec<Block>,
}

impl<'a> Frames<'a> {
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    pub fn top(&self) -> Option<&Open<'a>> {
        self.open.last()
    }

    /// The open elements with their place in the stack, innermost first.
    pub fn inside_out(&self) -> impl Iterator<Item = (usize, &Open<'a>)> {
        self.open.iter().enumerate().rev()
    }

    /// The innermost frame that is more than a group.
    pub fn innermost(&self) -> Option<&Frame> {
        self.open.iter().map(|open| &open.frame).rfind(|frame| !matches!(frame, Frame::Group))
    }

    fn innermost_mut(&mut self) -> Option<&mut Frame> {
        self.open.iter_mut().map(|open| &mut open.frame).rfind(|frame| !matches!(frame, Frame::Group))
    }

    /// The code block that text goes to: its language and its text.
    pub fn code_mut(&mut self) -> Option<(&mut Option<String>, &mut String)> {
        match self.innermost_mut()? {
            Frame::Code { language, text } => Some((language, text)),
            _ => None,
        }
    }

    /// Opens an element as what it can be where it stands. A cell outside any row begins one.
    pub fn push(&mut self, tag: &Tag<'a>, kind: Kind, inline: usize) {
        if matches!((kind, self.innermost()), (Kind::Cell { .. }, Some(Frame::Table { .. }))) {
            let frame = Frame::Row(Vec::new());
            self.open.push(Open { name: Cow::Borrowed("tr"), inline, isolates: false, frame });
        }
        let frame = Frame::new(tag, kind, self.innermost());
        let isolates = kind == Kind::Term || frame.collects_lines();
        self.open.push(Open { name: tag.name.clone(), inline, isolates, frame });
    }

    /// Closes the innermost element and hands what it collected to those around it.
    pub fn pop(&mut self) -> Option<Open<'a>> {
        let mut open = self.open.pop()?;
        match std::mem::replace(&mut open.frame, Frame::Group) {
            Frame::Group | Frame::Heading(_) => {}
            Frame::Figure(figures) => figures.into_blocks().into_iter().for_each(|block| self.add_block(block)),
            frame => match frame.into_block() {
                Ok(block) => self.add_block(block),
                Err(part) => self.add_part(part),
            },
        }
        Some(open)
    }

    /// Adds a line of text to what is open.
    pub fn add_line(&mut self, line: Vec<Inline>) {
        let block = match self.innermost_mut() {
            Some(Frame::PullQuote { content, .. } | Frame::Cell(Cell { content, .. })) => return append(content, line),
            Some(Frame::Caption(content) | Frame::Source(content) | Frame::BoxTitle(content)) => {
                return append(content, line);
            }
            Some(Frame::Heading(level)) => Block::Heading { level: *level, content: line },
            _ => lone_embed(&line).map_or(Block::Paragraph { content: line }, Block::Embed),
        };
        self.add_block(block);
    }

    /// Adds a block to the next element around that holds blocks: a picture in a table comes to stand before it.
    pub fn add_block(&mut self, block: Block) {
        match self.open.iter_mut().map(|open| &mut open.frame).rfind(|frame| frame.holds_blocks()) {
            Some(frame) => frame.add_block(block),
            None => self.blocks.push(block),
        }
    }

    /// Adds what is no block of its own to the element it is a part of.
    pub fn add_part(&mut self, part: Frame) {
        if let Some(whole) = self.open.iter_mut().map(|open| &mut open.frame).rfind(|frame| frame.has_part(&part)) {
            whole.add_part(part);
        }
    }

    /// The blocks from top to bottom, once everything is closed.
    pub fn into_blocks(self) -> Vec<Block> {
        self.blocks
    }
}

/// Reads a paragraph that is nothing but the address of a player, which is how content systems store them.
fn lone_embed(line: &[Inline]) -> Option<Embed> {
    let [Inline::Text { text, marks }] = line else { return None };
    let is_bare = match &marks[..] {
        [] => true,
        [Mark::Link { href }] => href == text,
        _ => false,
    };
    Embed::from_url(text).filter(|_| is_bare)
}
