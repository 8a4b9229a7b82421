//! What moves on and around an article: sharing it, and more articles at the end of a list.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Shares the page by the device's own sheet, or copies its address. Its children are the other ways: plain links.
///
/// Worth its bytes: the device knows the reader's apps better than any row of logos.
#[island]
pub fn Share(
    title: String,
    url: String,
    native: String,
    copy: String,
    copied: String,
    failed: String,
    children: Children,
) -> impl IntoView {
    let can_share = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    // After hydration: until then the page must be what the server made.
    Effect::new(move |_| {
        #[cfg(feature = "hydrate")]
        can_share.set(browser::can_share());
    });
    let on_share = {
        let url = url.clone();
        move |_| {
            #[cfg(feature = "hydrate")]
            browser::share(&title, &url);
            let _ = (&title, &url);
        }
    };
    let on_copy = move |_| {
        #[cfg(feature = "hydrate")]
        {
            let (copied, failed, url) = (copied.clone(), failed.clone(), url.clone());
            leptos::task::spawn_local(async move {
                said.set(if browser::copy(&url).await { copied } else { failed });
            });
        }
        let _ = (&copied, &failed, &url);
    };
    view! {
        <button class="share__item" type="button" aria-label=native hidden=move || !can_share.get() on:click=on_share>
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M12 15V3.5m0 0L8 7.5m4-4 4 4M6 11H5v9.5h14V11h-1"/>
            </svg>
        </button>
        {children()}
        <button class="share__item" type="button" aria-label=copy on:click=on_copy>
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M10 14a4.5 4.5 0 0 0 6.4 0l3-3A4.5 4.5 0 0 0 13 4.6l-1.2 1.2M14 10a4.5 4.5 0 0 0-6.4 0l-3 3A4.5 4.5 0 0 0 11 19.4l1.2-1.2"/>
            </svg>
        </button>
        <span class="share__said" role="status">{said}</span>
    }
}

/// What the "more articles" button says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreWords {
    /// The button.
    pub more: String,
    /// The button while they come.
    pub loading: String,
    /// They did not come.
    pub failed: String,
}

/// The next pages of a list, under it, without leaving it. Its children are the plain pagination.
///
/// It takes the teasers from the next page's own HTML: the server has made them already, with their dates and covers,
/// so nothing here has to know how to draw one. Worth its bytes: on a telephone, reading on beats turning pages.
#[island]
pub fn MoreArticles(
    /// The address of the next page.
    next: String,
    words: MoreWords,
    children: Children,
) -> impl IntoView {
    let next = RwSignal::new(Some(next));
    let said = RwSignal::new(words.more.clone());
    let list = NodeRef::<leptos::html::Div>::new();
    let load = move |_| {
        #[cfg(feature = "hydrate")]
        browser::load_more(list, next, said, words.clone());
        let _ = &words;
    };
    view! {
        <div class="story-list" aria-live="polite" node_ref=list></div>
        <button class="button needs-script" type="button" hidden=move || next.get().is_none() on:click=load>{said}</button>
        {children()}
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::html::Div;
    use leptos::prelude::*;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::ShareData;

    use super::MoreWords;

    /// Whether the device has a sheet of its own for sharing.
    pub fn can_share() -> bool {
        js_sys::Reflect::has(window().navigator().unchecked_ref(), &JsValue::from_str("share")).unwrap_or(false)
    }

    /// Opens the device's sheet. A reader who closes it without sharing has done nothing wrong.
    pub fn share(title: &str, url: &str) {
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(url);
        let shared = window().navigator().share_with_data(&data);
        leptos::task::spawn_local(async move {
            let _ = JsFuture::from(shared).await;
        });
    }

    /// Copies an address; whether the browser allowed it.
    pub async fn copy(url: &str) -> bool {
        // Outside a secure context there is no clipboard.
        if !window().is_secure_context() {
            return false;
        }
        JsFuture::from(window().navigator().clipboard().write_text(url)).await.is_ok()
    }

    /// Puts the teasers of the next page at the end of `list`, and notes the page after it.
    pub fn load_more(list: NodeRef<Div>, next: RwSignal<Option<String>>, said: RwSignal<String>, words: MoreWords) {
        let Some(address) = next.get_untracked() else { return };
        if said.get_untracked() == words.loading {
            return;
        }
        said.set(words.loading);
        leptos::task::spawn_local(async move {
            let page = fetch(&address).await;
            if let (Some(page), Some(list)) = (&page, list.get_untracked()) {
                take_teasers(page, &list);
                let link = page.query_selector("a[rel=next]").ok().flatten();
                next.set(link.and_then(|link| link.get_attribute("href")));
            }
            said.set(if page.is_some() { words.more } else { words.failed });
        });
    }

    async fn fetch(address: &str) -> Option<web_sys::Document> {
        let answer = gloo_net::http::Request::get(address).send().await.ok()?;
        let html = answer.text().await.ok().filter(|_| answer.ok())?;
        web_sys::DomParser::new().ok()?.parse_from_string(&html, web_sys::SupportedType::TextHtml).ok()
    }

    fn take_teasers(page: &web_sys::Document, list: &web_sys::Element) {
        let Ok(teasers) = page.query_selector_all(".story-list > *") else { return };
        for at in 0..teasers.length() {
            if let Some(teaser) = teasers.get(at) {
                let _ = list.append_child(&teaser);
            }
        }
    }
}
