//! Stub.
use leptos::prelude::*;
/// Page.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    view! { <p>"AccountPage"</p> }
}
