//! The application: who is there, which page shows, and what every page has.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Redirect, Route, Router};
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::path;

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
            return view! { <BareRoutes/> }.into_any();
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
            let address = if from == addresses::HOME || from.trim_end_matches('/') == "/desk" {
                addresses::SIGN_IN.to_owned()
            } else {
                format!("{}?then={from}", addresses::SIGN_IN)
            };
            navigate(&address, leptos_router::NavigateOptions { replace: true, ..Default::default() });
        }
    });
}

/// Pages for whoever is not signed in.
#[component]
fn BareRoutes() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| ()>
            <Route path=path!("/desk/sign-in") view=|| view! { <SignInPage/> }.into_any()/>
            <Route path=path!("/desk/forgot") view=|| view! { <ForgotPage/> }.into_any()/>
            <Route path=path!("/desk/welcome/:token") view=|| view! { <TicketPage/> }.into_any()/>
            <Route path=path!("/desk/reset/:token") view=|| view! { <TicketPage/> }.into_any()/>
            <Route path=path!("/desk/wizard") view=|| view! { <WizardPage/> }.into_any()/>
        </FlatRoutes>
    }
}

/// Pages of the newsroom.
#[component]
fn Room() -> impl IntoView {
    Live::begin();
    view! {
        <Frame>
            <FlatRoutes fallback=|| view! { <NowherePage/> }.into_any()>
                <Route path=path!("/desk") view=|| view! { <Redirect path=addresses::HOME/> }.into_any()/>
                <Route path=path!("/desk/stories") view=|| view! { <StoriesPage/> }.into_any()/>
                <Route path=path!("/desk/board") view=|| view! { <BoardPage/> }.into_any()/>
                <Route path=path!("/desk/calendar") view=|| view! { <CalendarPage/> }.into_any()/>
                <Route path=path!("/desk/story/:id") view=|| view! { <StoryPage/> }.into_any()/>
                <Route path=path!("/desk/people") view=|| view! { <PeoplePage/> }.into_any()/>
                <Route path=path!("/desk/settings") view=|| view! { <SettingsPage/> }.into_any()/>
                <Route path=path!("/desk/audit") view=|| view! { <AuditPage/> }.into_any()/>
                <Route path=path!("/desk/account") view=|| view! { <AccountPage/> }.into_any()/>
            </FlatRoutes>
        </Frame>
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
