//! Keys that work anywhere on a page of the desk, and never while somebody types.

use std::cell::RefCell;

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

thread_local! {
    /// What is typed while a story begins; nothing while none does.
    static AHEAD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on letters are kept: whoever begins a story types on before its headline is there.
pub(crate) fn keep_letters() {
    AHEAD.replace(Some(String::new()));
}

/// Whether letters are kept.
pub(crate) fn keeps_letters() -> bool {
    AHEAD.with_borrow(Option::is_some)
}

/// Ends that, and answers what was typed.
pub(crate) fn take_letters() -> Option<String> {
    AHEAD.take()
}

fn keep(key: &str) -> bool {
    AHEAD.with_borrow_mut(|ahead| {
        let Some(ahead) = ahead else { return false };
        match key {
            "Backspace" => drop(ahead.pop()),
            // The names of other keys are longer than a letter.
            _ if key.chars().count() == 1 => ahead.push_str(key),
            _ => return false,
        }
        true
    })
}

/// Calls `pressed` with each key that is pressed without Ctrl, Alt or ⌘, while nobody types and no dialog is open. It
/// answers whether it took the key.
pub(crate) fn on_key(pressed: impl Fn(&str) -> bool + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_ours = !event.default_prevented() && !has_modifier(&event) && !is_typing(&event) && !is_covered();
        if is_ours && (keep(&event.key()) || pressed(&event.key())) {
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
