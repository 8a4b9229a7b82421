//! From a Yjs document to content.

use document::{Document, Inline, ProseMirrorError};
use model::{ArticleContent, LeadImage};
use serde_json::{Map as Object, Value, json};
use yrs::types::text::YChange;
use yrs::{
    Any, Array, ArrayRef, GetString, Map, MapRef, Number, Out, ReadTxn, Text, Xml, XmlElementRef, XmlFragment,
    XmlFragmentRef, XmlOut, XmlTextRef,
};

use super::{
    BODY, BYLINE, COPYRIGHT, FIELDS, HEADLINE, KICKER, LANG, LEAD_IMAGE, MARKED, SECTION, SLUG, STANDFIRST, TAGS,
    Written, caption_text,
};

/// Why a draft is not an article: its body holds what the schema does not know.
pub(in super::super) type Unreadable = ProseMirrorError;

/// Reads what a document holds. The body is tidy, not checked.
pub(in super::super) fn read(txn: &impl ReadTxn) -> Result<Written, Unreadable> {
    let body = txn.get_xml_fragment(BODY).map(|root| body(txn, &root)).transpose()?.unwrap_or_default();
    let text = |name| txn.get_text(name).map(|text| line(&text.get_string(txn))).unwrap_or_default();
    let names = |name| txn.get_array(name).map(|array| texts(txn, &array)).unwrap_or_default();
    let map = txn.get_map(FIELDS);
    let field = |name| map.as_ref().and_then(|map| value(txn, map, name));
    let words = |name| match field(name) {
        Some(Any::String(text)) => some(line(&text)),
        _ => None,
    };
    Ok(Written {
        content: ArticleContent {
            lang: words(LANG).unwrap_or_default(),
            kicker: some(text(KICKER)),
            headline: text(HEADLINE),
            standfirst: some(text(STANDFIRST)),
            section: words(SECTION).unwrap_or_default(),
            byline: names(BYLINE),
            tags: names(TAGS),
            lead_image: field(LEAD_IMAGE).and_then(|value| lead_image(&plain(&value))),
            body,
            copyright: words(COPYRIGHT),
        },
        slug: words(SLUG),
    })
}

/// The body, tidy.
pub(super) fn body(txn: &impl ReadTxn, root: &XmlFragmentRef) -> Result<Document, Unreadable> {
    Ok(Document::from_prosemirror(&json!({ "type": "doc", "content": nodes(txn, root) }))?.tidy())
}

/// The nodes in an element or a fragment, as `ProseMirror` has them.
///
/// Recursion is safe: nothing stands deeper than the skimmer lets it, and the thread has a large stack.
pub(super) fn nodes(txn: &impl ReadTxn, parent: &impl XmlFragment) -> Vec<Value> {
    let mut nodes = Vec::new();
    for child in parent.children(txn) {
        match child {
            XmlOut::Element(element) => nodes.push(node(txn, &element)),
            XmlOut::Text(text) => pieces(txn, &text, &mut nodes),
            XmlOut::Fragment(_) => nodes.push(json!({ "type": "fragment" })),
        }
    }
    nodes
}

fn node(txn: &impl ReadTxn, element: &XmlElementRef) -> Value {
    let mut node = Object::new();
    node.insert("type".to_owned(), element.try_tag().map_or("", |tag| tag).into());
    let attrs: Object<String, Value> = element
        .attributes(txn)
        .filter_map(|(name, value)| match value {
            Out::Any(value) => Some((name.to_owned(), plain(&value))),
            _ => None,
        })
        .collect();
    if !attrs.is_empty() {
        node.insert("attrs".to_owned(), attrs.into());
    }
    let content = nodes(txn, element);
    if !content.is_empty() {
        node.insert("content".to_owned(), content.into());
    }
    node.into()
}

fn pieces(txn: &impl ReadTxn, text: &XmlTextRef, nodes: &mut Vec<Value>) {
    for piece in text.diff(txn, YChange::identity) {
        let Out::Any(Any::String(words)) = piece.insert else {
            nodes.push(json!({ "type": "embed in a text" }));
            continue;
        };
        let mut marks: Vec<(String, Any)> = piece
            .attributes
            .into_iter()
            .flat_map(|attributes| *attributes)
            .filter(|(_, value)| !matches!(value, Any::Null))
            .map(|(name, value)| (name.to_string(), value))
            .collect();
        marks.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut node = Object::from_iter([("type".into(), "text".into()), ("text".into(), (&*words).into())]);
        if !marks.is_empty() {
            node.insert("marks".into(), marks.iter().map(|(name, value)| mark(name, value)).collect());
        }
        nodes.push(node.into());
    }
}

fn mark(name: &str, value: &Any) -> Value {
    match value {
        Any::Map(attrs) if !attrs.is_empty() => json!({ "type": name, "attrs": plain(value) }),
        _ => json!({ "type": name }),
    }
}

/// The texts of an array; what else is in there says nothing.
pub(super) fn texts(txn: &impl ReadTxn, array: &ArrayRef) -> Vec<String> {
    let texts = array.iter(txn).filter_map(|value| match value {
        Out::Any(Any::String(text)) => some(line(&text)),
        _ => None,
    });
    texts.collect()
}

/// A plain value of a map.
pub(super) fn value(txn: &impl ReadTxn, map: &MapRef, name: &str) -> Option<Any> {
    match map.get(txn, name)? {
        Out::Any(value) => Some(value),
        _ => None,
    }
}

fn lead_image(value: &Value) -> Option<LeadImage<String>> {
    let text = |name: &str| value[name].as_str().map(line).unwrap_or_default();
    let marked: Vec<Inline> = serde_json::from_value(value[MARKED].clone()).unwrap_or_default();
    let plain = text("caption");
    let caption = if line(&caption_text(&marked)) == plain { marked } else { vec![Inline::text(plain)] };
    let picture = some(text("picture"))?;
    Some(LeadImage {
        picture,
        alt: text("alt"),
        caption: caption.into_iter().filter(|inline| *inline != Inline::text("")).collect(),
        credit: some(text("credit")),
    })
}

/// One line: what is typed between the words is one space.
fn line(text: &str) -> String {
    let shown = |c: char| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c };
    let text: String = text.chars().map(shown).filter(|c| !c.is_control()).collect();
    text.trim().to_owned()
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// A value of Yjs as JSON. Recursion is safe: the skimmer bounds how deep values stand.
fn plain(value: &Any) -> Value {
    match value {
        Any::Null | Any::Undefined | Any::Buffer(_) => Value::Null,
        Any::Bool(yes) => (*yes).into(),
        Any::Number(Number::Int(number)) => (*number).into(),
        Any::Number(Number::Float(number)) => whole(*number).map_or_else(|| (*number).into(), Value::from),
        Any::String(text) => (&**text).into(),
        Any::Array(values) => values.iter().map(plain).collect(),
        Any::Map(fields) => fields.iter().map(|(name, value)| (name.clone(), plain(value))).collect(),
    }
}

/// The browser has one kind of number: 3 comes back as 3.0.
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}
