//! Every address of the server on one screen. Those of readers' pages are in `app`'s routes, behind the last line.

use std::net::IpAddr;
use std::sync::Arc;

use anyhow::Result;
use app::Site;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{any, get, post};
use tower_http::csrf::CsrfLayer;

use crate::boot::Options;
use crate::middleware::{body_limit, error_pages, headers, reader, session, url_limit};
use crate::page_cache::PageCache;
use crate::routes::{api, assets, desk, events, health, live, media, pages, preview, robots, upload};

/// What handlers share.
#[derive(Clone, Debug)]
pub(crate) struct App {
    pub site: Site,
    pub cache: Arc<PageCache>,
    /// Whether measurements are made: nobody types too fast then.
    pub bench: bool,
}

pub(crate) fn router(site: Site, cache: Arc<PageCache>, options: &Options) -> Result<Router> {
    let csrf = CsrfLayer::new().add_trusted_origin(&*site.base_url)?.with_rejection_response(headers::cross_site);
    let proxies: Arc<[IpAddr]> = options.trusted_proxies.as_slice().into();
    let pages = site.clone();
    let app = App { site, cache, bench: options.bench };
    // Only here is anybody asked who they are: pages are the same for everybody.
    let signed_in = Router::new()
        .route("/api/v1/comments/post", post(api::post_comment).fallback(api::call))
        .route("/api/{*call}", any(api::call))
        .route("/desk/events", get(events::events))
        .route("/desk/live/{article}", get(live::live))
        .route(upload::PATH, post(upload::upload).fallback(pages::page))
        .layer(from_fn_with_state(app.clone(), session::session));
    Ok(Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/robots.txt", get(robots::robots))
        .route("/assets/{*path}", get(assets::asset))
        .route("/media/{file}", get(media::picture))
        .route("/desk", get(desk::document))
        .route("/desk/", get(desk::document))
        .route("/desk/{*page}", get(desk::document))
        .route("/.well-known/change-password", get(desk::change_password))
        .route("/wp-login.php", get(desk::elsewhere))
        .route("/wp-admin", get(desk::elsewhere))
        .route("/wp-admin/{*page}", get(desk::elsewhere))
        .route("/wp-admin/", get(desk::elsewhere))
        .route("/ghost", get(desk::elsewhere))
        .route("/ghost/", get(desk::elsewhere))
        .route("/ghost/{*page}", get(desk::elsewhere))
        .route("/preview/{*token}", get(preview::preview))
        .route("/a/{id}", get(pages::by_id))
        .route("/a/{id}/", get(pages::by_id))
        .merge(signed_in)
        .fallback(pages::page)
        .with_state(app)
        .layer(from_fn(body_limit::body_limit))
        .layer(csrf)
        .layer(from_fn_with_state(proxies, reader::reader))
        .layer(from_fn(url_limit::url_limit))
        .layer(from_fn_with_state(pages, error_pages::error_pages))
        .layer(from_fn(headers::headers)))
}
