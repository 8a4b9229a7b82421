//! The buttons for text size and theme.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the buttons say, in the interface's language; each is a whole label such as "Tema: scuro".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisplayWords {
    /// Text size: normal, large, larger.
    pub sizes: [String; 3],
    /// Theme: as the system has it, light, dark.
    pub themes: [String; 3],
}

const SIZES: [&str; 3] = ["", "large", "larger"];
const THEMES: [&str; 3] = ["", "light", "dark"];

/// Text size and theme, each a button that turns through its choices. A small script in the head applies what was
/// chosen before the first paint.
///
/// Worth its bytes: people who need larger text or a dark page need it on every page.
#[island]
pub fn Display(words: DisplayWords) -> impl IntoView {
    let (size, size_label) = choice("text-size", SIZES, words.sizes);
    let (theme, theme_label) = choice("theme", THEMES, words.themes);
    view! {
        <div class="display-settings">
            <button class="masthead__tool" type="button" aria-label=size_label.clone() title=size_label on:click=size>
                <span class="display-settings__letter" aria-hidden="true"><small>"A"</small>"A"</span>
            </button>
            <button class="masthead__tool" type="button" aria-label=theme_label.clone() title=theme_label on:click=theme>
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="12" cy="12" r="8.5"/>
                    <path fill="currentColor" stroke="none" d="M12 3.5a8.5 8.5 0 0 1 0 17z"/>
                </svg>
            </button>
        </div>
    }
}

/// A click that turns to the next value of an attribute of the document, and the label of the present one.
fn choice(
    name: &'static str,
    values: [&'static str; 3],
    labels: [String; 3],
) -> (impl Fn(leptos::ev::MouseEvent), impl Fn() -> String + Clone) {
    let at = RwSignal::new(0_usize);
    // After hydration: until then the page must be what the server made.
    Effect::new(move |_| {
        #[cfg(feature = "hydrate")]
        at.set(values.iter().position(|value| *value == browser::kept(name)).unwrap_or(0));
    });
    let turn = move |_| {
        at.update(|at| *at = (*at + 1) % values.len());
        #[cfg(feature = "hydrate")]
        browser::keep(name, values[at.get_untracked()]);
    };
    let _ = name;
    (turn, move || labels[at.get()].clone())
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::*;

    /// What was chosen before; empty where nothing was, or where the browser keeps nothing.
    pub fn kept(name: &str) -> String {
        let storage = window().local_storage().ok().flatten();
        storage.and_then(|storage| storage.get_item(name).ok().flatten()).unwrap_or_default()
    }

    /// Applies a choice, and keeps it. The empty one leaves it to the system.
    pub fn keep(name: &str, value: &str) {
        let attribute = format!("data-{name}");
        if let Some(html) = document().document_element() {
            let _ = if value.is_empty() {
                html.remove_attribute(&attribute)
            } else {
                html.set_attribute(&attribute, value)
            };
        }
        if let Some(storage) = window().local_storage().ok().flatten() {
            let _ = if value.is_empty() { storage.remove_item(name) } else { storage.set_item(name, value) };
        }
    }
}
