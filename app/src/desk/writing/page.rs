//! A story's own page: the article in the middle, what is around it at the side.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::{Section, Story};
use serde_json::json;

use super::bar::Bar;
use super::panels::{Panel, Side};
use super::state::{Writing, writing};
use super::surface::Surface;
use super::toolbar::Toolbar;
use crate::desk::asking::{Loaded, load};
use crate::desk::frame::Help;
use crate::desk::keys::{keeps_letters, take_letters};
use crate::desk::live::live;
use crate::desk::settings::list_sections;
use crate::desk::stories::verbs::WithdrawDialog;
use crate::desk::stories::{PublishDialog, Publishing, get_story, headline};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{find, focus_soon, set_title};
use crate::i18n::t;

/// From how many pixels on there is room for the panel beside the article.
const ROOM: f64 = 1150.0;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    /// The story as the server has it; the page works without, from what this device keeps.
    pub story: Loaded<Story>,
    /// The section tree.
    pub sections: Loaded<Vec<Section>>,
    /// The dialog that makes it public.
    pub publishing: Publishing,
    /// Whether the dialog is open that takes it off the site.
    pub withdrawing: RwSignal<bool>,
    /// Which panel is open at the side.
    pub panel: RwSignal<Option<Panel>>,
}

impl Sheet {
    /// What is needed around an open story.
    pub fn new(id: i64) -> Self {
        let changes = live().changes;
        let story = load(move || {
            changes.track();
            get_story(id)
        });
        let panel = if inner_width() >= ROOM { Some(Panel::Particulars) } else { None };
        Self {
            story,
            sections: load(list_sections),
            publishing: Publishing::new(),
            withdrawing: RwSignal::new(false),
            panel: RwSignal::new(panel),
        }
    }
}

/// The page of a story.
#[component]
pub(crate) fn StoryPage(id: i64) -> impl IntoView {
    let writing = Writing::new(id, toasts(), live());
    let sheet = Sheet::new(id);
    provide_context(writing);
    provide_context(sheet);
    on_cleanup(move || writing.end());
    begin_in_the_headline(writing);
    name_the_tab(sheet);
    find_with_its_key(sheet);
    // Begun for a day of the calendar: that is when it shall come out.
    let at = use_query_map().with_untracked(|query| query.get("at")).unwrap_or_default();
    let done = Callback::new(move |()| sheet.story.reload());
    view! {
        <div class="desk-writing" class:desk-writing--with-side=move || sheet.panel.get().is_some()>
            <Bar at/>
            <Toolbar/>
            <div class="desk-writing__page">
                <Trouble/>
                <Surface sections=sheet.sections/>
            </div>
            <Side/>
        </div>
        <PublishDialog publishing=sheet.publishing done/>
        <WithdrawDialog open=sheet.withdrawing story=id/>
        <Help open=writing.help/>
    }
}

/// Why the story did not open, or was closed.
#[component]
fn Trouble() -> impl IntoView {
    let failed = writing().failed;
    view! {
        <div role="alert">
            {move || failed.get().map(|why| {
                let again = move |_| { let _ = window().location().reload(); };
                view! {
                    <div class="notice notice--bad desk-failed">
                        <p>{why}</p>
                        <button class="button button--quiet" type="button" on:click=again>{t("desk-reload")}</button>
                    </div>
                }
            })}
        </div>
    }
}

/// A story that was just begun takes what was typed since, and the caret, into its headline.
fn begin_in_the_headline(writing: Writing) {
    if !keeps_letters() {
        return;
    }
    Effect::new(move |_| {
        let typed = if writing.is_ready.get() { take_letters() } else { None };
        if let Some(typed) = typed {
            let is_empty =
                writing.fields.with_untracked(|fields| fields.as_ref().is_some_and(|f| f.headline.is_empty()));
            if is_empty && !typed.is_empty() {
                writing.set("headline", &json!(typed));
            }
            writing.with_handle(|handle| handle.focus_on("headline"));
        }
    });
}

/// The tab is called as the headline is written.
fn name_the_tab(sheet: Sheet) {
    let fields = writing().fields;
    Effect::new(move |_| {
        let written = fields.with(|fields| fields.as_ref().map(|fields| fields.headline.clone()));
        let kept = || sheet.story.value.with(|story| story.as_ref().map(|story| headline(&story.line)));
        let name = written.filter(|name| !name.is_empty()).or_else(kept);
        set_title(&name.unwrap_or_else(|| t("desk-no-headline")));
    });
}

/// The browser's own search does not know what is folded away, and cannot replace.
fn find_with_its_key(sheet: Sheet) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let is_find =
            event.key() == "f" && (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
        if is_find && find("dialog[open]").is_none() {
            event.prevent_default();
            sheet.panel.set(Some(Panel::Words));
            focus_soon("[data-find]");
        }
    });
    on_cleanup(move || pressed.remove());
}

fn inner_width() -> f64 {
    window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(ROOM)
}
