//! What one open element collects, and how parts come to their wholes.

use super::elements::Kind;
use super::tokens::Tag;
use crate::{Block, Cell, Figure, Inline, ListItem, Row};

/// What an open element collects.
pub(super) enum Frame {
    /// Nothing: what it holds goes to the next frame around it.
    Group,
    Heading(u8),
    Item(Vec<Block>),
    Quote {
        content: Vec<Block>,
        source: Vec<Inline>,
    },
    PullQuote {
        content: Vec<Inline>,
        source: Vec<Inline>,
    },
    Box {
        title: Vec<Inline>,
        content: Vec<Block>,
    },
    List {
        ordered: bool,
        start: u32,
        items: Vec<ListItem>,
    },
    Figure(Figures),
    Table {
        caption: Vec<Inline>,
        rows: Vec<Row>,
    },
    Row(Vec<Cell>),
    Cell(Cell),
    Caption(Vec<Inline>),
    Credit(String),
    Source(Vec<Inline>),
    BoxTitle(Vec<Inline>),
    Code {
        language: Option<String>,
        text: String,
    },
}

impl Frame {
    /// What an element of this kind can be inside `around`; where it makes no sense, it only keeps its text apart.
    pub fn new(tag: &Tag, kind: Kind, around: Option<&Self>) -> Self {
        let number = |name: &str| tag.get(name).and_then(|number| number.trim().parse::<u32>().ok()).unwrap_or(1);
        let span = |name: &str| number(name).clamp(1, 100);
        match (kind, around) {
            (_, Some(Self::Code { .. })) => Self::Group,
            (Kind::Figure { gallery }, _) => Self::Figure(Figures { gallery, ..Figures::default() }),
            (Kind::Caption, Some(Self::Figure(_) | Self::Table { .. })) => Self::Caption(Vec::new()),
            (Kind::Source, Some(Self::Quote { .. } | Self::PullQuote { .. })) => Self::Source(Vec::new()),
            (_, Some(Self::Figure(Figures { gallery: true, .. }))) => Self::Group,
            (_, Some(around)) if around.collects_lines() => Self::Group,
            (Kind::Item, Some(Self::List { .. })) => Self::Item(Vec::new()),
            (Kind::Row, Some(Self::Table { .. })) => Self::Row(Vec::new()),
            (Kind::Cell { header }, Some(Self::Row(_))) => {
                Self::Cell(Cell { header, colspan: span("colspan"), rowspan: span("rowspan"), content: Vec::new() })
            }
            (Kind::BoxTitle, Some(Self::Box { .. })) => Self::BoxTitle(Vec::new()),
            (Kind::Heading(level), _) => Self::Heading(level),
            (Kind::List { ordered }, _) => Self::List { ordered, start: number("start"), items: Vec::new() },
            (Kind::Quote, _) => Self::Quote { content: Vec::new(), source: Vec::new() },
            (Kind::PullQuote, _) => Self::PullQuote { content: Vec::new(), source: Vec::new() },
            (Kind::Box, _) => Self::Box { title: Vec::new(), content: Vec::new() },
            (Kind::Table, _) => Self::Table { caption: Vec::new(), rows: Vec::new() },
            (Kind::Code, _) => Self::Code { language: language(tag), text: String::new() },
            _ => Self::Group,
        }
    }

    /// Whether it holds text only, so that no block can begin in it.
    pub fn collects_lines(&self) -> bool {
        matches!(
            self,
            Self::Heading(_)
                | Self::PullQuote { .. }
                | Self::Cell(_)
                | Self::Caption(_)
                | Self::Source(_)
                | Self::BoxTitle(_)
        )
    }

    pub fn holds_blocks(&self) -> bool {
        matches!(self, Self::Item(_) | Self::Quote { .. } | Self::Box { .. } | Self::List { .. } | Self::Figure(_))
    }

    /// Adds a block to a frame that holds blocks.
    pub fn add_block(&mut self, block: Block) {
        match (self, block) {
            (Self::Box { title, content }, Block::Heading { content: line, .. })
                if title.is_empty() && content.is_empty() =>
            {
                *title = line;
            }
            (Self::Item(content) | Self::Quote { content, .. } | Self::Box { content, .. }, block) => {
                content.push(block);
            }
            (Self::List { items, .. }, block) => match items.last_mut() {
                Some(item) => item.content.push(block),
                None => items.push(ListItem { content: vec![block] }),
            },
            (Self::Figure(figures), Block::Figure(figure)) => figures.pictures.push(figure),
            (Self::Figure(figures), Block::Gallery { figures: more }) => figures.pictures.extend(more),
            (Self::Figure(figures), block) => figures.others.push(block),
            _ => {}
        }
    }

    pub fn has_part(&self, part: &Self) -> bool {
        matches!(
            (self, part),
            (Self::List { .. }, Self::Item(_))
                | (Self::Table { .. }, Self::Row(_) | Self::Caption(_))
                | (Self::Row(_), Self::Cell(_))
                | (Self::Figure(_), Self::Caption(_) | Self::Credit(_))
                | (Self::Quote { .. } | Self::PullQuote { .. }, Self::Source(_))
                | (Self::Box { .. }, Self::BoxTitle(_))
        )
    }

    /// Adds a part to the frame it is a part of.
    pub fn add_part(&mut self, part: Self) {
        match (self, part) {
            (Self::List { items, .. }, Self::Item(content)) => items.push(ListItem { content }),
            (Self::Table { rows, .. }, Self::Row(cells)) => rows.push(Row { cells }),
            (Self::Table { caption, .. }, Self::Caption(line)) => append(caption, line),
            (Self::Row(cells), Self::Cell(cell)) => cells.push(cell),
            (Self::Figure(figures), Self::Caption(line)) => append(figures.caption_mut(), line),
            (Self::Figure(figures), Self::Credit(credit)) => *figures.credit_mut() = Some(credit),
            (Self::Quote { source, .. } | Self::PullQuote { source, .. }, Self::Source(line)) => {
                append(source, without_dash(line));
            }
            (Self::Box { title, .. }, Self::BoxTitle(line)) => append(title, line),
            _ => {}
        }
    }

    /// What is a block once it is closed, or else the part again.
    pub fn into_block(self) -> Result<Block, Self> {
        Ok(match self {
            Self::Quote { content, source } => Block::Quote { content, source },
            Self::PullQuote { content, source } => Block::PullQuote { content, source },
            Self::Box { title, content } => Block::Box { title, content },
            Self::List { ordered, start, items } => Block::List { ordered, start, items },
            Self::Table { caption, rows } => Block::Table { caption, rows },
            Self::Code { language, text } => Block::Code { language, text },
            part => return Err(part),
        })
    }
}

/// What a `<figure>` or one of its many stand-ins collects.
#[derive(Default)]
pub(super) struct Figures {
    gallery: bool,
    pictures: Vec<Figure>,
    /// A caption that came before its picture, or that belongs to something else.
    caption: Vec<Inline>,
    credit: Option<String>,
    /// Content systems put tables, quotes and players into figures too.
    others: Vec<Block>,
}

impl Figures {
    /// A caption belongs to the picture before it.
    fn caption_mut(&mut self) -> &mut Vec<Inline> {
        self.pictures.last_mut().map_or(&mut self.caption, |figure| &mut figure.caption)
    }

    fn credit_mut(&mut self) -> &mut Option<String> {
        self.pictures.last_mut().map_or(&mut self.credit, |figure| &mut figure.credit)
    }

    /// One picture is a figure, several are a gallery; what else there was follows.
    pub fn into_blocks(mut self) -> Vec<Block> {
        if let Some(first) = self.pictures.first_mut() {
            if first.caption.is_empty() {
                first.caption = std::mem::take(&mut self.caption);
            }
            first.credit = first.credit.take().or(self.credit);
        } else if let Some(Block::Table { caption, .. }) = self.others.last_mut() {
            append(caption, std::mem::take(&mut self.caption));
        }
        let pictures = match self.pictures.len() {
            0 | 1 => self.pictures.pop().map(Block::Figure),
            _ => Some(Block::Gallery { figures: self.pictures }),
        };
        let caption = Block::Paragraph { content: self.caption };
        pictures.into_iter().chain(self.others).chain([caption]).collect()
    }
}

/// Adds a line below those that are there.
pub(super) fn append(lines: &mut Vec<Inline>, line: Vec<Inline>) {
    if !lines.is_empty() && !line.is_empty() {
        lines.push(Inline::Break);
    }
    lines.extend(line);
}

/// The language that a class such as `language-rust` names.
pub(super) fn language(tag: &Tag) -> Option<String> {
    let class = tag.get("class")?;
    let name = |class: &str| class.strip_prefix("language-").or(class.strip_prefix("lang-")).map(str::to_owned);
    class.split_ascii_whitespace().find_map(name)
}

/// Sources are often written with a dash before them, which is a matter of looks.
fn without_dash(mut line: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text { text, .. }) = line.first_mut()
        && let Some(name) = ["— ", "– ", "― ", "- "].iter().find_map(|dash| text.strip_prefix(dash))
    {
        *text = name.to_owned();
    }
    line
}
