use document::{Block, Document, Inline};
use model::{ArticleContent, LeadImage};
use serde_json::{Value, json};
use yrs::{
    Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, WriteTxn, XmlElementPrelim, XmlFragment, XmlTextPrelim,
};

use super::*;

fn document() -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(yrs::ClientID::new(1)) })
}

fn written(body: Value) -> Written {
    let body = Document::from_prosemirror(&json!({ "type": "doc", "content": body })).expect("a body");
    Written {
        content: ArticleContent {
            lang: "it".to_owned(),
            kicker: Some("Genova".to_owned()),
            headline: "Apre il porto 🌊".to_owned(),
            standfirst: None,
            section: "Cronaca/Mare".to_owned(),
            byline: vec!["Ada Neri".to_owned(), "Ugo Bianchi".to_owned()],
            tags: vec!["mare".to_owned()],
            lead_image: Some(LeadImage {
                picture: "abc".to_owned(),
                alt: "Il porto".to_owned(),
                caption: serde_json::from_value(json!([
                    {"type": "text", "text": "Foto di "},
                    {"type": "text", "text": "lei", "marks": [{"type": "link", "href": "/lei/"}]},
                ]))
                .expect("a caption"),
                credit: None,
            }),
            body,
            copyright: Some("© Altri".to_owned()),
        },
        slug: Some("apre-il-porto".to_owned()),
    }
}

fn everything() -> Value {
    let text = |text: &str| json!([{"type": "text", "text": text}]);
    let paragraph = |words: &str| json!({"type": "paragraph", "content": text(words)});
    json!([
        {"type": "heading", "attrs": {"level": 3}, "content": text("Un titoletto")},
        {"type": "paragraph", "content": [
            {"type": "text", "text": "Perché "},
            {"type": "text", "text": "🌊 mare", "marks": [{"type": "link", "attrs": {"href": "/a/"}}, {"type": "strong"}]},
            {"type": "text", "text": " e", "marks": [{"type": "strong"}, {"type": "em"}]},
            {"type": "hard_break"},
            {"type": "text", "text": "vento"},
            {"type": "footnote", "content": text("una nota")},
            {"type": "text", "text": "."},
        ]},
        {"type": "ordered_list", "attrs": {"order": 4}, "content": [
            {"type": "list_item", "content": [paragraph("uno"), {"type": "bullet_list", "content": [
                {"type": "list_item", "content": [paragraph("dentro")]},
            ]}]},
        ]},
        {"type": "blockquote", "content": [paragraph("Disse."), {"type": "quote_source", "content": text("Lei")}]},
        {"type": "figure", "attrs": {"picture": "p1", "alt": "x", "credit": "y"}, "content": text("Sotto")},
        {"type": "table", "content": [
            {"type": "table_caption", "content": text("Dati")},
            {"type": "table_row", "content": [
                {"type": "table_header", "attrs": {"colspan": 2, "rowspan": 1}, "content": text("a")},
            ]},
        ]},
        {"type": "code_block", "attrs": {"language": "rust"}, "content": text("let a;\n\n  b")},
        {"type": "box", "content": [{"type": "box_title", "content": text("Scheda")}, paragraph("dentro")]},
        {"type": "embed", "attrs": {"provider": "vimeo", "id": "123", "title": "t"}},
        {"type": "horizontal_rule"},
    ])
}

#[test]
fn everything_that_is_written_is_read_again() {
    let written = written(everything());
    let doc = document();
    write(&mut doc.transact_mut(), &written);
    assert_eq!(read(&doc.transact()), Ok(written));
}

#[test]
fn the_same_content_becomes_the_same_structs() {
    let mut written = written(everything());
    // The entries of a value come in any order, and mean the same.
    written.content.lead_image = None;
    let bytes = || {
        let doc = document();
        write(&mut doc.transact_mut(), &written);
        doc.transact().encode_state_as_update_v1(&StateVector::default())
    };
    assert_eq!(bytes(), bytes());
}

#[test]
fn an_empty_body_begins_with_an_empty_paragraph() {
    let doc = document();
    write(&mut doc.transact_mut(), &Written::default());
    let txn = doc.transact();
    let body = txn.get_xml_fragment(BODY).expect("there is a body");
    assert_eq!(read::nodes(&txn, &body), [json!({ "type": "paragraph" })]);
    drop(txn);
    assert_eq!(read(&doc.transact()), Ok(Written::default()));
}

#[test]
fn replacing_leaves_alone_what_is_the_same() {
    let doc = document();
    let first = written(everything());
    write(&mut doc.transact_mut(), &first);
    let mut txn = doc.transact_mut();
    replace(&mut txn, &first);
    assert!(!txn.has_changes());
    drop(txn);

    let mut second = written(json!([{"type": "paragraph"}, {"type": "horizontal_rule"}]));
    second.content.lead_image = None;
    second.content.tags.clear();
    second.content.kicker = None;
    second.content.body = second.content.body.tidy();
    replace(&mut doc.transact_mut(), &second);
    assert_eq!(read(&doc.transact()), Ok(second));
}

#[test]
fn a_quote_that_two_people_left_out_of_order_is_read_as_the_screen_shows_it() {
    let line = |name: &'static str, text: &str| XmlElementPrelim::new(name, [XmlTextPrelim::new(text).into()]);
    let doc = document();
    let mut txn = doc.transact_mut();
    let body = txn.get_or_insert_xml_fragment(BODY);
    let children = [line("paragraph", "a"), line("quote_source", "s"), line("paragraph", "b")];
    body.push_back(&mut txn, XmlElementPrelim::new("blockquote", children.map(Into::into)));
    drop(txn);

    let paragraph = |text: &str| Block::Paragraph { content: vec![Inline::text(text)] };
    let quote = Block::Quote { content: vec![paragraph("a"), paragraph("b")], source: vec![Inline::text("s")] };
    assert_eq!(read(&doc.transact()).map(|written| written.content.body.blocks), Ok(vec![quote]));
}
