//! What others do, as it happens: the server tells of it, and where that does not come the desk asks.

use std::cell::Cell;
use std::collections::HashMap;
use std::time::Duration;

use leptos::prelude::*;
use model::Present;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent, VisibilityState};

const EVENTS: &str = "/desk/events";
/// How often the desk asks while nobody tells it anything.
const PATIENCE: Duration = Duration::from_secs(15);
/// A burst of events becomes one question.
const BREATH: Duration = Duration::from_millis(300);

/// An event: of a `story` that changed, of the `presence` of people at one, or of something that this page does not know.
#[derive(Deserialize)]
struct Event {
    kind: String,
    #[serde(default)]
    id: i64,
    #[serde(default)]
    people: Vec<Present>,
}

/// What is known of the others.
#[derive(Clone, Copy)]
pub(crate) struct Live {
    /// Grows whenever a story may have changed.
    pub changes: RwSignal<u32>,
    /// Who has which story open.
    pub presence: RwSignal<HashMap<i64, Vec<Present>>>,
    pending: StoredValue<bool>,
}

thread_local! {
    // Not a context: event handlers, which run outside of all components, ask for it too.
    static LIVE: Cell<Option<Live>> = const { Cell::new(None) };
}

/// What is known of the others.
pub(crate) fn live() -> Live {
    LIVE.get().expect("whoever is signed in listens")
}

impl Live {
    /// Begins to listen.
    pub fn begin() -> Self {
        let live = Self {
            changes: RwSignal::new(0),
            presence: RwSignal::new(HashMap::new()),
            pending: StoredValue::new(false),
        };
        LIVE.set(Some(live));
        let wire = StoredValue::new_local(Wire::listen(live));
        let asking = set_interval_with_handle(
            move || {
                if document().visibility_state() != VisibilityState::Visible {
                    return;
                }
                let state = wire.with_value(|wire| wire.as_ref().map_or(EventSource::CLOSED, Wire::state));
                if state != EventSource::OPEN {
                    live.stir();
                }
                // The browser comes back by itself when the line was cut, but never after a refusal.
                if state == EventSource::CLOSED {
                    wire.set_value(Wire::listen(live));
                }
            },
            PATIENCE,
        );
        on_cleanup(move || {
            wire.with_value(|wire| wire.iter().for_each(Wire::close));
            if let Ok(asking) = asking {
                asking.clear();
            }
        });
        live
    }

    /// Something may have changed.
    pub fn stir(self) {
        if self.pending.try_get_value() != Some(false) {
            return;
        }
        self.pending.set_value(true);
        set_timeout(
            move || {
                if self.pending.try_get_value().is_some() {
                    self.pending.set_value(false);
                    self.changes.update(|changes| *changes += 1);
                }
            },
            BREATH,
        );
    }

    fn hear(self, text: &str) {
        let Ok(Event { kind, id, people }) = serde_json::from_str(text) else { return };
        match kind.as_str() {
            "story" => self.stir(),
            "presence" => {
                self.presence
                    .try_update(|all| if people.is_empty() { all.remove(&id) } else { all.insert(id, people) });
            }
            // A newer server tells of things that this page does not know.
            _ => {}
        }
    }
}

/// The connection by which the server tells of events, and what hears them.
struct Wire {
    source: EventSource,
    _ear: Closure<dyn Fn(MessageEvent)>,
}

impl Wire {
    fn listen(live: Live) -> Option<Self> {
        let source = EventSource::new(EVENTS).ok()?;
        let ear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                live.hear(&text);
            }
        });
        source.set_onmessage(Some(ear.as_ref().unchecked_ref()));
        Some(Self { source, _ear: ear })
    }

    fn state(&self) -> u16 {
        self.source.ready_state()
    }

    fn close(&self) {
        self.source.close();
    }
}
