//! The people of the newsroom.

use leptos::prelude::*;
use model::{Ticket, User};

use super::list_people;
use super::person_line::PersonLine;
use crate::desk::asking::{Form, Loaded, load};
use crate::desk::dates;
use crate::desk::people::invite;
use crate::desk::ui::{Choice, Dialog, Empty, FormNote, Icon, PageHead, Submit, TextField, copy};
use crate::i18n::{t, t_with};

/// A link that is shown once, to be passed on.
#[derive(Clone, Copy)]
pub(super) struct Passing {
    open: RwSignal<bool>,
    ticket: RwSignal<Option<Ticket>>,
}

impl Passing {
    /// Shows a link.
    pub fn show(self, ticket: Ticket) {
        self.ticket.set(Some(ticket));
        self.open.set(true);
    }
}

/// Everybody who has an account.
#[component]
pub(crate) fn PeoplePage() -> impl IntoView {
    let people = load(list_people);
    let inviting = RwSignal::new(false);
    let passing = Passing { open: RwSignal::new(false), ticket: RwSignal::new(None) };
    provide_context(passing);
    view! {
        <PageHead title=t("desk-nav-people")>
            <button class="button" type="button" on:click=move |_| inviting.set(true)>{Icon::Plus}{t("desk-invite")}</button>
        </PageHead>
        {people.show(move |everybody| view! { <Everybody everybody people/> }.into_any())}
        <Dialog open=inviting title=t("desk-invite-title")>
            <Invitation inviting people passing/>
        </Dialog>
        <Dialog open=passing.open title=t("desk-ticket-title")>
            {move || passing.ticket.get().map(|ticket| view! { <TicketLink ticket/> })}
        </Dialog>
    }
}

#[component]
fn Everybody(everybody: Vec<User>, people: Loaded<Vec<User>>) -> impl IntoView {
    let is_alone = everybody.len() < 2;
    view! {
        <ul class="desk-people">
            {everybody.into_iter().map(|user| view! { <PersonLine user people/> }).collect_view()}
        </ul>
        {is_alone.then(|| view! { <Empty title=t("desk-people-alone-title") text=t("desk-people-alone-text")/> })}
    }
}

/// Whom to invite, and as what.
#[component]
fn Invitation(inviting: RwSignal<bool>, people: Loaded<Vec<User>>, passing: Passing) -> impl IntoView {
    let (email, name, role) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new("author".to_owned()));
    let form = Form::new(&["email", "name", "role"]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(invite(email.get_untracked(), name.get_untracked(), role.get_untracked()), move |ticket| {
            inviting.set(false);
            people.reload();
            passing.show(ticket);
        });
    };
    let hint = move || t(&format!("desk-role-{}-hint", role.get()));
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <TextField id="name" label=t("desk-name") value=name error=form.error_of("name") autocomplete="off" autofocus=true required=true/>
            <TextField id="email" label=t("desk-email") value=email kind="email" error=form.error_of("email") autocomplete="off" required=true/>
            <Choice id="role" label=t("desk-role") value=role options=Signal::stored(roles()) error=form.error_of("role")/>
            <p class="field__hint">{hint}</p>
            <div class="desk-form__end"><Submit form label=t("desk-invite-send")/></div>
        </form>
    }
}

/// The link itself, to copy.
#[component]
fn TicketLink(ticket: Ticket) -> impl IntoView {
    let address = format!("{}{}", window().location().origin().unwrap_or_default(), ticket.path);
    let until = t_with("desk-ticket-until", [("when", dates::when(ticket.expires_at).into())]);
    let shown = address.clone();
    view! {
        <p class="desk-form__text">{t(if ticket.mailed { "desk-ticket-mailed" } else { "desk-ticket-pass-on" })}</p>
        <div class="desk-copy">
            <input class="field__control" type="text" readonly aria-label=t("desk-ticket-title") value=shown/>
            <button class="button" type="button" on:click=move |_| copy(&address)>{t("desk-copy")}</button>
        </div>
        <p class="field__hint">{until}</p>
    }
}

/// The roles with their words.
pub(super) fn roles() -> Vec<(String, String)> {
    model::Role::ALL.map(|role| (role.as_str().to_owned(), t(&format!("desk-role-{}", role.as_str())))).to_vec()
}
