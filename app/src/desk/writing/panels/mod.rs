//! The panels beside a story.

mod checks;
mod find;
mod history;
mod lead_picture;
mod particulars;
mod previews;
mod tokens;
mod typography;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::page::Sheet;
use crate::desk::ui::Icon;
use crate::i18n::t;
use checks::Checks;
use find::Find;
use history::History;
use particulars::Particulars;
use previews::Previews;
use typography::Typography;

/// A panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panel {
    /// Section, byline, tags and the like.
    Particulars,
    /// The check list.
    Checks,
    /// Versions.
    History,
    /// Links for people without an account.
    Previews,
    /// Find and replace, and forms that the language does not have.
    Words,
}

const PANELS: [(Panel, &str, &str); 5] = [
    (Panel::Particulars, "particulars", "desk-panel-particulars"),
    (Panel::Checks, "checks", "desk-panel-checks"),
    (Panel::Words, "words", "desk-panel-words"),
    (Panel::History, "history", "desk-panel-history"),
    (Panel::Previews, "previews", "desk-panel-previews"),
];

/// The side of the page: tabs, and the panel that is open.
#[component]
pub(super) fn Side() -> impl IntoView {
    let sheet: Sheet = expect_context();
    let is_open = Memo::new(move |_| sheet.panel.get().is_some());
    move || is_open.get().then(|| view! { <OpenSide/> })
}

#[component]
fn OpenSide() -> impl IntoView {
    let sheet: Sheet = expect_context();
    let panel = Memo::new(move |_| sheet.panel.get().unwrap_or(Panel::Particulars));
    let press = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => PANELS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let at = PANELS.iter().position(|(one, ..)| *one == panel.get_untracked()).unwrap_or(0);
        let (next, name, _) = PANELS[(at + by) % PANELS.len()];
        sheet.panel.set(Some(next));
        let tab = document().get_element_by_id(&format!("tab-{name}"));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let tab = move |(one, name, word): (Panel, &'static str, &'static str)| {
        let is_chosen = move || panel.get() == one;
        view! {
            <button
                class="desk-tabs__tab"
                type="button"
                role="tab"
                id=format!("tab-{name}")
                aria-controls="desk-panel"
                aria-selected=move || is_chosen().to_string()
                tabindex=move || if is_chosen() { "0" } else { "-1" }
                on:click=move |_| sheet.panel.set(Some(one))
            >
                {t(word)}
            </button>
        }
    };
    let name = move || PANELS.iter().find(|(one, ..)| *one == panel.get()).map(|(_, name, _)| format!("tab-{name}"));
    view! {
        <aside class="desk-side" aria-label=t("desk-panel")>
            <div class="desk-side__top">
                <div class="desk-tabs" role="tablist" aria-label=t("desk-panel") on:keydown=press>
                    {PANELS.map(tab).collect_view()}
                </div>
                <button class="desk-tool desk-side__close" type="button" aria-label=t("desk-close") on:click=move |_| sheet.panel.set(None)>
                    {Icon::Close}
                </button>
            </div>
            <div class="desk-side__panel" role="tabpanel" id="desk-panel" aria-labelledby=name tabindex="0">
                {move || match panel.get() {
                    Panel::Particulars => view! { <Particulars/> }.into_any(),
                    Panel::Checks => view! { <Checks/> }.into_any(),
                    Panel::History => view! { <History/> }.into_any(),
                    Panel::Previews => view! { <Previews/> }.into_any(),
                    Panel::Words => view! { <Find/> <Typography/> }.into_any(),
                }}
            </div>
        </aside>
    }
}
