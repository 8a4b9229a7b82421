//! Beginning a story.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::Story;

use super::begin_story;
use crate::desk::addresses;
use crate::desk::asking::act_or;
use crate::desk::keys::{keep_letters, keeps_letters, take_letters};
use crate::desk::person::person;

/// Begins a story in the first section and opens it; takes when it shall come out, as `2026-11-24T09:00`, or nothing.
/// Answers whether whoever is there may.
pub(crate) fn starter() -> Callback<String, bool> {
    let person = person();
    let navigate = use_navigate();
    Callback::new(move |at: String| {
        if !person.may_begin() {
            return false;
        }
        // One at a time, however often it is pressed.
        if !keeps_letters() {
            keep_letters();
            let navigate = navigate.clone();
            let begun = move |story: Story| {
                let address = addresses::story(story.line.id.0);
                let address = if at.is_empty() { address } else { format!("{address}?at={at}") };
                navigate(&address, NavigateOptions::default());
            };
            act_or(begin_story(String::new(), String::new()), begun, || drop(take_letters()));
        }
        true
    })
}
