//! The colophon: who makes the paper.

use leptos::prelude::*;

use crate::context::newsroom;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::paths;
use crate::ui::{PageHeader, PageTitle};

/// What the paper says of itself. Every line is optional.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    let site = newsroom().site();
    let colophon = site.colophon.clone();
    let title = t_with("site-about-title", [("site", site.name.as_str().into())]);
    let paragraphs = colophon.about.split("\n\n").filter(|text| !text.trim().is_empty());
    let about = paragraphs.map(|text| view! { <p>{text.trim().to_owned()}</p> }).collect_view();
    let email = (!colophon.email.is_empty()).then(|| {
        let href = format!("mailto:{}", colophon.email);
        view! { <a href=href>{colophon.email.clone()}</a> }.into_any()
    });
    let rows = [
        ("site-colophon-register", plain(&colophon.register)),
        ("site-colophon-director", plain(&colophon.director)),
        ("site-colophon-publisher", plain(&colophon.publisher)),
        ("site-colophon-vat", plain(&colophon.vat)),
        ("site-colophon-address", plain(&colophon.address)),
        ("site-colophon-email", email),
        ("site-colophon-phone", plain(&colophon.phone)),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(key, value)| {
            value.map(|value| view! { <div class="colophon__row"><dt>{t(key)}</dt><dd>{value}</dd></div> })
        })
        .collect();
    let description: String = colophon.about.chars().take_while(|c| *c != '\n').collect();
    view! {
        <PageTitle title=title.clone() description path=paths::ABOUT/>
        <SiteLayout>
            <main class="page page--narrow" id="content" data-swap="content">
                <PageHeader title text=None/>
                <div class="prose">{about}</div>
                {(!rows.is_empty()).then(|| view! { <dl class="colophon">{rows}</dl> })}
            </main>
        </SiteLayout>
    }
}

fn plain(value: &str) -> Option<AnyView> {
    (!value.is_empty()).then(|| value.to_owned().into_any())
}
