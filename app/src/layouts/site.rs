//! The paper's frame: masthead, the page, footer.

use leptos::prelude::*;
use model::Section;

use super::footer::Footer;
use super::masthead::Masthead;
use crate::context::newsroom;
use crate::i18n::t;

/// The frame. Sections are read here, once a page.
#[component]
pub(crate) fn SiteLayout(
    /// The path of the section that the page belongs to.
    #[prop(optional)]
    current: String,
    /// Whether this is the front page, whose masthead is its headline.
    #[prop(optional)]
    front: bool,
    children: Children,
) -> impl IntoView {
    let content = children();
    Suspend::new(async move {
        // A page whose sections cannot be read is still a page.
        let sections: Vec<Section> = newsroom().sections().tree().await.unwrap_or_default();
        view! {
            <a class="skip-link visually-hidden" href="#content">{t("site-skip")}</a>
            <Masthead sections=sections.clone() current front/>
            {content}
            <Footer sections/>
        }
    })
}
