//! The bar over a story: back, where it stands, whether it is safe, who is there, and what can be done with it.

use leptos::prelude::*;
use model::{Story, StoryState};

use super::page::Sheet;
use super::save_line::{SaveLine, Writers};
use super::state::writing;
use crate::desk::addresses;
use crate::desk::stories::{timing, verbs};
use crate::desk::ui::{Icon, Menu, StateChip};
use crate::i18n::{t, t_with};

/// The bar. `at` is when the story shall come out, where it was begun for a day of the calendar.
#[component]
pub(super) fn Bar(at: String) -> impl IntoView {
    let sheet: Sheet = expect_context();
    view! {
        <header class="desk-bar">
            <a class="desk-tool" href=addresses::STORIES aria-label=t("desk-to-stories") title=t("desk-to-stories")>{Icon::Back}</a>
            <div class="desk-bar__state">
                {move || sheet.story.value.get().map(|story| view! {
                    <StateChip state=story.line.state changed=story.line.changed/>
                    {timing(&story.line).map(|timing| view! { <span class="desk-bar__timing">{timing}</span> })}
                })}
            </div>
            <SaveLine/>
            <Length/>
            <Writers/>
            <Deeds at/>
        </header>
    }
}

/// Words and reading time.
#[component]
fn Length() -> impl IntoView {
    let count = writing().count;
    let words = move || {
        let count = count.get();
        t_with("desk-length", [("words", count.words.into()), ("minutes", count.minutes.max(1).into())])
    };
    let title = move || t_with("desk-characters", [("count", count.get().characters.into())]);
    view! { <p class="desk-bar__length" title=title>{words}</p> }
}

/// Publishing, and the rest under a menu.
#[component]
fn Deeds(at: String) -> impl IntoView {
    let sheet: Sheet = expect_context();
    let writing = writing();
    let id = writing.id;
    let publish = {
        let at = at.clone();
        move |_| if at.is_empty() { sheet.publishing.now(id) } else { sheet.publishing.later(id, &at) }
    };
    let publish = StoredValue::new_local(publish);
    let verb = |story: &Story| {
        let key = match story.line.state {
            StoryState::Published => "desk-verb-update",
            StoryState::Scheduled => "desk-scheduled-change",
            _ => "desk-verb-publish",
        };
        t(key)
    };
    view! {
        <div class="desk-bar__deeds">
            {move || sheet.story.value.get().map(|story| {
                let main = if story.line.state == StoryState::Deleted {
                    let line = story.line.clone();
                    let press = move |_| verbs::undelete(&writing.as_written(&line));
                    view! { <button class="button" type="button" on:click=press>{t("desk-undelete")}</button> }.into_any()
                } else if story.abilities.publish {
                    let press = move |event| publish.with_value(|publish| publish(event));
                    view! { <button class="button" type="button" data-publish="" on:click=press>{verb(&story)}</button> }.into_any()
                } else if story.line.state == StoryState::Draft && story.abilities.write {
                    let line = story.line.clone();
                    let press = move |_| verbs::move_to(&writing.as_written(&line), StoryState::Review);
                    view! { <button class="button" type="button" on:click=press>{t("desk-to-review")}</button> }.into_any()
                } else {
                    ().into_any()
                };
                view! { {main} <More story/> }
            })}
            <PanelToggle/>
        </div>
    }
}

/// The other verbs.
#[component]
fn More(story: Story) -> impl IntoView {
    let sheet: Sheet = expect_context();
    let writing = writing();
    let line = StoredValue::new(story.line.clone());
    let id = story.line.id.0;
    let (state, abilities) = (story.line.state, story.abilities);
    let deed = |key: &'static str, act: Callback<()>| {
        view! { <button class="desk-menu__deed" type="button" on:click=move |_| act.run(())>{t(key)}</button> }
    };
    let with_line = move |act: fn(&model::StoryLine)| {
        Callback::new(move |()| line.with_value(|line| act(&writing.as_written(line))))
    };
    let is_written = matches!(state, StoryState::Draft | StoryState::Review);
    view! {
        <Menu label=t("desk-story-menu")>
            {story.line.path.map(|path| view! {
                <a class="desk-menu__deed" href=path rel="external">{t("desk-see-on-site")}</a>
            })}
            {(state == StoryState::Review && abilities.write).then(|| deed("desk-to-draft", with_line(|line| verbs::move_to(line, StoryState::Draft))))}
            {(state == StoryState::Draft && abilities.write).then(|| deed("desk-to-review", with_line(|line| verbs::move_to(line, StoryState::Review))))}
            {(is_written && abilities.publish).then(|| deed("desk-schedule", Callback::new(move |()| sheet.publishing.later(id, ""))))}
            {(state == StoryState::Scheduled && abilities.publish).then(|| deed("desk-unschedule", with_line(|line| verbs::unschedule(line, None))))}
            {(state == StoryState::Published && abilities.publish).then(|| deed("desk-withdraw", Callback::new(move |()| sheet.withdrawing.set(true))))}
            {(state != StoryState::Deleted && abilities.delete).then(|| {
                let press = move |_| line.with_value(|line| verbs::delete(&writing.as_written(line)));
                view! { <button class="desk-menu__deed desk-menu__deed--bad" type="button" on:click=press>{t("desk-delete")}</button> }
            })}
        </Menu>
    }
}

/// Opens and closes the panel at the side.
#[component]
fn PanelToggle() -> impl IntoView {
    let sheet: Sheet = expect_context();
    let toggle = move |_| {
        sheet.panel.update(|panel| {
            *panel = if panel.is_some() { None } else { Some(super::panels::Panel::Particulars) };
        });
    };
    view! {
        <button
            class="desk-tool"
            type="button"
            aria-label=t("desk-panel")
            title=t("desk-panel")
            aria-expanded=move || sheet.panel.get().is_some().to_string()
            on:click=toggle
        >
            {Icon::Panel}
        </button>
    }
}
