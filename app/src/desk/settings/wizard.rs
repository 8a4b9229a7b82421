//! Stub.
use leptos::prelude::*;
/// Page.
#[component]
pub(crate) fn WizardPage() -> impl IntoView {
    view! { <p>"WizardPage"</p> }
}
