//! The way to the pages of the desk.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};

use crate::desk::asking::act;
use crate::desk::person::person;
use crate::desk::stories::begin;
use crate::desk::ui::{Dialog, Icon};
use crate::desk::{addresses, bridge, sessions};
use crate::i18n::{t, t_with};

/// The side navigation: a rail that opens on a phone.
#[component]
pub(super) fn Nav(help: RwSignal<bool>) -> impl IntoView {
    let person = person();
    let is_open = RwSignal::new(false);
    let location = use_location();
    Effect::new(move |_| {
        location.pathname.track();
        is_open.set(false);
    });
    let starter = begin::starter();
    let admin = move || person.may_administer();
    view! {
        <header class="desk-nav" class:desk-nav--open=move || is_open.get()>
            <div class="desk-nav__top">
                <button
                    class="desk-nav__toggle"
                    type="button"
                    aria-expanded=move || is_open.get().to_string()
                    aria-controls="desk-nav-list"
                    aria-label=t("desk-nav-menu")
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {move || if is_open.get() { Icon::Close } else { Icon::Menu }.into_render()}
                </button>
                <a class="desk-nav__paper" href=addresses::FRONT rel="external" title=t("desk-nav-site")>{bridge::setting("paper")}</a>
            </div>
            {move || person.may_begin().then(|| view! {
                <button class="desk-nav__new" type="button" on:click=move |_| { starter.run(String::new()); } title=t("desk-new-story-hint")>
                    {Icon::Plus}<span class="desk-nav__word">{t("desk-new-story")}</span>
                </button>
            })}
            <nav class="desk-nav__list" id="desk-nav-list" aria-label=t("desk-nav-label")>
                {entry(addresses::STORIES, Icon::Stories, t("desk-nav-stories"))}
                {entry(addresses::BOARD, Icon::Board, t("desk-nav-board"))}
                {entry(addresses::CALENDAR, Icon::Calendar, t("desk-nav-calendar"))}
                {move || admin().then(|| view! {
                    <hr class="desk-nav__rule"/>
                    {entry(addresses::PEOPLE, Icon::People, t("desk-nav-people"))}
                    {entry(addresses::SETTINGS, Icon::Settings, t("desk-nav-settings"))}
                    {entry(addresses::AUDIT, Icon::Audit, t("desk-nav-audit"))}
                })}
            </nav>
            <Foot help/>
        </header>
    }
}

fn entry(address: &'static str, icon: Icon, word: String) -> impl IntoView {
    let title = word.clone();
    view! {
        <A href=address attr:class="desk-nav__link" attr:title=title>
            {icon}<span class="desk-nav__word">{word}</span>
        </A>
    }
}

/// Who is signed in, help, and the way out.
#[component]
fn Foot(help: RwSignal<bool>) -> impl IntoView {
    let person = person();
    let navigate = use_navigate();
    let leave = Callback::new(move |()| {
        let navigate = navigate.clone();
        act(sessions::sign_out(), move |()| {
            person.left();
            leptos::task::spawn_local(async {
                // Without the editor's file there is no copy either, or it stays until the next time.
                let _ = bridge::forget_drafts().await;
            });
            navigate(addresses::SIGN_IN, leptos_router::NavigateOptions::default());
        });
    });
    let warning = RwSignal::new(false);
    let press = move |_| {
        if bridge::unsent_drafts().is_empty() {
            leave.run(());
        } else {
            warning.set(true);
        }
    };
    let name = move || person.me.with(|me| me.as_ref().map(|me| me.name.clone()).unwrap_or_default());
    let label = move || t_with("desk-nav-account-of", [("name", name().into())]);
    view! {
        <div class="desk-nav__foot">
            <A href=addresses::ACCOUNT attr:class="desk-nav__link" attr:title=label attr:aria-label=label>
                {Icon::Account}<span class="desk-nav__word">{name}</span>
            </A>
            <LangSwitch/>
            <button class="desk-nav__link" type="button" title=t("desk-help-hint") aria-label=t("desk-help") on:click=move |_| help.set(true)>
                {Icon::Help}<span class="desk-nav__word">{t("desk-help")}</span>
            </button>
            <button class="desk-nav__link" type="button" title=t("desk-sign-out") aria-label=t("desk-sign-out") on:click=press>
                {Icon::Out}<span class="desk-nav__word">{t("desk-sign-out")}</span>
            </button>
        </div>
        <Dialog open=warning title=t("desk-unsent-title")>
            <Unsent warning leave/>
        </Dialog>
    }
}

/// Whoever signs out leaves no drafts on the device: what was never sent would be lost.
#[component]
fn Unsent(warning: RwSignal<bool>, leave: Callback<()>) -> impl IntoView {
    let story = |id: f64| {
        let words = t_with("desk-audit-story", [("id", id.to_string().into())]);
        view! { <li><a href=addresses::story(id as i64) on:click=move |_| warning.set(false)>{words}</a></li> }
    };
    view! {
        <p class="desk-form__text">{t("desk-unsent-text")}</p>
        <ul>{bridge::unsent_drafts().into_iter().map(story).collect_view()}</ul>
        <div class="desk-form__end">
            <button class="button" type="button" on:click=move |_| warning.set(false)>{t("desk-unsent-stay")}</button>
            <button class="button button--quiet" type="button" on:click=move |_| leave.run(())>{t("desk-unsent-leave")}</button>
        </div>
    }
}

/// The other language, a press away.
#[component]
fn LangSwitch() -> impl IntoView {
    let person = person();
    let (other, word) = if person.lang.get_untracked() == "en" { ("it", "Italiano") } else { ("en", "English") };
    let switch = move |_| {
        let Some(me) = person.me.get_untracked() else { return };
        let byline = me.byline.unwrap_or_default();
        act(sessions::set_profile(me.name, other.to_owned(), byline), move |me| person.came(me));
    };
    view! {
        <button class="desk-nav__link" type="button" lang=other title=word on:click=switch>
            <span class="desk-nav__lang" aria-hidden="true">{other.to_uppercase()}</span>
            <span class="desk-nav__word">{word}</span>
        </button>
    }
}
