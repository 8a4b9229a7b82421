//! The frame of pages for whoever is not signed in.

use leptos::prelude::*;

use super::super::bridge;
use crate::desk::ui::set_title;

/// The paper's name, and a sheet below it.
#[component]
pub(crate) fn Bare(
    title: String,
    /// Whether the sheet is wide.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    set_title(&title);
    view! {
        <main class="desk-bare" class:desk-bare--wide=wide id="content">
            <p class="desk-bare__paper"><a href=super::super::addresses::FRONT rel="external">{bridge::setting("paper")}</a></p>
            <div class="desk-bare__sheet">
                <h1 class="desk-bare__title">{title}</h1>
                {children()}
            </div>
        </main>
    }
}
