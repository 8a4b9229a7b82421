//! The head of a page that is not an article.

use leptos::prelude::*;

/// A title with a label above it and a text below it.
#[component]
pub(crate) fn PageHeader(
    title: String,
    /// `--section`, `--person`, or nothing.
    #[prop(optional)]
    variant: &'static str,
    /// The line above the title.
    #[prop(optional, into)]
    label: Option<AnyView>,
    /// A sentence or two.
    #[prop(optional_no_strip)]
    text: Option<String>,
    /// What stands after the text.
    #[prop(optional, into)]
    links: Option<AnyView>,
) -> impl IntoView {
    let class = if variant.is_empty() { "page-header".to_owned() } else { format!("page-header page-header{variant}") };
    view! {
        <header class=class>
            {label}
            <h1 class="page-header__title">{title}</h1>
            {text.map(|text| view! { <p class="page-header__text">{text}</p> })}
            {links}
        </header>
    }
}
