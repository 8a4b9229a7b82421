//! Documents for tests: one with everything, and any number of generated ones.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::{Block, Cell, Document, Embed, Figure, Inline, ListItem, Mark, Provider, Row};

/// A body with every block and every mark; its pictures are called one to five.
pub fn everything() -> Document {
    let line = |text: &str| vec![Inline::text(text)];
    let paragraph = |text: &str| Block::Paragraph { content: line(text) };
    let figure = |picture: &str| Figure { picture: picture.into(), alt: format!("Alt {picture}"), ..Figure::default() };
    let note = |text: &str| Inline::Footnote { content: vec![Inline::text(text)] };
    let every_mark = vec![
        Mark::Link { href: "https://example.org/?a=1&b=2".into() },
        Mark::Strong,
        Mark::Emphasis,
        Mark::Code,
        Mark::Strike,
        Mark::Subscript,
        Mark::Superscript,
    ];
    let marked = Inline::Text { text: "marked".into(), marks: every_mark };
    let cell = |header, text: &str| Cell { header, colspan: 1, rowspan: 1, content: line(text) };
    Document {
        blocks: vec![
            Block::Heading { level: 2, content: line("A heading") },
            Block::Paragraph {
                content: vec![Inline::text("First & foremost."), note("first note"), Inline::Break, marked],
            },
            Block::Figure(Figure {
                caption: line("A caption"),
                credit: Some("A. Photographer".into()),
                ..figure("one")
            }),
            Block::List {
                ordered: true,
                start: 3,
                items: vec![
                    ListItem { content: vec![paragraph("An entry"), Block::Figure(figure("two"))] },
                    ListItem { content: vec![Block::Figure(figure("three"))] },
                ],
            },
            Block::Quote {
                content: vec![paragraph("Words of a woman.")],
                source: vec![Inline::text("A woman"), note("second note")],
            },
            Block::PullQuote { content: line("A line, large."), source: line("A man") },
            Block::Gallery { figures: vec![figure("four"), figure("five")] },
            Block::Table {
                caption: line("A table"),
                rows: vec![
                    Row { cells: vec![Cell { colspan: 2, ..cell(true, "Wide") }] },
                    Row { cells: vec![cell(false, "left"), cell(false, "right")] },
                ],
            },
            Block::Code { language: Some("rust".into()), text: "fn main() {\n\tprintln!(\"<&>\");\n}".into() },
            Block::Box { title: line("Key facts"), content: vec![paragraph("A fact.")] },
            Block::Embed(Embed { provider: Provider::Youtube, id: "dQw4w9WgXcQ".into(), title: "A video".into() }),
            Block::Rule,
            paragraph("The end."),
        ],
    }
}

/// Documents that are valid and tidy, of any shape.
pub fn documents() -> impl Strategy<Value = Document> {
    vec(block(), 0..6).prop_map(|blocks| Document { blocks }.tidy())
}

fn block() -> impl Strategy<Value = Block> {
    leaf().prop_recursive(3, 24, 3, |inner| {
        let content = vec(inner, 1..4).boxed();
        prop_oneof![
            (any::<bool>(), 0..9u32, vec(content.clone().prop_map(|content| ListItem { content }), 1..4))
                .prop_map(|(ordered, start, items)| Block::List { ordered, start, items }),
            (content.clone(), line()).prop_map(|(content, source)| Block::Quote { content, source }),
            (line(), content).prop_map(|(title, content)| Block::Box { title, content }),
        ]
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    let row = vec(cell(), 1..4).prop_map(|cells| Row { cells });
    prop_oneof![
        line().prop_map(|content| Block::Paragraph { content }),
        (2..=4u8, line()).prop_map(|(level, content)| Block::Heading { level, content }),
        (line(), line()).prop_map(|(content, source)| Block::PullQuote { content, source }),
        figure().prop_map(Block::Figure),
        vec(figure(), 1..3).prop_map(|figures| Block::Gallery { figures }),
        (line(), vec(row, 1..4)).prop_map(|(caption, rows)| Block::Table { caption, rows }),
        (option::of("[a-z]{1,5}"), "[a-z<&\" \n\t]{0,20}").prop_map(|(language, text)| Block::Code { language, text }),
        embed().prop_map(Block::Embed),
        Just(Block::Rule),
    ]
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    let note = vec(text(), 0..3).prop_map(|content| Inline::Footnote { content });
    vec(prop_oneof![8 => text(), 1 => Just(Inline::Break), 1 => note], 0..5)
}

fn text() -> impl Strategy<Value = Inline> {
    let words = prop_oneof!["[a-zè.,«»<>&\"']{1,6}( [a-z]{1,4}){0,2} ?", r"\PC{1,8}"];
    (words, vec(mark(), 0..3)).prop_map(|(text, marks)| Inline::Text { text, marks })
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        "(https://example\\.org)?/[a-z&=?]{0,5}".prop_map(|href| Mark::Link { href }),
        Just(Mark::Strong),
        Just(Mark::Emphasis),
        Just(Mark::Code),
        Just(Mark::Strike),
        Just(Mark::Subscript),
        Just(Mark::Superscript),
    ]
}

fn figure() -> impl Strategy<Value = Figure> {
    ("[0-9a-f]{8}", "[a-z<\"]{0,6}", line(), option::of("[A-Z]\\. [A-Z][a-z]{2,5}"))
        .prop_map(|(picture, alt, caption, credit)| Figure { picture, alt, caption, credit })
}

fn cell() -> impl Strategy<Value = Cell> {
    (any::<bool>(), 1..=3u32, 1..=3u32, line()).prop_map(|(header, colspan, rowspan, content)| Cell {
        header,
        colspan,
        rowspan,
        content,
    })
}

fn embed() -> impl Strategy<Value = Embed> {
    let place = prop_oneof![
        "[A-Za-z0-9_-]{11}".prop_map(|id| (Provider::Youtube, id)),
        "[0-9]{5,9}".prop_map(|id| (Provider::Vimeo, id)),
        "(episode|track)/[A-Za-z0-9]{22}".prop_map(|id| (Provider::Spotify, id)),
        "1[0-9]/-?[1-8][0-9]\\.[0-9]{4}/1[0-7][0-9]\\.[0-9]{4}".prop_map(|id| (Provider::Openstreetmap, id)),
    ];
    (place, "[a-z ]{0,9}").prop_map(|((provider, id), title)| Embed { provider, id, title })
}
