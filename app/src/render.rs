//! From a request to a whole page, in one piece.
//!
//! Pages are rendered asynchronously and collected before anything is sent: the status may depend on the data, and
//! no inline script is needed to put late parts in their place (Leptos' own integration would add one to every page).

use std::sync::Arc;

use futures::StreamExt;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos_meta::ServerMetaContext;
use leptos_router::location::RequestUrl;

use crate::comments::CommentDraft;
use crate::context::{Outcome, Site};
use crate::shell::Shell;

/// What a page is asked for with. Nothing of whoever asks: pages are the same for everybody.
#[derive(Clone, Debug, Default)]
pub struct PageRequest {
    /// The path, as it came: `/cronaca/una-notizia/`.
    pub path: String,
    /// The query, without its question mark.
    pub query: String,
    /// What was typed into the comment form, where it was refused.
    pub draft: Option<CommentDraft>,
    /// The status of a request that was refused before it came to a page: the page says so, whatever its path.
    pub refused: Option<u16>,
}

impl PageRequest {
    /// A value of the query.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        self.query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.replace('+', " "))
            .map(|value| percent_decode(&value))
            .filter(|value| !value.is_empty())
    }
}

/// A page, ready to be sent.
#[derive(Clone, Debug)]
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// Where to go instead, with status 301.
    pub location: Option<String>,
    /// The HTML, doctype included.
    pub html: String,
    /// What the page is made of, as `article:17`, `section:3`, `front`: when one of them changes, so does the page.
    pub tags: Vec<String>,
}

/// Renders the page at an address. Errors become pages too: this always answers.
pub async fn render(site: Site, request: PageRequest) -> Page {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    // A new root stays the thread's owner until it is unset, and whatever begins on that thread while this page waits for
    // its data would be its child: a server function would find the page's contexts, and give the page its own status.
    owner.clone().unset();
    let (meta, meta_output) = ServerMetaContext::new();
    let outcome = Outcome::new();
    let html = owner.with(|| {
        provide_context(site.newsroom.clone());
        provide_context(site);
        provide_context(RequestUrl::new(&request.path));
        provide_context(request);
        provide_context(meta);
        provide_context(outcome.clone());
        ScopedFuture::new(async move { Shell().to_html_stream_in_order().collect::<String>().await })
    });
    let body = Box::pin(futures::stream::once(html));
    let html = meta_output.inject_meta_context(body).await.collect::<String>().await;
    owner.unset_with_forced_cleanup();
    outcome.with(|parts| Page {
        status: parts.status,
        location: parts.location.take(),
        html: format!("<!DOCTYPE html>{html}"),
        tags: std::mem::take(&mut parts.tags),
    })
}

fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        if let Some(byte) = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            decoded.push(byte);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
