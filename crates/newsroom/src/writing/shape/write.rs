//! From content to a Yjs document.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value, json};
use yrs::types::Attrs;
use yrs::{
    Any, Array, GetString, Map, Text, TextRef, TransactionMut, WriteTxn, Xml, XmlElementPrelim, XmlElementRef,
    XmlFragment, XmlFragmentRef, XmlTextPrelim,
};

use super::{
    BODY, BYLINE, COPYRIGHT, FIELDS, HEADLINE, KICKER, LANG, LEAD_IMAGE, MARKED, SECTION, SLUG, STANDFIRST, TAGS,
    Written, caption_text, read,
};

/// Writes content into an empty document. The same content becomes the same structs.
pub(in super::super) fn write(txn: &mut TransactionMut, written: &Written) {
    let content = &written.content;
    let body = txn.get_or_insert_xml_fragment(BODY);
    nodes(txn, &body, &children(&content.body.to_prosemirror()));
    let texts = [(HEADLINE, Some(&content.headline)), (KICKER, content.kicker.as_ref())];
    for (name, text) in texts.into_iter().chain([(STANDFIRST, content.standfirst.as_ref())]) {
        txn.get_or_insert_text(name).insert(txn, 0, text.map_or("", String::as_str));
    }
    for (name, names) in [(BYLINE, &content.byline), (TAGS, &content.tags)] {
        let array = txn.get_or_insert_array(name);
        for name in names {
            array.push_back(txn, name.as_str());
        }
    }
    let map = txn.get_or_insert_map(FIELDS);
    for (name, value) in fields(written) {
        if let Some(value) = value {
            map.insert(txn, name, value);
        }
    }
}

/// Makes a document hold other content, leaving alone what is the same already.
pub(in super::super) fn replace(txn: &mut TransactionMut, written: &Written) {
    let content = &written.content;
    let body = txn.get_or_insert_xml_fragment(BODY);
    if read::body(txn, &body).ok().as_ref() != Some(&content.body.clone().tidy()) {
        let length = body.len(txn);
        body.remove_range(txn, 0, length);
        nodes(txn, &body, &children(&content.body.to_prosemirror()));
    }
    let texts = [(HEADLINE, Some(&content.headline)), (KICKER, content.kicker.as_ref())];
    for (name, text) in texts.into_iter().chain([(STANDFIRST, content.standfirst.as_ref())]) {
        let root = txn.get_or_insert_text(name);
        rewrite(txn, &root, text.map_or("", String::as_str));
    }
    for (name, names) in [(BYLINE, &content.byline), (TAGS, &content.tags)] {
        let array = txn.get_or_insert_array(name);
        if read::texts(txn, &array) != *names {
            let length = array.len(txn);
            array.remove_range(txn, 0, length);
            for name in names {
                array.push_back(txn, name.as_str());
            }
        }
    }
    let map = txn.get_or_insert_map(FIELDS);
    for (name, value) in fields(written) {
        match value {
            Some(value) if read::value(txn, &map, name).as_ref() != Some(&value) => drop(map.insert(txn, name, value)),
            None if map.contains_key(txn, name) => drop(map.remove(txn, name)),
            _ => {}
        }
    }
}

fn rewrite(txn: &mut TransactionMut, root: &TextRef, text: &str) {
    if root.get_string(txn) != text {
        let length = root.len(txn);
        root.remove_range(txn, 0, length);
        root.insert(txn, 0, text);
    }
}

fn fields(written: &Written) -> [(&'static str, Option<Any>); 5] {
    let content = &written.content;
    let text = |text: &str| Some(text).filter(|text| !text.is_empty()).map(Any::from);
    let lead_image = content.lead_image.as_ref().map(|image| {
        let credit = image.credit.as_deref().unwrap_or_default();
        let caption = caption_text(&image.caption);
        // The desk edits the caption as plain text; its marks come back as long as nobody does.
        any(&json!({ "picture": image.picture, "alt": image.alt, "caption": caption, "credit": credit,
                     (MARKED): &image.caption }))
    });
    [
        (LANG, text(&content.lang)),
        (SECTION, text(&content.section)),
        (SLUG, written.slug.as_deref().and_then(text)),
        (COPYRIGHT, content.copyright.as_deref().and_then(text)),
        (LEAD_IMAGE, lead_image),
    ]
}

/// The nodes of a body. One without any has an empty paragraph: no client may have to make the first one.
fn children(doc: &Value) -> Vec<Value> {
    let children = doc["content"].as_array().cloned().unwrap_or_default();
    if children.is_empty() { vec![json!({ "type": "paragraph" })] } else { children }
}

fn nodes(txn: &mut TransactionMut, parent: &XmlFragmentRef, nodes: &[Value]) {
    for node in nodes {
        let element = parent.push_back(txn, XmlElementPrelim::empty(kind(node)));
        fill(txn, &element, node);
    }
}

/// Recursion is safe: the body comes from `Document`, which is checked, on a thread with a large stack.
fn fill(txn: &mut TransactionMut, element: &XmlElementRef, node: &Value) {
    for (name, value) in node["attrs"].as_object().into_iter().flatten() {
        if !value.is_null() {
            element.insert_attribute(txn, name.as_str(), yrs::In::Any(any(value)));
        }
    }
    let content = node["content"].as_array().map_or(&[][..], Vec::as_slice);
    for run in content.chunk_by(|one, next| kind(one) == "text" && kind(next) == "text") {
        if kind(&run[0]) == "text" {
            let text = element.push_back(txn, XmlTextPrelim::new(""));
            let mut at = 0;
            for piece in run {
                at += marked(txn, &text, at, piece);
            }
        } else {
            let child = element.push_back(txn, XmlElementPrelim::empty(kind(&run[0])));
            fill(txn, &child, &run[0]);
        }
    }
}

/// Writes a piece of text with its marks, one after the other so that they always come in one order; answers its length.
fn marked(txn: &mut TransactionMut, text: &impl Text, at: u32, piece: &Value) -> u32 {
    let words = piece["text"].as_str().unwrap_or_default();
    let length = words.encode_utf16().count() as u32;
    text.insert_with_attributes(txn, at, words, Attrs::new());
    for mark in piece["marks"].as_array().into_iter().flatten() {
        let attrs = mark.get("attrs").map_or_else(|| Any::Map(Arc::new(HashMap::new())), any);
        text.format(txn, at, length, Attrs::from([(Arc::from(kind(mark)), attrs)]));
    }
    length
}

fn kind(node: &Value) -> &str {
    node["type"].as_str().unwrap_or_default()
}

/// A JSON value as Yjs keeps it.
fn any(value: &Value) -> Any {
    match value {
        Value::Null => Any::Null,
        Value::Bool(yes) => Any::Bool(*yes),
        Value::Number(number) => Any::from(number.as_f64().unwrap_or_default()),
        Value::String(text) => Any::from(text.as_str()),
        Value::Array(values) => Any::Array(values.iter().map(any).collect()),
        Value::Object(fields) => {
            Any::Map(Arc::new(fields.iter().map(|(name, value)| (name.clone(), any(value))).collect()))
        }
    }
}
