//! Stub.
use leptos::prelude::*;
/// Page.
#[component]
pub(crate) fn CalendarPage() -> impl IntoView {
    view! { <p>"CalendarPage"</p> }
}
