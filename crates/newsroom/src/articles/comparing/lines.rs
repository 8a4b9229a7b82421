//! A body as lines to be compared: what is read in each, and what else there is to it.

use document::{Block, Document, Figure, Inline, Mark};

/// A paragraph, an entry of a list, a picture, a row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// What is read.
    pub words: String,
    /// The same with what is not read: where links lead, which picture it is, what is set in bold.
    pub detail: String,
}

/// The lines of a body in reading order. A published body is 32 blocks deep at the most, so is the recursion.
pub(super) fn lines(body: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    blocks(&body.blocks, &mut lines);
    lines
}

/// A picture as a line.
pub(super) fn picture(hash: &str, alt: &str, caption: &[Inline], credit: Option<&str>) -> Line {
    let (caption, caption_detail) = (words(caption), detail(caption));
    let credit = credit.unwrap_or_default();
    let joined = |parts: [&str; 3]| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let short: String = hash.chars().take(8).collect();
    Line {
        words: joined([alt, &caption, credit]),
        detail: format!("{} ‹{short}›", joined([alt, &caption_detail, credit])),
    }
}

fn blocks(blocks: &[Block], lines: &mut Vec<Line>) {
    for block in blocks {
        push(block, lines);
    }
}

fn push(block: &Block, lines: &mut Vec<Line>) {
    match block {
        Block::Paragraph { content } => lines.push(line("", content)),
        Block::Heading { level, content } => {
            lines.push(line(&format!("{} ", "#".repeat(usize::from(*level))), content));
        }
        Block::List { ordered, items, .. } => {
            let sign = if *ordered { "1. " } else { "• " };
            for item in items {
                let first = lines.len();
                blocks(&item.content, lines);
                if let Some(line) = lines.get_mut(first) {
                    line.detail.insert_str(0, sign);
                }
            }
        }
        Block::Quote { content, source } => {
            let first = lines.len();
            blocks(content, lines);
            for line in &mut lines[first..] {
                line.detail.insert_str(0, "> ");
            }
            source_line(source, lines);
        }
        Block::PullQuote { content, source } => {
            lines.push(line(">> ", content));
            source_line(source, lines);
        }
        Block::Figure(figure) => lines.push(figure_line(figure)),
        Block::Gallery { figures } => lines.extend(figures.iter().map(figure_line)),
        Block::Table { caption, rows } => {
            source_line(caption, lines);
            for row in rows {
                let cells = |read: fn(&[Inline]) -> String| {
                    row.cells.iter().map(|cell| read(&cell.content)).collect::<Vec<_>>().join(" | ")
                };
                lines.push(Line { words: cells(words), detail: cells(detail) });
            }
        }
        Block::Code { language, text } => {
            let language = language.as_deref().unwrap_or_default();
            lines.push(Line { words: text.clone(), detail: format!("```{language} {text}") });
        }
        Block::Box { title, content } => {
            source_line(title, lines);
            blocks(content, lines);
        }
        Block::Embed(embed) => lines.push(Line {
            words: embed.title.clone(),
            detail: format!("{} ‹{:?}: {}›", embed.title, embed.provider, embed.id),
        }),
        Block::Rule => lines.push(Line { words: "* * *".to_owned(), detail: "* * *".to_owned() }),
    }
}

fn source_line(content: &[Inline], lines: &mut Vec<Line>) {
    if !content.is_empty() {
        lines.push(line("", content));
    }
}

fn figure_line(figure: &Figure) -> Line {
    picture(&figure.picture, &figure.alt, &figure.caption, figure.credit.as_deref())
}

fn line(sign: &str, content: &[Inline]) -> Line {
    Line { words: words(content), detail: format!("{sign}{}", detail(content)) }
}

fn words(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text { text: piece, .. } => text.push_str(piece),
            Inline::Break => text.push('\n'),
            Inline::Footnote { content } => text.extend([" [", &words(content), "]"]),
        }
    }
    text
}

fn detail(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text { text: piece, marks } => {
                let signs: String = marks.iter().map(sign).collect();
                let closing: String = signs.chars().rev().collect();
                text.extend([signs.as_str(), piece, &closing]);
                text.extend(marks.iter().filter_map(address).flat_map(|href| [" ‹", href, "›"]));
            }
            Inline::Break => text.push('\n'),
            Inline::Footnote { content } => text.extend([" [", &detail(content), "]"]),
        }
    }
    text
}

fn sign(mark: &Mark) -> &'static str {
    match mark {
        Mark::Link { .. } => "",
        Mark::Strong => "**",
        Mark::Emphasis => "_",
        Mark::Code => "`",
        Mark::Strike => "~",
        Mark::Subscript => "↓",
        Mark::Superscript => "↑",
    }
}

fn address(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Link { href } => Some(href),
        _ => None,
    }
}
