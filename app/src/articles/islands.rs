//! What moves on and around an article: sharing it, and more articles at the end of a list.

use leptos::prelude::*;
use model::Card;
use serde::{Deserialize, Serialize};

use super::teaser::{Teaser, TeaserStyle};
use super::list_articles;

/// Shares the page by the device's own sheet, or copies its address. Its children are the other ways: plain links.
///
/// Worth its bytes: the device knows the reader's apps better than any row of logos.
#[island]
pub fn Share(title: String, url: String, native: String, copy: String, copied: String, failed: String, children: Children) -> impl IntoView {
    let (can_share, _set_can_share) = signal(false);
    let (said, _set_said) = signal(String::new());
    #[cfg(feature = "hydrate")]
    _set_can_share.set(browser::can_share());
    let _ = (&title, &copied, &failed);
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
                _set_said.set(if browser::copy(&url).await { copied } else { failed });
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

/// The next pages of a list, under it, without leaving it. Its children are the plain pagination, for where there is
/// no script. Worth its bytes: on a telephone, reading on beats turning pages. It draws the same cards as the server.
#[island]
pub fn MoreArticles(
    /// The list's own address.
    list: String,
    /// The page shown so far.
    page: u32,
    /// How many there are.
    pages: u32,
    words: MoreWords,
    /// How dates are written: the interface's language, the paper's zone, and whether short.
    dates: (String, String, bool),
    children: Children,
) -> impl IntoView {
    let shown = RwSignal::new(page);
    let cards = RwSignal::new(Vec::<Card>::new());
    let said = RwSignal::new(words.more.clone());
    let busy = RwSignal::new(false);
    let load = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        said.set(words.loading.clone());
        let (list, more, failed) = (list.clone(), words.more.clone(), words.failed.clone());
        leptos::task::spawn_local(async move {
            let next = shown.get_untracked() + 1;
            match list_articles(list, next).await {
                Ok(page) => {
                    cards.update(|cards| cards.extend(page.items));
                    shown.set(next);
                    said.set(more);
                }
                Err(_) => said.set(failed),
            }
            busy.set(false);
        });
    };
    let date = move |card: &Card| {
        #[cfg(feature = "hydrate")]
        return browser::date(card.published_at, &dates);
        #[cfg(not(feature = "hydrate"))]
        {
            let _ = (card, &dates);
            (String::new(), String::new())
        }
    };
    view! {
        <div class="story-list" aria-live="polite">
            <For each=move || cards.get() key=|card| card.id let:card>
                {
                    let date = date(&card);
                    view! { <Teaser card date style=TeaserStyle::Row level=2/> }
                }
            </For>
        </div>
        <Show when=move || shown.get() < pages>
            <button class="button more" type="button" on:click=load.clone() disabled=busy>{said}</button>
        </Show>
        {children()}
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::*;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use model::Millis;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::ShareData;

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

    /// A date for machines and one for people, by the browser's own calendar.
    pub fn date(at: Millis, (lang, zone, short): &(String, String, bool)) -> (String, String) {
        let date = js_sys::Date::new(&JsValue::from_f64(at.0 as f64));
        let options = js_sys::Object::new();
        let fields = [("timeZone", zone.as_str()), ("day", "numeric"), ("month", if *short { "short" } else { "long" }), ("year", "numeric")];
        for (name, value) in fields {
            let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
        }
        let locale = if lang == "en" { "en-GB" } else { lang.as_str() };
        (String::from(date.to_iso_string()), String::from(date.to_locale_date_string(locale, &options)))
    }
}
