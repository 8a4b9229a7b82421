//! The HTML document around every page.

use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::context::site;
use crate::i18n::{lang, t_with};
use crate::routes::Routes;

/// The document: head, stylesheet, scripts, and the page that the address leads to.
///
/// Nothing in it is inline and nothing personal, so one policy and one cached copy serve everybody.
#[component]
pub fn Shell() -> impl IntoView {
    let assets = site().assets;
    let loaded = t_with("site-page-loaded", [("title", "{title}".into())]);
    view! {
        <html lang=lang()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <script src=assets.path("theme.js")></script>
                <link rel="stylesheet" href=assets.path("main.css")/>
                {preloaded_fonts(&assets)}
                <link rel="icon" href="/favicon.ico" sizes="32x32"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <script
                    type="module"
                    src=assets.path("navigation.js")
                    data-glue=assets.path("reader.js")
                    data-wasm=assets.path("reader.wasm")
                    data-build=assets.build.clone()
                    data-loaded=loaded
                ></script>
                <MetaTags/>
            </head>
            <body>
                <Routes/>
                <div id="progress" class="progress" aria-hidden="true"></div>
            </body>
        </html>
    }
}

/// The fonts that every page shows at once; the others come when they are used.
fn preloaded_fonts(assets: &crate::Assets) -> impl IntoView + use<> {
    assets
        .iter()
        .filter(|(name, _)| name.starts_with("fonts/") && !name.contains("italic"))
        .map(|(_, path)| view! { <link rel="preload" href=path.to_owned() r#as="font" type="font/woff2" crossorigin="anonymous"/> })
        .collect_view()
}
