//! The browsers in which somebody is signed in.

use leptos::prelude::*;
use model::SessionLine;

use crate::desk::asking::{Loaded, act, load};
use crate::desk::dates;
use crate::desk::sessions::{list_sessions, revoke_session};
use crate::desk::ui::toasts::toasts;
use crate::i18n::{t, t_with};

/// All of one's sessions.
#[component]
pub(super) fn Sessions() -> impl IntoView {
    let sessions = load(list_sessions);
    view! {
        <p class="desk-form__text">{t("desk-sessions-text")}</p>
        {sessions.show(move |lines| view! {
            <ul class="desk-rows">
                {lines.into_iter().map(|line| view! { <Session line sessions/> }).collect_view()}
            </ul>
        }.into_any())}
    }
}

#[component]
fn Session(line: SessionLine, sessions: Loaded<Vec<SessionLine>>) -> impl IntoView {
    let toasts = toasts();
    let id = line.id.0;
    let revoke = move |_| {
        act(revoke_session(id), move |()| {
            sessions.reload();
            toasts.say(t("desk-session-ended"));
        });
    };
    let label = t_with("desk-session-end-of", [("agent", line.agent.clone().into())]);
    let facts = t_with(
        "desk-session-facts",
        [
            ("address", line.address.into()),
            ("created", dates::when(line.created_at).into()),
            ("seen", dates::when(line.seen_at).into()),
        ],
    );
    view! {
        <li class="desk-rows__row">
            <span>
                <span class="desk-rows__name">{line.agent}</span>
                <span class="desk-rows__facts">{facts}</span>
            </span>
            {if line.current {
                view! { <span class="desk-rows__here">{t("desk-session-here")}</span> }.into_any()
            } else {
                view! { <button class="button button--quiet" type="button" aria-label=label on:click=revoke>{t("desk-session-end")}</button> }.into_any()
            }}
        </li>
    }
}
