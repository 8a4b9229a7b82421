//! What stands around every page of the desk: the way to the others, who is signed in, help.

mod bare;
mod help;
mod nav;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::addresses;
use super::keys::{on_key, take_letters};
use super::stories::begin;
use super::ui::{find, focus_soon};
use crate::i18n::t;

use nav::Nav;
pub(crate) use {bare::Bare, help::Help};

/// The frame of a page, and the keys that work on all of them.
#[component]
pub(crate) fn Frame(children: Children) -> impl IntoView {
    let help = RwSignal::new(false);
    let begin = begin::starter();
    let location = use_location();
    let is_story = Memo::new(move |_| addresses::story_at(&location.pathname.get()).is_some());
    on_key(move |key| match key {
        "?" => {
            help.set(true);
            true
        }
        "n" => begin.run(String::new()),
        "/" => find("[data-search]").is_some_and(|field| field.focus().is_ok()),
        _ => false,
    });
    // Another page: the reader of a screen hears its name.
    Effect::new(move |before: Option<String>| {
        let path = location.pathname.get();
        // Whoever goes elsewhere while a story begins means that place with what they type.
        if addresses::story_at(&path).is_none() {
            drop(take_letters());
        }
        if before.is_some_and(|before| before != path) {
            focus_soon("#content h1");
        }
        path
    });
    view! {
        <a class="skip-link visually-hidden" href="#content">{t("desk-skip")}</a>
        <div class="desk-frame" class:desk-frame--writing=move || is_story.get()>
            <Nav help/>
            <main class="desk-frame__main" id="content" tabindex="-1">{children()}</main>
        </div>
        <Help open=help/>
    }
}
