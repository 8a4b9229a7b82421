//! Beginning a story.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::begin_story;
use crate::desk::addresses;
use crate::desk::asking::act;
use crate::desk::person::person;

/// Begins a story and opens it; takes a section, or nothing for the first. Answers whether whoever is there may.
pub(crate) fn starter() -> Callback<String, bool> {
    let person = person();
    let navigate = use_navigate();
    Callback::new(move |section: String| {
        if !person.may_begin() {
            return false;
        }
        let navigate = navigate.clone();
        act(begin_story(String::new(), section), move |story| {
            navigate(&addresses::story(story.line.id.0), NavigateOptions::default());
        });
        true
    })
}
