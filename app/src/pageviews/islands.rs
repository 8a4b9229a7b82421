//! The count under the headline, alive: it tells of this reading and shows the number that comes back.

use leptos::prelude::*;

/// The view count of an article. After five visible seconds it reports a reading, once a page.
///
/// Worth its bytes: no cookie, no third party, and the number is true when the reader looks again.
/// `words` are the count's two forms with `{n}` in the place of the number: for one, and for any other.
#[island]
pub fn Views(article_id: i64, count: i64, one: String, other: String) -> impl IntoView {
    let shown = RwSignal::new(count);
    #[cfg(feature = "hydrate")]
    leptos::task::spawn_local(async move {
        if !browser::five_visible_seconds(article_id).await {
            return;
        }
        if let Ok(now) = super::record_view(article_id).await {
            shown.set(now.count);
        }
    });
    let _ = article_id;
    let words = move || {
        let form = if shown.get() == 1 { &one } else { &other };
        form.replace("{n}", &shown.get().to_string())
    };
    view! { <data class="views" data-part="views" value=move || shown.get().to_string()>{words}</data> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use gloo_timers::future::TimeoutFuture;
    use leptos::prelude::document;
    use web_sys::VisibilityState;

    /// Waits until the article has been looked at for five seconds in all; whether it was. A hidden tab and a page
    /// rendered ahead of a visit stand still; another page in this one's place ends it.
    pub async fn five_visible_seconds(article_id: i64) -> bool {
        let article = format!("[data-article-id=\"{article_id}\"]");
        let mut seen = 0;
        while seen < 20 {
            TimeoutFuture::new(250).await;
            if document().query_selector(&article).ok().flatten().is_none() {
                return false;
            }
            if document().visibility_state() == VisibilityState::Visible {
                seen += 1;
            }
        }
        true
    }
}
