//! From a configuration to a paper that can answer.

use std::net::IpAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use app::{Assets, Site};
use axum::Router;
use newsroom::{Clock, MailConfig, Newsroom};

use crate::config::Config;
use crate::page_cache::PageCache;
use crate::router::router;
use crate::routes::assets;

/// A paper that can answer requests.
#[derive(Clone, Debug)]
pub struct Booted {
    /// Every address.
    pub router: Router,
    /// The paper.
    pub newsroom: Newsroom,
    /// The pages that are ready to be sent.
    pub cache: Arc<PageCache>,
}

/// How it answers.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the paper is on the web.
    pub base_url: String,
    /// Addresses of the proxies whose forwarded headers are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether requests may ask for a fresh render and its time, and clients of drafts type as fast as they like.
    pub bench: bool,
}

/// Opens the paper's data. `base_url` is where the paper is on the web.
pub async fn open(config: &Config, base_url: &str) -> Result<Newsroom> {
    let database_url = Some(config.database_url.clone()).filter(|url| !url.is_empty());
    let mail = (!config.smtp_url.is_empty()).then(|| MailConfig {
        url: config.smtp_url.clone(),
        from: config.smtp_from.clone(),
        words: app::letter,
    });
    Ok(Newsroom::open(newsroom::Config {
        data: config.data.clone(),
        database_url,
        clock: Clock::system(),
        base_url: base_url.to_owned(),
        mail,
    })
    .await?)
}

/// Puts the paper behind a router, and starts what runs beside the requests: following the change log and flushing counts.
pub async fn boot(newsroom: Newsroom, options: &Options) -> Result<Booted> {
    // It can be set once in a process; tests boot several papers.
    let _ = any_spawner::Executor::init_tokio();
    let assets: Assets = match assets::manifest() {
        Some(manifest) => serde_json::from_slice(&manifest).context("the manifest of assets cannot be read")?,
        None => Assets::default(),
    };
    let site =
        Site { newsroom: newsroom.clone(), assets: Arc::new(assets), base_url: options.base_url.as_str().into() };
    let cache = Arc::new(PageCache::new(site.clone(), options.bench));
    let latest = newsroom.changes().latest().await?;
    tokio::spawn(Arc::clone(&cache).follow(latest));
    tokio::spawn(newsroom::Pageviews::keep_flushing(newsroom.clone()));
    tokio::spawn(newsroom::Jobs::keep_working(newsroom.clone()));
    let router = router(site, Arc::clone(&cache), options)?;
    Ok(Booted { router, newsroom, cache })
}
