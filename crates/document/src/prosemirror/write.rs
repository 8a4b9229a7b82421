//! From blocks to nodes.

use serde_json::{Value, json};

use crate::{Block, Cell, Document, Figure, Inline, Mark, Row};

impl Document {
    /// Writes the body as a `ProseMirror` document.
    pub fn to_prosemirror(&self) -> Value {
        parent("doc", self.blocks.iter().map(block).collect())
    }
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph { content } => line("paragraph", content),
        Block::Heading { level, content } => with(line("heading", content), json!({ "level": level })),
        Block::List { ordered, start, items } => {
            let items = items.iter().map(|item| parent("list_item", item.content.iter().map(self::block).collect()));
            if *ordered {
                with(parent("ordered_list", items.collect()), json!({ "order": start }))
            } else {
                parent("bullet_list", items.collect())
            }
        }
        Block::Quote { content, source } => {
            let content = content.iter().map(self::block);
            parent("blockquote", content.chain(filled("quote_source", source)).collect())
        }
        Block::PullQuote { content, source } => {
            let text = [line("pull_quote_text", content)];
            parent("pull_quote", text.into_iter().chain(filled("quote_source", source)).collect())
        }
        Block::Figure(figure) => self::figure(figure),
        Block::Gallery { figures } => parent("gallery", figures.iter().map(figure).collect()),
        Block::Table { caption, rows } => {
            parent("table", filled("table_caption", caption).into_iter().chain(rows.iter().map(row)).collect())
        }
        Block::Code { language, text } => {
            with(line("code_block", &[Inline::text(text)]), json!({ "language": language }))
        }
        Block::Box { title, content } => {
            let content = content.iter().map(self::block);
            parent("box", filled("box_title", title).into_iter().chain(content).collect())
        }
        Block::Embed(embed) => json!({ "type": "embed", "attrs": embed }),
        Block::Rule => json!({ "type": "horizontal_rule" }),
    }
}

fn figure(figure: &Figure) -> Value {
    let Figure { picture, alt, caption, credit } = figure;
    with(line("figure", caption), json!({ "picture": picture, "alt": alt, "credit": credit }))
}

fn row(row: &Row) -> Value {
    parent("table_row", row.cells.iter().map(cell).collect())
}

fn cell(cell: &Cell) -> Value {
    let name = if cell.header { "table_header" } else { "table_cell" };
    with(line(name, &cell.content), json!({ "colspan": cell.colspan, "rowspan": cell.rowspan }))
}

fn line(name: &str, content: &[Inline]) -> Value {
    parent(name, content.iter().map(inline).collect())
}

fn filled(name: &str, content: &[Inline]) -> Option<Value> {
    (!content.is_empty()).then(|| line(name, content))
}

fn inline(inline: &Inline) -> Value {
    match inline {
        Inline::Text { text, marks } if marks.is_empty() => json!({ "type": "text", "text": text }),
        Inline::Text { text, marks } => {
            json!({ "type": "text", "text": text, "marks": marks.iter().map(mark).collect::<Vec<_>>() })
        }
        Inline::Break => json!({ "type": "hard_break" }),
        Inline::Footnote { content } => line("footnote", content),
    }
}

fn mark(mark: &Mark) -> Value {
    let name = match mark {
        Mark::Link { href } => return json!({ "type": "link", "attrs": { "href": href } }),
        Mark::Strong => "strong",
        Mark::Emphasis => "em",
        Mark::Code => "code",
        Mark::Strike => "strike",
        Mark::Subscript => "subscript",
        Mark::Superscript => "superscript",
    };
    json!({ "type": name })
}

/// A node with its children; `ProseMirror` writes no empty list.
fn parent(name: &str, content: Vec<Value>) -> Value {
    if content.is_empty() { json!({ "type": name }) } else { json!({ "type": name, "content": content }) }
}

fn with(mut node: Value, attributes: Value) -> Value {
    node["attrs"] = attributes;
    node
}
