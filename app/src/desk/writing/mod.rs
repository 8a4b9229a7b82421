//! Writing.
use leptos::prelude::*;
/// Makes.
pub fn edit_in_place(article: i64) {
    let _ = article;
}
/// Page.
#[component]
pub(crate) fn StoryPage() -> impl IntoView {
    view! { <p>"StoryPage"</p> }
}
