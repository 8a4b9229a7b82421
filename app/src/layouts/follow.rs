//! Where to follow the paper: its channels, and its feed.

use leptos::prelude::*;

use crate::context::newsroom;
use crate::i18n::t;
use crate::paths;
use crate::ui::Icon;

/// The box. The feed is always there; the channels as the settings say.
#[component]
pub(crate) fn Follow() -> impl IntoView {
    let follow = newsroom().site().follow.clone();
    let title = if follow.whatsapp.is_empty() { t("site-follow") } else { t("site-follow-whatsapp") };
    let whatsapp = (!follow.whatsapp.is_empty()).then(|| {
        view! {
            <a class="button" href=follow.whatsapp rel="noopener">{Icon::Whatsapp}{t("site-footer-whatsapp")}</a>
        }
    });
    let telegram = (!follow.telegram.is_empty()).then(|| view! {
        <a class="button button--quiet" href=follow.telegram rel="noopener">{Icon::Telegram}{t("site-footer-telegram")}</a>
    });
    view! {
        <section class="follow" aria-labelledby="follow">
            <h2 class="follow__title" id="follow">{title}</h2>
            <p class="follow__links">
                {whatsapp}
                {telegram}
                <a class="button button--quiet" href=paths::FEED>{Icon::Feed}{t("site-follow-feed")}</a>
            </p>
        </section>
    }
}
