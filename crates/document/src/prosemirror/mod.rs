//! The body as a `ProseMirror` document: what the writing surface edits.
//!
//! The schema that an editor declares, in `ProseMirror`'s content expressions:
//!
//! | node | content | attributes |
//! |---|---|---|
//! | `doc` | `block+` | |
//! | `paragraph` | `inline*` | |
//! | `heading` | `inline*` | `level` 2–4 |
//! | `bullet_list` | `list_item+` | |
//! | `ordered_list` | `list_item+` | `order`, 1 |
//! | `list_item` | `block+` | |
//! | `blockquote` | `block+ quote_source?` | |
//! | `pull_quote` | `pull_quote_text quote_source?` | |
//! | `figure` | `inline*`, the caption | `picture`, `alt` `""`, `credit` null |
//! | `gallery` | `figure+` | |
//! | `table` | `table_caption? table_row+` | |
//! | `table_row` | `(table_cell \| table_header)*` | |
//! | `table_cell`, `table_header` | `inline*` | `colspan` 1, `rowspan` 1 |
//! | `code_block` | `text*`, no marks | `language` null |
//! | `box` | `box_title? block+` | |
//! | `embed` | | `provider`, `id`, `title` `""` |
//! | `horizontal_rule` | | |
//! | `quote_source`, `pull_quote_text`, `table_caption`, `box_title` | `inline*` | |
//! | `hard_break` | inline, empty | |
//! | `footnote` | inline, holds `(text \| hard_break)*` | |
//!
//! The group `block` is `paragraph`, `heading`, the lists, `blockquote`, `pull_quote`, `figure`, `gallery`, `table`,
//! `code_block`, `box`, `embed` and `horizontal_rule`; `inline` is `text`, `hard_break` and `footnote`. Marks are `link`
//! (`href`), `strong`, `em`, `code`, `strike`, `subscript` and `superscript`, in this order. Optional children are written
//! only where they hold something. What y-prosemirror puts behind a mark's name (`link--Zm9v`) is ignored, and numbers
//! may be integers or floats. Lines with a role that stand out of order are put in order, as the editor shows them.

mod mend;
mod read;
mod write;

pub use read::ProseMirrorError;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use crate::{Document, Limits, sample};

    /// Reads the content of a `doc` and answers it written again, or the refusal.
    fn check(content: Value, expected: Result<Value, &str>) {
        let answer = Document::from_prosemirror(&json!({"type": "doc", "content": content}));
        match (answer, expected) {
            (Ok(document), Ok(expected)) => {
                assert_eq!(document.to_prosemirror(), json!({"type": "doc", "content": expected}));
            }
            (answer, expected) => {
                assert_eq!(answer.map_err(|error| error.to_string()), Err(expected.expect_err("a refusal").into()));
            }
        }
    }

    fn text(text: &str) -> Value {
        json!([{"type": "text", "text": text}])
    }

    #[test]
    fn a_body_with_everything_survives() {
        let document = sample::everything();
        let value = document.to_prosemirror();
        assert_eq!(Document::from_prosemirror(&value), Ok(document));
        assert_eq!(
            value["content"][4],
            json!({"type": "blockquote", "content": [
                {"type": "paragraph", "content": text("Words of a woman.")},
                {"type": "quote_source", "content": [
                    {"type": "text", "text": "A woman"},
                    {"type": "footnote", "content": text("second note")},
                ]},
            ]})
        );
    }

    #[test]
    fn what_yjs_writes_is_understood() {
        check(
            json!([
                {"type": "heading", "attrs": {"level": 3.0}, "content": text("x")},
                {"type": "ordered_list", "attrs": {"order": 2.0}, "content": [{"type": "list_item", "content": [{"type": "horizontal_rule"}]}]},
                {"type": "code_block", "attrs": {"language": null}, "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]},
                {"type": "paragraph", "content": [
                    {"type": "text", "text": "x", "marks": [{"type": "strong--Ab1"}, {"type": "link--x", "attrs": {"href": "/a", "title": null}}]},
                ]},
            ]),
            Ok(json!([
                {"type": "heading", "attrs": {"level": 3}, "content": text("x")},
                {"type": "ordered_list", "attrs": {"order": 2}, "content": [{"type": "list_item", "content": [{"type": "horizontal_rule"}]}]},
                {"type": "code_block", "attrs": {"language": null}, "content": text("ab")},
                {"type": "paragraph", "content": [
                    {"type": "text", "text": "x", "marks": [{"type": "link", "attrs": {"href": "/a"}}, {"type": "strong"}]},
                ]},
            ])),
        );
    }

    #[test]
    fn what_two_people_leave_out_of_order_is_read_as_the_editor_shows_it() {
        let read =
            |node: &Value| Document::from_prosemirror(&json!({"type": "doc", "content": [node]})).map(Document::tidy);
        let cases: Vec<Value> =
            serde_json::from_str(include_str!("../../../../frontend/web/editor/tests/fixtures/mended.json"))
                .expect("the fixtures are JSON");
        for case in cases {
            let document = read(&case["left"]);
            assert_eq!(document, read(&case["shown"]), "{}", case["what"]);
            assert_eq!(document.map(|document| document.check(&Limits::default())), Ok(Ok(())), "{}", case["what"]);
        }
    }

    #[test]
    fn every_refusal_says_where_and_why() {
        check(json!([{"type": "marquee"}]), Err("content[0]: \"marquee\" cannot stand here"));
        check(
            json!([{"type": "paragraph", "content": text("x")}, {"content": []}]),
            Err("content[1]: \"\" cannot stand here"),
        );
        check(
            json!([{"type": "bullet_list", "content": [{"type": "list_item", "content": [{"type": "text", "text": "x"}]}]}]),
            Err("content[0].content[0].content[0]: \"text\" cannot stand here"),
        );
        check(
            json!([{"type": "heading", "attrs": {"level": 2.5}}]),
            Err("content[0]: the attribute \"level\" is missing or wrong"),
        );
        check(
            json!([{"type": "figure", "attrs": {"alt": "x"}}]),
            Err("content[0]: the attribute \"picture\" is missing or wrong"),
        );
        check(
            json!([{"type": "embed", "attrs": {"provider": "example", "id": "1"}}]),
            Err("content[0]: the attribute \"provider\" is missing or wrong"),
        );
        check(
            json!([{"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [{"type": "blink--1"}]}]}]),
            Err("content[0].content[0]: the mark \"blink\" is not known"),
        );
        check(
            json!([{"type": "paragraph", "content": [{"type": "footnote", "content": [{"type": "footnote"}]}]}]),
            Err("content[0].content[0].content[0]: \"footnote\" cannot stand here"),
        );
        check(
            json!([{"type": "blockquote", "content": [{"type": "quote_source"}, {"type": "table_row"}]}]),
            Err("content[0].content[1]: \"table_row\" cannot stand here"),
        );
        check(
            json!([{"type": "pull_quote", "content": [{"type": "pull_quote_text"}, {"type": "paragraph"}]}]),
            Err("content[0].content[1]: \"paragraph\" cannot stand here"),
        );
        assert!(Document::from_prosemirror(&json!([])).is_err());
    }

    #[test]
    fn a_document_of_any_depth_is_refused_before_it_is_entered() {
        let nested = |depth| {
            (0..depth).fold(json!({"type": "horizontal_rule"}), |inner, _| json!({"type": "box", "content": [inner]}))
        };
        check(json!([nested(31)]), Ok(json!([nested(31)])));
        let error =
            Document::from_prosemirror(&json!({"type": "doc", "content": [nested(100)]})).expect_err("too deep");
        assert!(error.to_string().ends_with("blocks stand deeper than 40 levels"), "{error}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn generated_documents_survive(document in sample::documents()) {
            prop_assert_eq!(Document::from_prosemirror(&document.to_prosemirror()), Ok(document));
        }
    }
}
