//! A story that is open for writing: what the editor told last, and the way to tell it something.

use leptos::prelude::*;
use model::StoryLine;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wasm_bindgen::closure::Closure;

use super::events::{Count, Event, Fields, Found, Hint, Saving, Selection, Writer};
use crate::desk::bridge::Handle;
use crate::desk::live::Live;
use crate::desk::ui::toasts::Toasts;
use crate::desk::ui::who;
use crate::i18n::{t, t_with};

/// What the editor calls.
pub(super) type Ear = Closure<dyn Fn(String)>;

/// An open story.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    /// The article.
    pub id: i64,
    /// How it is kept.
    pub saving: RwSignal<Saving>,
    /// What the selection is in.
    pub selection: RwSignal<Selection>,
    /// The fields beside the body, once they are known.
    pub fields: RwSignal<Option<Fields>>,
    /// Who has it open.
    pub people: RwSignal<Vec<Writer>>,
    /// How long it is.
    pub count: RwSignal<Count>,
    /// Forms that the language does not have.
    pub hints: RwSignal<Vec<Hint>>,
    /// What the search found.
    pub found: RwSignal<Found>,
    /// Whether the text is there.
    pub is_ready: RwSignal<bool>,
    /// Whether it may only be read.
    pub is_readonly: RwSignal<bool>,
    /// Why it did not open, or was closed.
    pub failed: RwSignal<Option<String>>,
    /// Whether all keys are shown.
    pub help: RwSignal<bool>,
    toasts: Toasts,
    live: Live,
    handle: StoredValue<Option<Handle>, LocalStorage>,
    ear: StoredValue<Option<Ear>, LocalStorage>,
}

/// The open story.
pub(super) fn writing() -> Writing {
    expect_context()
}

impl Writing {
    /// A story that is about to open; to be provided once.
    pub fn new(id: i64, toasts: Toasts, live: Live) -> Self {
        Self {
            id,
            saving: RwSignal::new(Saving::default()),
            selection: RwSignal::new(Selection::default()),
            fields: RwSignal::new(None),
            people: RwSignal::new(Vec::new()),
            count: RwSignal::new(Count::default()),
            hints: RwSignal::new(Vec::new()),
            found: RwSignal::new(Found::default()),
            is_ready: RwSignal::new(false),
            is_readonly: RwSignal::new(false),
            failed: RwSignal::new(None),
            help: RwSignal::new(false),
            toasts,
            live,
            handle: StoredValue::new_local(None),
            ear: StoredValue::new_local(None),
        }
    }

    /// Keeps the editor. It is ended with the page that opened it.
    pub fn keep(self, handle: Handle) {
        let mut handle = Some(handle);
        self.handle.try_update_value(|kept| *kept = handle.take());
        // The page went while the editor was loading.
        if let Some(handle) = handle {
            handle.destroy();
        }
    }

    /// Keeps what the editor calls for as long as the editor lives.
    pub fn keep_ear(self, ear: Ear) {
        self.ear.set_value(Some(ear));
    }

    /// Runs a command of the editor; whether it applied.
    pub fn exec(self, command: &str, args: &Value) -> bool {
        self.with_handle(|handle| handle.exec(command, &args.to_string())).unwrap_or(false)
    }

    /// Runs a command, and puts the caret back where it was.
    pub fn run(self, command: &str, args: &Value) {
        self.exec(command, args);
        self.with_handle(Handle::focus);
    }

    /// Sets a field.
    pub fn set(self, field: &str, value: &Value) {
        self.with_handle(|handle| handle.set(field, &value.to_string()));
    }

    /// Does something with the editor, where it is there.
    pub fn with_handle<T>(self, act: impl FnOnce(&Handle) -> T) -> Option<T> {
        self.handle.try_with_value(|handle| handle.as_ref().map(act)).flatten()
    }

    /// A story's line, called as it is written now: the server's may be some words behind.
    pub fn as_written(self, line: &StoryLine) -> StoryLine {
        let written = self.fields.with_untracked(|fields| fields.as_ref().map(|fields| fields.headline.clone()));
        StoryLine { headline: written.unwrap_or_else(|| line.headline.clone()), ..line.clone() }
    }

    /// Ends the editor.
    pub fn end(self) {
        if let Some(handle) = self.handle.try_update_value(Option::take).flatten() {
            handle.destroy();
        }
        self.ear.try_update_value(|ear| *ear = None);
    }

    /// Hears what the editor tells.
    pub fn hear(self, text: &str) {
        // What is told while the page is on its way out reaches nobody.
        if self.is_ready.try_get_untracked().is_none() {
            return;
        }
        let Ok(event) = serde_json::from_str::<Event>(text) else { return };
        match event.name.as_str() {
            "save" => note(text, self.saving),
            "selection" => note(text, self.selection),
            "fields" => note(text, self.fields),
            "count" => note(text, self.count),
            "find" => note(text, self.found),
            "people" => set_if_other(self.people, event.people),
            "hints" => set_if_other(self.hints, event.hints),
            "ready" => {
                self.is_readonly.set(event.readonly);
                self.is_ready.set(true);
            }
            "published" => {
                self.toasts.say(t_with("desk-published-by", [("name", who(&event.by).into())]));
                self.live.stir();
            }
            "state" => self.live.stir(),
            "closed" => self.close(event.code, &event.reason),
            // The key that saves, and the one that underlines, which a newspaper does not.
            "savekey" => self.toasts.say(t("desk-save-key")),
            "underline" => self.toasts.say(t("desk-no-underline")),
            "help" => self.help.set(true),
            _ => {}
        }
    }

    fn close(self, code: u32, reason: &str) {
        let said = match code {
            4401 => t("desk-closed-signed-out"),
            4403 => t("desk-closed-not-allowed"),
            4404 => t("desk-closed-no-story"),
            4409 => t("desk-closed-schema"),
            4413 => t("desk-closed-too-large"),
            _ => t_with("desk-closed", [("reason", reason.to_owned().into())]),
        };
        self.failed.set(Some(said));
    }
}

/// A mark as the arguments of a command.
pub(super) fn named(name: &str) -> Value {
    json!({ "name": name })
}

/// Reads what the event says, and keeps it.
fn note<T: DeserializeOwned + PartialEq + Send + Sync + 'static>(text: &str, signal: RwSignal<T>) {
    if let Ok(value) = serde_json::from_str(text) {
        set_if_other(signal, value);
    }
}

fn set_if_other<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|kept| *kept != value) {
        signal.set(value);
    }
}
