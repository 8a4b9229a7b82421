//! The document of the desk: the same for every address below `/desk/` and for everybody, signed in or not.

use leptos::prelude::*;

use crate::context::Site;
use crate::i18n::{lang, t};

/// The whole document, doctype included. Like every page it holds nothing inline.
pub fn document(site: &Site) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(site.newsroom.clone());
        desk_page(site).to_html()
    });
    format!("<!DOCTYPE html>{html}")
}

fn desk_page(site: &Site) -> impl IntoView + use<> {
    let paper = site.newsroom.site();
    let assets = site.assets.clone();
    let name = paper.name.clone();
    view! {
        <html lang=lang() class="desk-document">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#fdfcf9" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#121316" media="(prefers-color-scheme: dark)"/>
                <meta name="robots" content="noindex"/>
                <title>{t("desk-title")}</title>
                <script src=assets.path("theme.js")></script>
                <link rel="stylesheet" href=assets.path("main.css")/>
                <link rel="stylesheet" href=assets.path("desk.css")/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="modulepreload" href=assets.path("desk-glue.js")/>
                <link rel="preload" href=assets.path("desk.wasm") r#as="fetch" type="application/wasm" crossorigin="anonymous"/>
                <script
                    type="module"
                    src=assets.path("desk.js")
                    data-desk=""
                    data-glue=assets.path("desk-glue.js")
                    data-wasm=assets.path("desk.wasm")
                    data-editor=assets.path("editor.js")
                    data-styles=assets.path("desk.css")
                    data-lang=paper.lang.clone()
                    data-zone=paper.timezone.clone()
                    data-paper=name.clone()
                    data-passkeys=site.newsroom.passkeys().domain()
                    data-pencil=t("desk-pencil")
                ></script>
            </head>
            <body class="desk-body">
                <div id="desk" class="desk-boot">
                    <p class="desk-boot__name">{name}</p>
                    <p class="desk-boot__text" role="status">{t("desk-loading")}</p>
                    <noscript><p class="notice">{t("desk-needs-script")}</p></noscript>
                </div>
            </body>
        </html>
    }
}
