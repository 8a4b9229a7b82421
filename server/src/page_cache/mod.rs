//! Pages that are ready to be sent.
//!
//! A page is rendered once, whoever asks how often meanwhile; it is kept in every encoding; it goes when something it
//! shows changes (the change log says so), and in any case after a minute. It holds nothing of whoever asked.

mod encoding;
mod entry;
mod follow;
mod tags;

pub(crate) use encoding::Encoding;
pub(crate) use entry::private;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use app::{Page, PageRequest, Site};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use moka::future::Cache;
use tokio::sync::Semaphore;

use entry::Entry;
use tags::Tags;

use crate::routes::refusal;

/// How many bytes of pages are kept, all encodings together.
const CAPACITY: u64 = 48 * 1024 * 1024;

/// How long a page is kept at the most: the front's date turns, the most read change without a change-log entry.
const KEPT: Duration = Duration::from_mins(1);

/// How many pages are rendered at once; the others wait.
const RENDERS: usize = 8;

/// How long a render may take before its reader is asked to come back.
const PATIENCE: Duration = Duration::from_secs(10);

/// Pages that are ready to be sent, by path.
#[derive(Debug)]
pub struct PageCache {
    site: Site,
    pages: Cache<String, Arc<Entry>>,
    tags: Arc<Tags>,
    renders: Semaphore,
    /// Counts the changes followed: a page whose render began before the latest of them is not kept.
    changes: AtomicU64,
    /// The benchmarks ask for fresh renders; nobody else may.
    bench: bool,
}

impl PageCache {
    pub(crate) fn new(site: Site, bench: bool) -> Self {
        let tags = Arc::new(Tags::default());
        let dropped = Arc::clone(&tags);
        let pages = Cache::builder()
            .max_capacity(CAPACITY)
            .weigher(|path: &String, entry: &Arc<Entry>| u32::try_from(path.len() + entry.weight()).unwrap_or(u32::MAX))
            .time_to_live(KEPT)
            .eviction_listener(move |path, entry: Arc<Entry>, cause| {
                if cause != moka::notification::RemovalCause::Replaced {
                    dropped.forget(&path, &entry.tags);
                }
            })
            .build();
        Self { site, pages, tags, renders: Semaphore::new(RENDERS), changes: AtomicU64::new(0), bench }
    }

    /// The page at an address, from the cache where it may be.
    pub(crate) async fn page(&self, request: PageRequest, headers: &HeaderMap) -> Response {
        if self.bench && headers.contains_key("x-redazione-bench") {
            return self.measured(request).await;
        }
        // What a form came back with is for one reader; other queries change nothing on a page.
        let personal = request.query.split('&').any(|pair| pair.starts_with("reply=") || pair.starts_with("comment="));
        if personal {
            return self.render(request).await;
        }
        match self.entry(request.path).await {
            Ok(entry) => entry.response(headers),
            Err(answer) => answer.response(),
        }
    }

    /// A page rendered for this request alone, kept nowhere.
    pub(crate) async fn render(&self, request: PageRequest) -> Response {
        match self.render_page(request).await {
            Ok(page) => private(page),
            Err(answer) => answer.response(),
        }
    }

    /// A page that is ready; none where it has to be rendered first. The quickest way to answer.
    pub async fn ready(&self, path: &str, headers: &HeaderMap) -> Option<Response> {
        if self.bench && headers.contains_key("x-redazione-bench") {
            return None;
        }
        self.pages.get(path).await.map(|entry| entry.response(headers))
    }

    async fn entry(&self, path: String) -> Result<Arc<Entry>, Answer> {
        let before = self.changes.load(Ordering::SeqCst);
        let entry = self.pages.try_get_with(path.clone(), self.make(path.clone())).await.map_err(|answer| *answer)?;
        let changed = self.changes.load(Ordering::SeqCst) != before;
        if changed && entry.made_at_change == before || !entry.cacheable {
            self.pages.invalidate(&path).await;
        }
        Ok(entry)
    }

    async fn make(&self, path: String) -> Result<Arc<Entry>, Answer> {
        let made_at_change = self.changes.load(Ordering::SeqCst);
        let page = self.render_page(PageRequest { path: path.clone(), ..PageRequest::default() }).await?;
        self.tags.remember(&path, &page.tags);
        let entry = tokio::task::spawn_blocking(move || Entry::new(page, made_at_change)).await;
        entry.map(Arc::new).map_err(|_| Answer::Failed)
    }

    async fn render_page(&self, request: PageRequest) -> Result<Page, Answer> {
        let rendering = async {
            let _turn = self.renders.acquire().await;
            // In a task of its own: a reader who leaves does not stop it half-way, a panic stays inside.
            tokio::spawn(app::render(self.site.clone(), request)).await
        };
        match tokio::time::timeout(PATIENCE, rendering).await {
            Ok(Ok(page)) => Ok(page),
            Ok(Err(why)) => {
                tracing::error!(error = %why, "a render failed");
                Err(Answer::Failed)
            }
            Err(_) => {
                tracing::error!("a render took longer than {} s", PATIENCE.as_secs());
                Err(Answer::TooSlow)
            }
        }
    }

    /// A fresh render with its time in a header, in microseconds.
    async fn measured(&self, request: PageRequest) -> Response {
        let begin = Instant::now();
        let mut response = self.render(request).await;
        let micros = u64::try_from(begin.elapsed().as_micros()).unwrap_or(u64::MAX);
        response.headers_mut().insert("x-render-micros", micros.into());
        response
    }

    /// Drops every page that shows one of these things; all pages where `everything` is said.
    async fn purge(&self, tags: &[String], everything: bool) {
        self.changes.fetch_add(1, Ordering::SeqCst);
        if everything {
            self.pages.invalidate_all();
            return;
        }
        for path in self.tags.paths(tags) {
            self.pages.invalidate(&path).await;
        }
    }
}

/// Why there is no page.
#[derive(Clone, Copy, Debug)]
enum Answer {
    Failed,
    TooSlow,
}

impl Answer {
    fn response(self) -> Response {
        let (status, message) = match self {
            Self::Failed => (StatusCode::INTERNAL_SERVER_ERROR, "something went wrong here: try again later"),
            Self::TooSlow => {
                (StatusCode::SERVICE_UNAVAILABLE, "too much is asked for at the moment: try again in a few seconds")
            }
        };
        refusal::plain(status, message)
    }
}
