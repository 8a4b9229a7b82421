//! Lists of teasers, and the pages that are nothing but one.

use leptos::prelude::*;
use model::{Card, Page};

use super::islands::{MoreArticles, MoreWords};
use super::teaser::{Teaser, TeaserStyle};
use crate::i18n::t;
use crate::ui::Pagination;
use crate::{dates, paths};

/// Teasers in a row, all of one size.
#[component]
pub(crate) fn Teasers(
    cards: Vec<Card>,
    style: TeaserStyle,
    #[prop(default = true)] section: bool,
    #[prop(default = 3)] level: u8,
) -> impl IntoView {
    cards.into_iter().map(|card| teaser(card, style, section, level)).collect_view()
}

/// One teaser.
pub(crate) fn teaser(card: Card, style: TeaserStyle, section: bool, level: u8) -> impl IntoView {
    let date = (dates::machine(card.published_at), dates::date(card.published_at));
    view! { <Teaser card date style section level/> }
}

/// A page of a list: its teasers, more of them on request, and links to the other pages. `empty` is said where there
/// are none.
#[component]
pub(crate) fn Listing(
    /// The list's own address.
    list: String,
    page: Page<Card>,
    empty: String,
    #[prop(default = true)] section: bool,
) -> impl IntoView {
    if page.items.is_empty() {
        return view! { <p class="notice notice--empty">{empty}</p> }.into_any();
    }
    let Page { items, number, pages, .. } = page;
    let words =
        MoreWords { more: t("article-more"), loading: t("article-more-loading"), failed: t("article-more-failed") };
    let pagination = view! { <Pagination list=list.clone() number pages/> };
    view! {
        <div class="story-list"><Teasers cards=items style=TeaserStyle::Row section level=2/></div>
        {if number < pages {
            let next = paths::page_of(&list, number + 1);
            view! { <MoreArticles next words>{pagination}</MoreArticles> }.into_any()
        } else {
            pagination.into_any()
        }}
    }
    .into_any()
}
