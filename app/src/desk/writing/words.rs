//! The words of the editor's own pieces. The editor shows them; they come from the Fluent files like all others.

use wasm_bindgen::JsValue;

use crate::i18n::t;

/// The keys of `frontend/web/editor/words.ts`.
const KEYS: [&str; 58] = [
    "editor-body",
    "editor-headline",
    "editor-kicker",
    "editor-standfirst",
    "editor-placeholder",
    "editor-apply",
    "editor-cancel",
    "editor-link",
    "editor-link-address",
    "editor-link-text",
    "editor-link-remove",
    "editor-link-refused",
    "editor-embed",
    "editor-embed-address",
    "editor-embed-hint",
    "editor-embed-title",
    "editor-embed-refused",
    "editor-embed-load-youtube",
    "editor-embed-load-vimeo",
    "editor-embed-load-spotify",
    "editor-embed-load-openstreetmap",
    "editor-embed-explain",
    "editor-picture",
    "editor-picture-alt",
    "editor-picture-alt-hint",
    "editor-picture-no-alt",
    "editor-picture-caption",
    "editor-picture-credit",
    "editor-picture-credit-line",
    "editor-picture-missing",
    "editor-upload",
    "editor-upload-failed",
    "editor-upload-kind",
    "editor-upload-large",
    "editor-upload-retry",
    "editor-upload-remove",
    "editor-notes",
    "editor-note",
    "editor-note-back",
    "editor-quote-source",
    "editor-box-title",
    "editor-table-caption",
    "editor-insert",
    "editor-insert-heading-2",
    "editor-insert-heading-3",
    "editor-insert-heading-4",
    "editor-insert-bullets",
    "editor-insert-numbers",
    "editor-insert-quote",
    "editor-insert-pull-quote",
    "editor-insert-picture",
    "editor-insert-gallery",
    "editor-insert-table",
    "editor-insert-box",
    "editor-insert-embed",
    "editor-insert-footnote",
    "editor-insert-rule",
    "editor-insert-code",
];

/// The words by their keys, as an object of JavaScript.
pub(super) fn words() -> js_sys::Object {
    let words = js_sys::Object::new();
    for key in KEYS {
        // Setting a property of a plain object does not fail.
        let _ = js_sys::Reflect::set(&words, &JsValue::from_str(key), &JsValue::from_str(&t(key)));
    }
    words
}
