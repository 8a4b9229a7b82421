//! The HTML document around every page.

use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};

use crate::context::{Assets, page_request, site};
use crate::errors::refusal_page;
use crate::i18n::{lang, t_with};
use crate::routes::Routes;

/// The document: head, stylesheet, scripts, and the page that the address leads to.
///
/// Nothing in it is inline and nothing personal, so one policy and one cached copy serve everybody.
#[component]
pub fn Shell() -> impl IntoView {
    provide_meta_context();
    let assets = site().assets;
    let loaded = t_with("site-page-loaded", [("title", "{title}".into())]);
    view! {
        <html lang=lang()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#fdfcf9" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#121316" media="(prefers-color-scheme: dark)"/>
                <script src=assets.path("theme.js")></script>
                <link rel="stylesheet" href=assets.path("main.css")/>
                {preloaded_fonts(&assets)}
                <link rel="icon" href="/favicon.ico" sizes="32x32"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
                <script
                    type="module"
                    src=assets.path("navigation.js")
                    data-glue=assets.path("reader.js")
                    data-wasm=assets.path("reader.wasm")
                    data-build=assets.build.clone()
                    data-loaded=loaded
                    data-pencil=assets.path("pencil.js")
                ></script>
                <MetaTags/>
            </head>
            <body>
                {match page_request().refused {
                    Some(status) => refusal_page(status),
                    None => view! { <Routes/> }.into_any(),
                }}
                <div id="progress" class="progress" aria-hidden="true"></div>
            </body>
        </html>
    }
}

/// The fonts that every page shows at once; the others come when they are used.
const FONTS: [&str; 3] =
    ["fonts/newsreader-core.woff2", "fonts/newsreader-display-core.woff2", "fonts/libre-franklin-core.woff2"];

fn preloaded_fonts(assets: &Assets) -> impl IntoView + use<> {
    FONTS
        .map(|name| assets.path(name))
        .into_iter()
        .filter(|path| !path.is_empty())
        .map(|path| view! { <link rel="preload" href=path r#as="font" type="font/woff2" crossorigin="anonymous"/> })
        .collect_view()
}
