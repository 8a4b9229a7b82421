//! Somebody in the list of people, and what an administrator does about them.

use leptos::prelude::*;
use model::User;

use super::page::{Passing, roles};
use super::{end_second_factor, reset_person, set_role, suspend};
use crate::desk::asking::{Loaded, act};
use crate::desk::dates;
use crate::desk::person::person;
use crate::desk::stories::initials;
use crate::desk::ui::Menu;
use crate::desk::ui::toasts::toasts;
use crate::i18n::{t, t_with};

/// A line: who, which role, since when they were last here.
#[component]
pub(super) fn PersonLine(user: User, people: Loaded<Vec<User>>) -> impl IntoView {
    let is_me = person().me.with_untracked(|me| me.as_ref().is_some_and(|me| me.id == user.id));
    let is_away = user.suspended_at.is_some();
    view! {
        <li class="desk-person" class:desk-person--away=is_away>
            <span class="desk-person__sign" aria-hidden="true">{initials(&user.name)}</span>
            <div class="desk-person__who">
                <p class="desk-person__name">{user.name.clone()} " " {is_me.then(|| view! { <span class="desk-person__you">{t("desk-you")}</span> })}</p>
                <p class="desk-person__email">{user.email.clone()}</p>
            </div>
            <p class="desk-person__facts">{facts(&user)}</p>
            <RoleChoice user=user.clone() people is_me/>
            <Deeds user people is_me/>
        </li>
    }
}

/// "Invitata", "Sospeso", second factor, last seen.
fn facts(user: &User) -> String {
    let mut facts = Vec::new();
    if let Some(at) = user.suspended_at {
        facts.push(t_with("desk-suspended-since", [("when", dates::when(at).into())]));
    } else if user.invited {
        facts.push(t("desk-invited"));
    }
    if user.second_factor {
        facts.push(t("desk-has-second-factor"));
    }
    if let Some(at) = user.seen_at {
        facts.push(t_with("desk-seen", [("when", dates::when(at).into())]));
    }
    facts.join(" · ")
}

#[component]
fn RoleChoice(user: User, people: Loaded<Vec<User>>, is_me: bool) -> impl IntoView {
    let (id, name, present) = (user.id.0, user.name, user.role);
    let toasts = toasts();
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let said = t_with(
            "desk-role-set",
            [("name", name.clone().into()), ("role", t(&format!("desk-role-{chosen}")).into())],
        );
        act(set_role(id, chosen), move |_| {
            people.reload();
            toasts.offer(said, move || act(set_role(id, present.as_str().to_owned()), move |_| people.reload()));
        });
    };
    let option = |(value, word): (String, String)| {
        let is_present = value == present.as_str();
        view! { <option value=value selected=is_present>{word}</option> }
    };
    view! {
        <label class="desk-person__role">
            <span class="visually-hidden">{t("desk-role")}</span>
            // Nobody takes the last way in from themselves by a slip of the hand.
            <select class="desk-pick__control" disabled=is_me on:change=choose>{roles().into_iter().map(option).collect_view()}</select>
        </label>
    }
}

#[component]
fn Deeds(user: User, people: Loaded<Vec<User>>, is_me: bool) -> impl IntoView {
    if is_me {
        return view! { <span class="desk-person__deeds"></span> }.into_any();
    }
    let passing: Passing = expect_context();
    let (id, is_away) = (user.id.0, user.suspended_at.is_some());
    let toasts = toasts();
    let named = move |key: &str| t_with(key, [("name", user.name.clone().into())]);
    let said = named(if is_away { "desk-let-in" } else { "desk-locked-out" });
    let lock = move |_| {
        let said = said.clone();
        act(suspend(id, !is_away), move |_| {
            people.reload();
            toasts.offer(said, move || act(suspend(id, is_away), move |_| people.reload()));
        });
    };
    let ended = named("desk-second-factor-ended");
    let end_factor = move |_| {
        let ended = ended.clone();
        act(end_second_factor(id), move |_| {
            people.reload();
            toasts.say(ended);
        });
    };
    let reset = move |_| act(reset_person(id), move |ticket| passing.show(ticket));
    view! {
        <span class="desk-person__deeds">
            <Menu label=named("desk-person-menu")>
                <button class="desk-menu__deed" type="button" on:click=reset>
                    {t(if user.invited { "desk-invite-again" } else { "desk-reset-password" })}
                </button>
                {user.second_factor.then(|| view! {
                    <button class="desk-menu__deed" type="button" on:click=end_factor>{t("desk-end-second-factor")}</button>
                })}
                <button class="desk-menu__deed" class:desk-menu__deed--bad=!is_away type="button" on:click=lock>
                    {t(if is_away { "desk-let-in-again" } else { "desk-suspend" })}
                </button>
            </Menu>
        </span>
    }
    .into_any()
}
