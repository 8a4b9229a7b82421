//! Opening the editor in its hosts.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

use super::state::Writing;
use crate::desk::{bridge, lang};
use crate::i18n::t;

/// The elements that the editor writes in. Leptos leaves what is inside them alone.
pub(super) struct Hosts {
    pub body: HtmlElement,
    pub headline: HtmlElement,
    pub kicker: HtmlElement,
    pub standfirst: HtmlElement,
}

/// Loads the editor, opens the story in the hosts, and then calls `done` with it.
pub(super) fn open(writing: Writing, hosts: Hosts, done: impl FnOnce(Writing) + 'static) {
    // The editor knows which words its pieces say (frontend/web/editor/words.ts), and asks for each as it opens.
    let say = Closure::<dyn Fn(String) -> String>::new(|key: String| t(&key));
    let ear = Closure::<dyn Fn(String)>::new(move |text: String| writing.hear(&text));
    let options = js_sys::Object::new();
    let set = |name: &str, value: &JsValue| {
        // Setting a property of a plain object does not fail.
        let _ = js_sys::Reflect::set(&options, &JsValue::from_str(name), value);
    };
    set("article", &JsValue::from_f64(writing.id as f64));
    set("lang", &JsValue::from_str(lang()));
    set("say", say.as_ref());
    set("body", &hosts.body);
    set("headline", &hosts.headline);
    set("kicker", &hosts.kicker);
    set("standfirst", &hosts.standfirst);
    set("on", ear.as_ref());
    writing.keep_ear(ear);
    spawn_local(async move {
        let mounted = bridge::mount_editor(&options).await;
        drop(say);
        match mounted {
            Ok(handle) => {
                writing.keep(handle.unchecked_into());
                done(writing);
            }
            Err(_) => {
                writing.failed.try_set(Some(t("desk-editor-failed")));
            }
        }
    });
}
