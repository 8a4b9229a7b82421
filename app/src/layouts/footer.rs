//! The foot of every page: sections, the paper, where to follow it, who is behind it.

use leptos::prelude::*;
use model::{Section, Site};

use crate::context::newsroom;
use crate::i18n::{t, t_with};
use crate::{dates, paths};

/// The footer.
#[component]
pub(crate) fn Footer(sections: Vec<Section>) -> impl IntoView {
    let newsroom = newsroom();
    let site = newsroom.site();
    let year = dates::local(newsroom.now()).year();
    let sections =
        sections.into_iter().map(|section| view! { <li><a href=section.path>{section.name}</a></li> }).collect_view();
    let follow = [
        (site.follow.whatsapp.clone(), t("site-footer-whatsapp")),
        (site.follow.telegram.clone(), t("site-footer-telegram")),
        (site.follow.feed.clone(), t("site-footer-feed")),
    ]
    .into_iter()
    .filter(|(href, _)| !href.is_empty())
    .map(|(href, words)| view! { <li><a href=href rel="noopener">{words}</a></li> })
    .collect::<Vec<_>>();
    let follow = (!follow.is_empty()).then(|| {
        view! {
            <nav aria-labelledby="footer-follow">
                <h2 class="site-footer__heading" id="footer-follow">{t("site-footer-follow")}</h2>
                <ul class="site-footer__list">{follow}</ul>
            </nav>
        }
    });
    view! {
        <footer class="site-footer" data-swap="footer">
            <div class="page">
                <div class="site-footer__columns">
                    <div>
                        <p class="site-footer__name">{site.name.clone()}</p>
                        {(!site.motto.is_empty()).then(|| view! { <p class="site-footer__motto">{site.motto.clone()}</p> })}
                    </div>
                    <nav aria-labelledby="footer-sections">
                        <h2 class="site-footer__heading" id="footer-sections">{t("site-footer-sections")}</h2>
                        <ul class="site-footer__sections">{sections}</ul>
                    </nav>
                    <nav aria-labelledby="footer-paper">
                        <h2 class="site-footer__heading" id="footer-paper">{t("site-footer-paper")}</h2>
                        <ul class="site-footer__list">
                            <li><a href=paths::ABOUT>{t("site-footer-about")}</a></li>
                            <li><a href=paths::archive(None, None)>{t("site-footer-archive")}</a></li>
                            <li><a href=paths::CORRECTIONS>{t("history-corrections")}</a></li>
                        </ul>
                    </nav>
                    {follow}
                </div>
                <p class="site-footer__legal">{format!("© {year} {}", legal(&site))}</p>
            </div>
        </footer>
    }
}

/// The particulars that the law wants on every page, as one line.
fn legal(site: &Site) -> String {
    let labelled = |key: &str, value: &str| t_with(key, [("value", value.to_owned().into())]);
    let mut parts = vec![site.name.clone()];
    for (key, value) in [
        ("site-legal-register", &site.colophon.register),
        ("site-legal-director", &site.colophon.director),
        ("site-legal-publisher", &site.colophon.publisher),
        ("site-legal-vat", &site.colophon.vat),
    ] {
        if !value.is_empty() {
            parts.push(labelled(key, value));
        }
    }
    format!("{}.", parts.join(". "))
}
