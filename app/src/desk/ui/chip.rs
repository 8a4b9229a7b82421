//! Where a story stands, as a word with a colour.

use leptos::prelude::*;
use model::StoryState;

use crate::i18n::t;

/// The word for a state.
pub(crate) fn state_word(state: StoryState) -> String {
    t(match state {
        StoryState::Draft => "desk-state-draft",
        StoryState::Review => "desk-state-review",
        StoryState::Scheduled => "desk-state-scheduled",
        StoryState::Published => "desk-state-published",
        StoryState::Withdrawn => "desk-state-withdrawn",
        StoryState::Deleted => "desk-state-deleted",
    })
}

/// The word for a state, in its colour.
#[component]
pub(crate) fn StateChip(
    state: StoryState,
    /// Whether more was written since it was published.
    #[prop(optional)]
    changed: bool,
) -> impl IntoView {
    let is_behind = changed && state == StoryState::Published;
    view! {
        <span class=format!("desk-chip desk-chip--{}", state.as_str())>
            {state_word(state)}
            {is_behind.then(|| view! { <span class="desk-chip__more">{t("desk-state-changed")}</span> })}
        </span>
    }
}
