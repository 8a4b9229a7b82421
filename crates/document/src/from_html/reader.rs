//! From tokens to blocks: the line that is being read, what its text wears, and the stack of open elements around it.

use std::borrow::Cow;

use super::dropped::{Dropped, beginning, host};
use super::elements::{Effect, Element, Kind, element};
use super::frame::{Frame, language};
use super::frames::Frames;
use super::tokens::{Tag, is_space};
use crate::text::line_text;
use crate::tidy::{tidy_line, tidy_marks};
use crate::{Block, Document, Embed, Figure, Inline, Mark, safe_url};

/// What a block or a piece of text costs in the JSON text of a body beside its words, in bytes; rather too little.
const OVERHEAD: usize = 24;

#[derive(Default)]
pub(super) struct Reader<'a> {
    frames: Frames<'a>,
    /// The elements that are open within the line; they may outlast it.
    inline: Vec<Within<'a>>,
    line: Vec<Inline>,
    /// The line that goes on after the footnote or credit that is being read.
    set_aside: Option<Vec<Inline>>,
    /// The element that is left out, and how many of its name are open.
    skipping: Option<(Cow<'a, str>, usize)>,
    dropped: Dropped,
    written: usize,
}

/// An element that is open within a line.
struct Within<'a> {
    name: Cow<'a, str>,
    effect: Effect,
}

impl<'a> Reader<'a> {
    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.frames.depth() + self.inline.len() + self.skipping.as_ref().map_or(0, |(_, open)| *open)
    }

    /// About how long the body is so far, in bytes.
    pub fn written(&self) -> usize {
        self.written
    }

    /// Reads text: runs of white space become one space, but for code.
    pub fn text(&mut self, text: &str) {
        if self.skipping.is_some() {
            return;
        }
        if let Some((_, code)) = self.frames.code_mut() {
            self.written += text.len();
            return code.push_str(text);
        }

        let mut piece = String::with_capacity(text.len());
        let mut after_space = match self.line.last() {
            Some(Inline::Text { text, .. }) => text.ends_with(' '),
            Some(Inline::Footnote { .. }) => false,
            Some(Inline::Break) | None => true,
        };
        for c in text.chars() {
            if !is_space(c) {
                piece.push(c);
            } else if !after_space {
                piece.push(' ');
            }
            after_space = is_space(c);
        }
        if !piece.is_empty() {
            self.push_text(piece);
        }
    }

    fn push_text(&mut self, text: String) {
        let marks = self.marks();
        self.written += text.len();
        match self.line.last_mut() {
            Some(Inline::Text { text: last, marks: worn }) if *worn == marks => last.push_str(&text),
            _ => {
                let address = if let Some(Mark::Link { href }) = marks.first() { href.len() } else { 0 };
                self.written += OVERHEAD * (1 + marks.len()) + address;
                self.line.push(Inline::Text { text, marks });
            }
        }
    }

    /// What text wears here; a footnote begins afresh.
    fn marks(&self) -> Vec<Mark> {
        let since_note = self.inline.iter().rev().take_while(|within| !within.effect.sets_aside());
        let marks = since_note.filter_map(|within| match &within.effect {
            Effect::Mark(mark) => Some(mark.clone()),
            _ => None,
        });
        tidy_marks(marks.collect())
    }

    /// Reads an opening tag.
    pub fn start(&mut self, tag: Tag<'a>) {
        if let Some((name, open)) = &mut self.skipping {
            *open += usize::from(*name == tag.name && !tag.closes_itself());
            return;
        }
        let in_quote = matches!(self.frames.innermost(), Some(Frame::Quote { .. } | Frame::PullQuote { .. }));
        let in_paragraph = self.frames.top().is_some_and(|open| open.name == "p");
        match element(&tag, in_quote, in_paragraph) {
            Element::Silent => {}
            Element::Dropped => {
                self.dropped.push(format!("dropped <{}>", tag.name));
                self.skipping = (!tag.closes_itself()).then_some((tag.name, 1));
            }
            Element::DroppedVoid => self.dropped.push(format!("dropped <{}>", tag.name)),
            Element::Break => self.line_break(),
            Element::Rule => self.block(Block::Rule),
            Element::Picture => self.picture(&tag),
            Element::Player => self.player(&tag),
            Element::Inline(effect) => self.start_inline(tag, effect),
            Element::Block(kind) => self.start_block(&tag, kind),
        }
    }

    /// Reads a closing tag; one that closes nothing is passed over.
    pub fn end(&mut self, name: &str) {
        if let Some((skipped, open)) = &mut self.skipping {
            *open -= usize::from(*skipped == name);
            self.skipping.take_if(|(_, open)| *open == 0);
            return;
        }
        if name == "br" {
            return self.line_break();
        }
        let isolated = self.frames.inside_out().find(|(_, open)| open.isolates).map_or(0, |(_, open)| open.inline);
        let within = self.inline.iter().rposition(|within| within.name == name);
        if let Some(index) = within.filter(|index| *index >= isolated) {
            self.end_inline(index);
        } else if let Some(index) = self.frames.ended_by(name) {
            self.close_to(index);
        }
    }

    /// Closes everything and answers the body, and what did not come along.
    pub fn finish(mut self) -> (Document, Dropped) {
        self.close_to(0);
        self.end_line();
        (Document { blocks: self.frames.into_blocks() }, self.dropped)
    }

    /// Two breaks in a row end a paragraph.
    fn line_break(&mut self) {
        if let Some((_, code)) = self.frames.code_mut() {
            return code.push('\n');
        }
        let is_second = self.line.last() == Some(&Inline::Break);
        let is_one_line = self.set_aside.is_some() || matches!(self.frames.innermost(), Some(Frame::Heading(_)));
        if is_second && !is_one_line {
            self.end_line();
        } else if !is_second {
            self.written += OVERHEAD;
            self.line.push(Inline::Break);
        }
    }

    fn picture(&mut self, tag: &Tag) {
        let alt = tag.get("alt").unwrap_or_default();
        if tag.has_class(|class| matches!(class, "emoji" | "wp-smiley")) {
            return self.text(&alt);
        }
        let is_dot = |side| tag.get(side).is_some_and(|length| matches!(length.trim(), "0" | "1"));
        if is_dot("width") && is_dot("height") {
            return self.dropped.push("dropped a picture of one pixel".to_owned());
        }
        // Pages that load pictures late keep the address elsewhere, and a placeholder in `src`.
        let address = ["data-src", "data-lazy-src", "src"].iter().find_map(|name| address(&tag.get(name)?));
        match address {
            Some(picture) => self.block(Block::Figure(Figure { picture, alt: alt.into_owned(), ..Figure::default() })),
            None => self.dropped.push("dropped a picture without a usable address".to_owned()),
        }
    }

    fn player(&mut self, tag: &Tag) {
        let source = tag.get("src").or_else(|| tag.get("data-src")).unwrap_or_default();
        match Embed::from_url(&source) {
            Some(embed) => {
                let title = tag.get("title").unwrap_or_default().into_owned();
                self.block(Block::Embed(Embed { title, ..embed }));
            }
            None => self.dropped.push(format!("dropped <iframe> of {}", host(&source))),
        }
    }

    /// Adds a block that holds no text. In a cell or a title the line goes on after it.
    fn block(&mut self, block: Block) {
        let goes_on = self.set_aside.is_some() || self.frames.innermost().is_some_and(Frame::collects_lines);
        if !goes_on {
            self.end_line();
        }
        self.written += OVERHEAD;
        if let Block::Figure(Figure { picture, alt, .. }) = &block {
            self.written += picture.len() + alt.len();
        }
        self.frames.add_block(block);
    }

    fn start_inline(&mut self, tag: Tag<'a>, effect: Effect) {
        if let Some((known, _)) = self.frames.code_mut() {
            *known = known.take().or_else(|| language(&tag));
        }
        let effect = match effect {
            Effect::Link => self.link(&tag),
            Effect::Quotation => {
                let outer = self.inline.iter().filter(|within| matches!(within.effect, Effect::Quotation)).count();
                self.text(if outer % 2 == 0 { "“" } else { "‘" });
                effect
            }
            Effect::Footnote if self.set_aside.is_none() => {
                self.set_aside = Some(std::mem::take(&mut self.line));
                effect
            }
            Effect::Credit
                if self.set_aside.is_none() && matches!(self.frames.innermost(), Some(Frame::Caption(_))) =>
            {
                self.set_aside = Some(std::mem::take(&mut self.line));
                effect
            }
            Effect::Mark(mark) if !self.marks().contains(&mark) => Effect::Mark(mark),
            Effect::Mark(_) | Effect::Footnote | Effect::Credit | Effect::Nothing => Effect::Nothing,
        };
        self.inline.push(Within { name: tag.name, effect });
    }

    /// A link ends the one that is open: links do not nest.
    fn link(&mut self, tag: &Tag) -> Effect {
        for within in &mut self.inline {
            if matches!(within.effect, Effect::Mark(Mark::Link { .. })) {
                within.effect = Effect::Nothing;
            }
        }
        let Some(href) = tag.get("href") else { return Effect::Nothing };
        if let Some(href) = address(&href) {
            return Effect::Mark(Mark::Link { href });
        }
        self.dropped.push(format!("dropped the link to {}", beginning(&href)));
        Effect::Nothing
    }

    fn end_inline(&mut self, index: usize) {
        match self.inline.remove(index).effect {
            Effect::Quotation => {
                let outer = self.inline.iter().filter(|within| matches!(within.effect, Effect::Quotation)).count();
                self.text(if outer % 2 == 0 { "”" } else { "’" });
            }
            Effect::Footnote => {
                let content = tidy_line(self.resume_line());
                self.written += OVERHEAD;
                if !content.is_empty() {
                    self.line.push(Inline::Footnote { content });
                }
            }
            Effect::Credit => {
                let credit = line_text(&self.resume_line(), " ");
                self.frames.add_part(Frame::Credit(credit));
            }
            Effect::Mark(_) | Effect::Link | Effect::Nothing => {}
        }
    }

    /// Goes on with the line that was set aside, and answers the one that was read meanwhile.
    fn resume_line(&mut self) -> Vec<Inline> {
        let line = self.set_aside.take().unwrap_or_default();
        std::mem::replace(&mut self.line, line)
    }

    fn start_block(&mut self, tag: &Tag<'a>, kind: Kind) {
        self.end_line();
        while let Some(index) = self.frames.ends_before(&tag.name) {
            self.close_to(index);
        }
        self.frames.push(tag, kind, self.inline.len());
        if kind == Kind::Term {
            self.inline.push(Within { name: Cow::Borrowed(""), effect: Effect::Mark(Mark::Strong) });
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.frames.depth() > depth {
            self.end_line();
            self.written += OVERHEAD;
            if let Some(open) = self.frames.pop()
                && open.isolates
            {
                self.inline.truncate(open.inline);
            }
        }
    }

    fn end_line(&mut self) {
        if self.set_aside.is_some()
            && let Some(index) = self.inline.iter().position(|within| within.effect.sets_aside())
        {
            self.end_inline(index);
        }
        let line = tidy_line(std::mem::take(&mut self.line));
        if !line.is_empty() {
            self.written += OVERHEAD;
            self.frames.add_line(line);
        }
    }
}

/// An address that may be linked; those that leave out the scheme get the safe one.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    if text.starts_with("//") { safe_url(&format!("https:{text}")) } else { safe_url(text) }
}
