//! Stub.
use leptos::prelude::*;
/// Page.
#[component]
pub(crate) fn AuditPage() -> impl IntoView {
    view! { <p>"AuditPage"</p> }
}
