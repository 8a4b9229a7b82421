//! A labelled field with its hint and its error.

use leptos::prelude::*;

/// The frame of a form field. The control inside names `{id}-hint` and `{id}-note` as its description.
#[component]
pub(crate) fn Field(
    id: &'static str,
    label: String,
    #[prop(optional)] hint: Option<String>,
    #[prop(into)] error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let note = format!("{id}-note");
    view! {
        <div class="field" class:field--invalid=move || error.get().is_some()>
            <label class="field__label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
            {children()}
            <p class="field__error" id=note hidden=move || error.get().is_none()>{move || error.get()}</p>
        </div>
    }
}
