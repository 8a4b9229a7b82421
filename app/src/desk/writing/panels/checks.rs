//! The check list, as the story is written now.

use leptos::prelude::*;

use super::super::state::writing;
use crate::desk::asking::load;
use crate::desk::stories::{CheckList, check_story};
use crate::i18n::t;

/// What is in order and what is not. It looks again whenever all is saved.
#[component]
pub(super) fn Checks() -> impl IntoView {
    let writing = writing();
    let saved_at = Memo::new(move |_| writing.saving.with(|saving| saving.at.filter(|_| saving.state == "saved")));
    let checks = load(move || {
        saved_at.track();
        check_story(writing.id)
    });
    view! {
        <p class="field__hint">{t("desk-checks-text")}</p>
        {checks.show(|checks| view! { <CheckList checks/> }.into_any())}
    }
}
