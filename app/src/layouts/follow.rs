//! Where to follow the paper: its channels, and its feed, as the settings say.

use leptos::prelude::*;

use crate::context::newsroom;
use crate::i18n::t;
use crate::ui::Icon;

/// The box; nothing where there is nowhere to follow the paper.
#[component]
pub(crate) fn Follow() -> impl IntoView {
    let follow = newsroom().site().follow.clone();
    if [&follow.whatsapp, &follow.telegram, &follow.feed].into_iter().all(String::is_empty) {
        return ().into_any();
    }
    let title = if follow.whatsapp.is_empty() { t("site-follow") } else { t("site-follow-whatsapp") };
    let whatsapp = (!follow.whatsapp.is_empty()).then(|| {
        view! {
            <a class="button" href=follow.whatsapp rel="noopener">{Icon::Whatsapp}{t("site-footer-whatsapp")}</a>
        }
    });
    let telegram = (!follow.telegram.is_empty()).then(|| view! {
        <a class="button button--quiet" href=follow.telegram rel="noopener">{Icon::Telegram}{t("site-footer-telegram")}</a>
    });
    let feed = (!follow.feed.is_empty()).then(|| {
        view! { <a class="button button--quiet" href=follow.feed>{Icon::Feed}{t("site-follow-feed")}</a> }
    });
    view! {
            <section class="follow" aria-labelledby="follow">
                <h2 class="follow__title" id="follow">{title}</h2>
                <p class="follow__links">
                    {whatsapp}
                    {telegram}
    {feed}
                </p>
            </section>
        }
    .into_any()
}
