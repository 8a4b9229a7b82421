//! From nodes to blocks.

use serde::Deserialize as _;
use serde_json::Value;
use thiserror::Error;

use super::mend;
use crate::{Block, Cell, Document, Embed, Figure, Inline, ListItem, Mark, Provider, Row};

/// How many blocks may stand in one another. [`Document::check`] wants fewer; this only keeps the stack safe.
const DEEPEST: usize = 40;

/// Why a `ProseMirror` document is not a body. `at` is the way to the node, such as `content[3].content[0]`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProseMirrorError {
    /// A node that is not known, or not there.
    #[error("{at}: {name:?} cannot stand here")]
    Node {
        /// Where.
        at: String,
        /// The node's type.
        name: String,
    },
    /// A mark that is not known.
    #[error("{at}: the mark {name:?} is not known")]
    Mark {
        /// Where.
        at: String,
        /// The mark's type.
        name: String,
    },
    /// An attribute that is missing or of another type.
    #[error("{at}: the attribute {name:?} is missing or wrong")]
    Attribute {
        /// Where.
        at: String,
        /// The attribute.
        name: &'static str,
    },
    /// Blocks in blocks without end.
    #[error("{at}: blocks stand deeper than {DEEPEST} levels")]
    TooDeep {
        /// Where.
        at: String,
    },
}

type Result<T> = std::result::Result<T, ProseMirrorError>;

impl Document {
    /// Reads a `ProseMirror` document. What it answers is well-formed but not checked: tidy it, then check it.
    ///
    /// Lines of a quote, a box or a table that stand out of order are put in order, as the editor shows them.
    pub fn from_prosemirror(value: &Value) -> Result<Self> {
        let doc = Node { value, place: None };
        if doc.name() != "doc" {
            return Err(doc.misplaced());
        }
        Ok(Self { blocks: blocks(doc.children(), 0)? })
    }
}

/// A node and the way to it.
#[derive(Clone, Copy)]
struct Node<'a> {
    value: &'a Value,
    place: Option<(&'a Node<'a>, usize)>,
}

impl<'a> Node<'a> {
    fn name(self) -> &'a str {
        self.value["type"].as_str().unwrap_or_default()
    }

    fn children(&'a self) -> Vec<Node<'a>> {
        let content = self.value["content"].as_array().map_or(&[][..], Vec::as_slice);
        content.iter().enumerate().map(|(index, value)| Node { value, place: Some((self, index)) }).collect()
    }

    /// An attribute; null counts as absent.
    fn attribute(self, name: &str) -> Option<&'a Value> {
        self.value.get("attrs")?.get(name).filter(|value| !value.is_null())
    }

    fn text(self, name: &'static str) -> Result<Option<String>> {
        let Some(value) = self.attribute(name) else { return Ok(None) };
        value.as_str().map(|text| Some(text.to_owned())).ok_or_else(|| self.wrong(name))
    }

    fn required_text(self, name: &'static str) -> Result<String> {
        self.text(name)?.ok_or_else(|| self.wrong(name))
    }

    /// A whole number from 0, written as an integer or a float.
    fn number(self, name: &'static str) -> Result<Option<u32>> {
        let Some(value) = self.attribute(name) else { return Ok(None) };
        let number =
            value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number));
        number.map(|number| Some(number as u32)).ok_or_else(|| self.wrong(name))
    }

    fn at(self) -> String {
        let mut steps = Vec::new();
        let mut place = self.place;
        while let Some((parent, index)) = place {
            steps.push(format!("content[{index}]"));
            place = parent.place;
        }
        steps.reverse();
        if steps.is_empty() { "the document".to_owned() } else { steps.join(".") }
    }

    fn misplaced(self) -> ProseMirrorError {
        ProseMirrorError::Node { at: self.at(), name: self.name().to_owned() }
    }

    fn wrong(self, name: &'static str) -> ProseMirrorError {
        ProseMirrorError::Attribute { at: self.at(), name }
    }
}

fn blocks(nodes: Vec<Node>, depth: usize) -> Result<Vec<Block>> {
    nodes.into_iter().map(|node| block(node, depth)).collect()
}

fn block(node: Node, depth: usize) -> Result<Block> {
    if depth >= DEEPEST {
        return Err(ProseMirrorError::TooDeep { at: node.at() });
    }
    Ok(match node.name() {
        "paragraph" => Block::Paragraph { content: line(&node)? },
        "heading" => {
            let level = node.number("level")?.and_then(|level| u8::try_from(level).ok());
            Block::Heading { level: level.ok_or_else(|| node.wrong("level"))?, content: line(&node)? }
        }
        "bullet_list" => Block::List { ordered: false, start: 1, items: items(&node, depth)? },
        "ordered_list" => {
            Block::List { ordered: true, start: node.number("order")?.unwrap_or(1), items: items(&node, depth)? }
        }
        "blockquote" => mend::quote(apart(&node, "quote_source", depth)?),
        "pull_quote" => pull_quote(&node)?,
        "figure" => Block::Figure(figure(&node)?),
        "gallery" => Block::Gallery { figures: node.children().iter().map(gallery_figure).collect::<Result<_>>()? },
        "table" => {
            let (captions, rows) = lines_of(&node, "table_caption")?;
            mend::table(captions, rows.iter().map(row).collect::<Result<_>>()?)
        }
        "code_block" => Block::Code { language: node.text("language")?, text: code(&node)? },
        "box" => mend::boxed(apart(&node, "box_title", depth)?),
        "embed" => {
            let provider = node.attribute("provider").and_then(|provider| Provider::deserialize(provider).ok());
            Block::Embed(Embed {
                provider: provider.ok_or_else(|| node.wrong("provider"))?,
                id: node.required_text("id")?,
                title: node.text("title")?.unwrap_or_default(),
            })
        }
        "horizontal_rule" => Block::Rule,
        _ => return Err(node.misplaced()),
    })
}

fn items(list: &Node, depth: usize) -> Result<Vec<ListItem>> {
    let item = |node: &Node| match node.name() {
        "list_item" => Ok(ListItem { content: blocks(node.children(), depth + 1)? }),
        _ => Err(node.misplaced()),
    };
    list.children().iter().map(item).collect()
}

fn pull_quote(node: &Node) -> Result<Block> {
    let (texts, others) = lines_of(node, "pull_quote_text")?;
    if let Some(other) = others.iter().find(|other| other.name() != "quote_source") {
        return Err(other.misplaced());
    }
    let sources = others.iter().map(line).collect::<Result<_>>()?;
    Ok(Block::PullQuote { content: mend::joined(texts), source: mend::joined(sources) })
}

/// The blocks of a node, and the lines that have the role `name` in it.
fn apart(node: &Node, name: &str, depth: usize) -> Result<mend::Apart> {
    let (lines, children) = lines_of(node, name)?;
    Ok(mend::Apart { lines, blocks: blocks(children, depth + 1)? })
}

/// The lines of the children of the type `name`, wherever they stand, and the other children.
fn lines_of<'a>(node: &'a Node<'a>, name: &str) -> Result<(Vec<Vec<Inline>>, Vec<Node<'a>>)> {
    let (lines, others): (Vec<_>, Vec<_>) = node.children().into_iter().partition(|child| child.name() == name);
    Ok((lines.iter().map(line).collect::<Result<_>>()?, others))
}

fn gallery_figure(node: &Node) -> Result<Figure> {
    if node.name() == "figure" { figure(node) } else { Err(node.misplaced()) }
}

fn figure(node: &Node) -> Result<Figure> {
    Ok(Figure {
        picture: node.required_text("picture")?,
        alt: node.text("alt")?.unwrap_or_default(),
        caption: line(node)?,
        credit: node.text("credit")?,
    })
}

fn row(node: &Node) -> Result<Row> {
    if node.name() != "table_row" {
        return Err(node.misplaced());
    }
    Ok(Row { cells: node.children().iter().map(cell).collect::<Result<_>>()? })
}

fn cell(node: &Node) -> Result<Cell> {
    let header = match node.name() {
        "table_header" => true,
        "table_cell" => false,
        _ => return Err(node.misplaced()),
    };
    let colspan = node.number("colspan")?.unwrap_or(1);
    let rowspan = node.number("rowspan")?.unwrap_or(1);
    Ok(Cell { header, colspan, rowspan, content: line(node)? })
}

fn code(node: &Node) -> Result<String> {
    let piece = |child: &Node| match child.name() {
        "text" => Ok(child.value["text"].as_str().unwrap_or_default().to_owned()),
        "hard_break" => Ok("\n".to_owned()),
        _ => Err(child.misplaced()),
    };
    node.children().iter().map(piece).collect()
}

fn line(node: &Node) -> Result<Vec<Inline>> {
    let inline = |child: &Node| match child.name() {
        "footnote" => {
            Ok(Inline::Footnote { content: child.children().iter().map(plain_inline).collect::<Result<_>>()? })
        }
        _ => plain_inline(child),
    };
    node.children().iter().map(inline).collect()
}

/// Text or a line break: all that a footnote holds.
fn plain_inline(node: &Node) -> Result<Inline> {
    match node.name() {
        "text" => {
            Ok(Inline::Text { text: node.value["text"].as_str().unwrap_or_default().to_owned(), marks: marks(*node)? })
        }
        "hard_break" => Ok(Inline::Break),
        _ => Err(node.misplaced()),
    }
}

fn marks(node: Node) -> Result<Vec<Mark>> {
    let marks = node.value["marks"].as_array().map_or(&[][..], Vec::as_slice);
    let mut marks = marks.iter().map(|value| mark(node, value)).collect::<Result<Vec<_>>>()?;
    marks.sort();
    Ok(marks)
}

fn mark(node: Node, value: &Value) -> Result<Mark> {
    let name = value["type"].as_str().unwrap_or_default();
    match name.split_once("--").map_or(name, |(name, _)| name) {
        "link" => {
            let href = value["attrs"]["href"].as_str().ok_or_else(|| node.wrong("href"))?;
            Ok(Mark::Link { href: href.to_owned() })
        }
        "strong" => Ok(Mark::Strong),
        "em" => Ok(Mark::Emphasis),
        "code" => Ok(Mark::Code),
        "strike" => Ok(Mark::Strike),
        "subscript" => Ok(Mark::Subscript),
        "superscript" => Ok(Mark::Superscript),
        name => Err(ProseMirrorError::Mark { at: node.at(), name: name.to_owned() }),
    }
}
