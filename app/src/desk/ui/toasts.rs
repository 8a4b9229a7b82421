//! Short messages at the edge of the screen: what was done, with a way to undo it, and what was refused.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use super::Icon;
use crate::i18n::t;

/// How long a message stays; one that offers something stays longer.
const STAY: Duration = Duration::from_secs(6);
const STAY_WITH_UNDO: Duration = Duration::from_secs(20);

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    is_bad: bool,
    undo: Option<Callback<()>>,
}

/// The messages on the screen.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    all: RwSignal<Vec<Toast>>,
    last: StoredValue<u32>,
}

thread_local! {
    // Not a context: event handlers, which run outside of all components, ask for it too.
    static TOASTS: Cell<Option<Toasts>> = const { Cell::new(None) };
}

/// The messages on the screen.
pub(crate) fn toasts() -> Toasts {
    TOASTS.get().expect("the desk begins with an empty edge of the screen")
}

impl Toasts {
    /// None yet. With this the desk begins.
    pub fn begin() -> Self {
        let toasts = Self { all: RwSignal::new(Vec::new()), last: StoredValue::new(0) };
        TOASTS.set(Some(toasts));
        toasts
    }

    /// Says that something was done.
    pub fn say(self, text: String) {
        self.add(text, false, None);
    }

    /// Says that something was done, and offers to undo it.
    pub fn offer(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.add(text, false, Some(Callback::new(move |()| undo())));
    }

    /// Says that something was refused.
    pub fn refuse(self, text: String) {
        self.add(text, true, None);
    }

    fn add(self, text: String, is_bad: bool, undo: Option<Callback<()>>) {
        let id = self.last.get_value() + 1;
        self.last.set_value(id);
        let stay = if undo.is_some() { STAY_WITH_UNDO } else { STAY };
        self.all.update(|all| {
            // The same words twice say nothing new.
            all.retain(|toast| toast.text != text);
            all.push(Toast { id, text, is_bad, undo });
        });
        set_timeout(move || self.drop(id), stay);
    }

    fn drop(self, id: u32) {
        self.all.try_update(|all| all.retain(|toast| toast.id != id));
    }
}

/// Where the messages appear. Screen readers say them.
#[component]
pub(crate) fn ToastList() -> impl IntoView {
    let toasts = toasts();
    let toast = move |toast: Toast| {
        let id = toast.id;
        let undo = toast.undo.map(|undo| {
            let press = move |_| {
                toasts.drop(id);
                undo.run(());
            };
            view! { <button class="desk-toast__undo" type="button" on:click=press>{t("desk-undo")}</button> }
        });
        view! {
            <div class="desk-toast" class:desk-toast--bad=toast.is_bad>
                <p class="desk-toast__text">{toast.text}</p>
                {undo}
                <button class="desk-toast__close" type="button" aria-label=t("desk-close") on:click=move |_| toasts.drop(id)>
                    {Icon::Close}
                </button>
            </div>
        }
    };
    view! {
        <div class="desk-toasts" role="status" aria-live="polite">
            <For each=move || toasts.all.get() key=|toast| toast.id children=toast/>
        </div>
    }
}
