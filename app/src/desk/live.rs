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

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Event {
    Story {},
    Presence {
        id: i64,
        #[serde(default)]
        people: Vec<Present>,
    },
    #[serde(other)]
    Other,
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
        let source = StoredValue::new_local(listen(live));
        let asking = set_interval_with_handle(
            move || {
                let is_told = source.with_value(|source| source.as_ref().is_some_and(is_open));
                if !is_told && document().visibility_state() == VisibilityState::Visible {
                    live.stir();
                }
            },
            PATIENCE,
        );
        on_cleanup(move || {
            source.with_value(|source| source.iter().for_each(EventSource::close));
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
        match serde_json::from_str(text) {
            Ok(Event::Story {}) => self.stir(),
            Ok(Event::Presence { id, people }) => {
                self.presence
                    .try_update(|all| if people.is_empty() { all.remove(&id) } else { all.insert(id, people) });
            }
            // A newer server tells of things that this page does not know.
            Ok(Event::Other) | Err(_) => {}
        }
    }
}

fn is_open(source: &EventSource) -> bool {
    source.ready_state() == EventSource::OPEN
}

fn listen(live: Live) -> Option<EventSource> {
    let source = EventSource::new(EVENTS).ok()?;
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            live.hear(&text);
        }
    });
    source.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It lives as long as the page does.
    heard.forget();
    Some(source)
}
