//! What the browser's tab, search engines and link previews are told about a page.

use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use crate::context::site;
use crate::i18n::t_with;

/// The title, description and canonical address of a page, with their OpenGraph twins.
///
/// leptos_meta writes a title unescaped into the head; this is the only place that hands it one.
#[component]
pub(crate) fn PageTitle(
    /// The title without the paper's name; the front page has none of its own.
    #[prop(optional, into)]
    title: Option<String>,
    /// One or two sentences.
    #[prop(optional, into)]
    description: Option<String>,
    /// What kind of thing the page is, as OpenGraph names it.
    #[prop(default = "website")]
    kind: &'static str,
    /// The canonical path; pages without one (errors) are not to be indexed.
    #[prop(optional, into)]
    path: Option<String>,
) -> impl IntoView {
    let site = site();
    let name = site.newsroom.site().name.clone();
    let full = match &title {
        Some(title) => t_with("site-title", [("page", title.as_str().into()), ("site", name.as_str().into())]),
        None => name.clone(),
    };
    let url = path.map(|path| format!("{}{path}", site.base_url));
    let description = description.filter(|text| !text.is_empty());
    view! {
        <Title text=escape(&full)/>
        <Meta property="og:site_name" content=name.clone()/>
        <Meta property="og:title" content=title.unwrap_or(name)/>
        <Meta property="og:type" content=kind/>
        {description.map(|text| view! {
            <Meta name="description" content=text.clone()/>
            <Meta property="og:description" content=text/>
        })}
        {match url {
            Some(url) => view! {
                <Link rel="canonical" href=url.clone()/>
                <Meta property="og:url" content=url/>
            }.into_any(),
            None => view! { <Meta name="robots" content="noindex"/> }.into_any(),
        }}
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_cannot_be_closed_from_within() {
        assert_eq!(super::escape("</title><script>"), "&lt;/title&gt;&lt;script&gt;");
    }
}
