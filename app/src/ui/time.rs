//! A date that machines read too.

use leptos::prelude::*;
use model::Millis;

use crate::dates;

/// A moment as a date in the interface's words.
#[component]
pub(crate) fn Time(at: Millis) -> impl IntoView {
    view! { <time datetime=dates::machine(at)>{dates::date(at)}</time> }
}
