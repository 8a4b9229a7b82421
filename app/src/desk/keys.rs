//! Keys that work anywhere on a page of the desk, and never while somebody types.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Calls `pressed` with each key that is pressed without Ctrl, Alt or ⌘, while nobody types and no dialog is open. It
/// answers whether it took the key.
pub(crate) fn on_key(pressed: impl Fn(&str) -> bool + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_ours = !event.default_prevented() && !has_modifier(&event) && !is_typing(&event) && !is_covered();
        if is_ours && pressed(&event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return false };
    let is_button = target.has_attribute("data-key-through");
    matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !is_button || target.is_content_editable()
}

fn is_covered() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}
