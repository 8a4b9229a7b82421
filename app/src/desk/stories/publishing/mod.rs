//! The dialog that makes a story public, now or later.

mod embargo;
mod form;
mod time;

use leptos::prelude::*;
use model::{CheckLine, Story};

use super::{check_story, get_story};
use crate::ApiError;
use crate::desk::asking::load;
use crate::desk::ui::Dialog;
use crate::i18n::t;
use form::PublishForm;

/// Which story is about to become public, and how. To be made once a page.
#[derive(Clone, Copy)]
pub(crate) struct Publishing {
    open: RwSignal<bool>,
    story: RwSignal<i64>,
    /// Whether it waits for a moment; else it is public at once.
    is_later: RwSignal<bool>,
    /// That moment, as a field for date and time holds it.
    at: RwSignal<String>,
}

impl Publishing {
    /// None yet.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            story: RwSignal::new(0),
            is_later: RwSignal::new(false),
            at: RwSignal::new(String::new()),
        }
    }

    /// Opens the dialog for a story.
    pub fn now(self, story: i64) {
        self.is_later.set(false);
        self.begin(story);
    }

    /// Opens it with the moment already chosen, or still to choose where it is empty.
    pub fn later(self, story: i64, at: &str) {
        self.is_later.set(true);
        self.at.set(at.to_owned());
        self.begin(story);
    }

    fn begin(self, story: i64) {
        self.story.set(story);
        self.open.set(true);
    }
}

/// The dialog; `done` is called when something came of it.
#[component]
pub(crate) fn PublishDialog(publishing: Publishing, done: Callback<()>) -> impl IntoView {
    view! {
        <Dialog open=publishing.open title=t("desk-publish-title")>
            <Plan publishing done/>
        </Dialog>
    }
}

#[component]
fn Plan(publishing: Publishing, done: Callback<()>) -> impl IntoView {
    let id = publishing.story.get_untracked();
    let plan = load(move || ask(id));
    plan.show(move |(story, checks)| view! { <PublishForm publishing story checks done/> }.into_any())
}

async fn ask(id: i64) -> Result<(Story, Vec<CheckLine>), ApiError> {
    Ok((get_story(id).await?, check_story(id).await?))
}
