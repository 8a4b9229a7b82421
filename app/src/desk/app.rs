//! The application: who is there, which page shows, and what every page has.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::{Redirect, Router};
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::location::{BrowserUrl, LocationProvider};

use super::addresses;
use super::frame::Frame;
use super::live::Live;
use super::people::{AuditPage, PeoplePage};
use super::person::{Person, person};
use super::sessions::{AccountPage, ForgotPage, SignInPage, TicketPage};
use super::settings::{SettingsPage, WizardPage};
use super::stories::{BoardPage, CalendarPage, StoriesPage};
use super::ui::toasts::{ToastList, Toasts};
use super::ui::{Failed, PageHead, Waiting, find};
use super::writing::StoryPage;
use crate::i18n::t;

/// Opens the desk on the page.
pub fn open() {
    let Some(place) = find("#desk") else { return };
    place.set_text_content(None);
    place.set_class_name("desk");
    mount_to(place, Desk).forget();
}

/// The desk. When the person's language changes, all of it is drawn anew.
#[component]
fn Desk() -> impl IntoView {
    let person = Person::begin();
    Toasts::begin();
    person.ask();
    view! {
        <Router>
            {move || {
                person.lang.track();
                view! { <Doors/> <ToastList/> }
            }}
        </Router>
    }
}

/// Whether somebody is signed in decides which pages there are.
#[component]
fn Doors() -> impl IntoView {
    let person = person();
    let location = use_location();
    let is_bare = Memo::new(move |_| addresses::is_bare(&location.pathname.get()));
    let is_in = Memo::new(move |_| person.me.with(Option::is_some));
    send_to_the_right_door(person, is_bare);
    move || {
        if is_bare.get() {
            return view! { <Pages page=bare_page/> }.into_any();
        }
        // Once somebody is in, their room is not drawn anew for what is asked later.
        if is_in.get() {
            return view! { <Room/> }.into_any();
        }
        match person.failed.get() {
            Some(error) => {
                view! { <div class="desk-bare"><Failed error retry=Callback::new(move |()| person.ask())/></div> }
                    .into_any()
            }
            None => view! { <div class="desk-bare"><Waiting/></div> }.into_any(),
        }
    }
}

/// Whoever is not signed in goes to the sign-in and comes back after; a token in the address opens the wizard.
fn send_to_the_right_door(person: Person, is_bare: Memo<bool>) {
    let location = use_location();
    let query = use_query_map();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if is_bare.get() {
            return;
        }
        if let Some(token) = query.with(|query| query.get("token")) {
            let wizard = format!("{}?token={token}", addresses::WIZARD);
            navigate(&wizard, leptos_router::NavigateOptions { replace: true, ..Default::default() });
        } else if person.is_out.get() {
            let from = location.pathname.get_untracked();
            let address = if from == addresses::HOME || from.trim_end_matches('/') == addresses::DESK {
                addresses::SIGN_IN.to_owned()
            } else {
                format!("{}?then={from}", addresses::SIGN_IN)
            };
            navigate(&address, leptos_router::NavigateOptions { replace: true, ..Default::default() });
        }
    });
}

/// What stands at the present address, made anew for every other one. A match, and not the router's own routes: those
/// are a twentieth of the whole desk.
#[component]
fn Pages(page: fn(&str) -> AnyView) -> impl IntoView {
    let pathname = use_location().pathname;
    let browser: BrowserUrl = expect_context();
    // The router shows an address in the browser's bar when it hears that its page is there.
    Effect::new(move |_| {
        pathname.track();
        browser.ready_to_complete();
    });
    let path = Memo::new(move |_| pathname.with(|path| path.trim_end_matches('/').to_owned()));
    move || page(&path.get())
}

/// Pages for whoever is not signed in.
fn bare_page(path: &str) -> AnyView {
    match path {
        addresses::SIGN_IN => view! { <SignInPage/> }.into_any(),
        addresses::FORGOT => view! { <ForgotPage/> }.into_any(),
        addresses::WIZARD => view! { <WizardPage/> }.into_any(),
        _ => {
            let token = path.rsplit('/').next().unwrap_or_default().to_owned();
            view! { <TicketPage token/> }.into_any()
        }
    }
}

/// The newsroom, around its pages.
#[component]
fn Room() -> impl IntoView {
    Live::begin();
    view! { <Frame><Pages page=page/></Frame> }
}

/// Pages of the newsroom.
fn page(path: &str) -> AnyView {
    match path {
        addresses::DESK => view! { <Redirect path=addresses::HOME/> }.into_any(),
        addresses::STORIES => view! { <StoriesPage/> }.into_any(),
        addresses::BOARD => view! { <BoardPage/> }.into_any(),
        addresses::CALENDAR => view! { <CalendarPage/> }.into_any(),
        addresses::PEOPLE => view! { <PeoplePage/> }.into_any(),
        addresses::SETTINGS => view! { <SettingsPage/> }.into_any(),
        addresses::AUDIT => view! { <AuditPage/> }.into_any(),
        addresses::ACCOUNT => view! { <AccountPage/> }.into_any(),
        _ => match addresses::story_at(path) {
            Some(id) => view! { <StoryPage id/> }.into_any(),
            None => view! { <NowherePage/> }.into_any(),
        },
    }
}

/// An address of the desk that leads nowhere.
#[component]
fn NowherePage() -> impl IntoView {
    view! {
        <PageHead title=t("desk-nowhere-title")/>
        <div class="desk-empty">
            <p class="desk-empty__text">{t("desk-nowhere-text")}</p>
            <p><a class="button" href=addresses::HOME>{t("desk-nav-stories")}</a></p>
        </div>
    }
}
