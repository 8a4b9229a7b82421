//! Stub.
use leptos::prelude::*;
/// Page.
#[component]
pub(crate) fn PeoplePage() -> impl IntoView {
    view! { <p>"PeoplePage"</p> }
}
