//! The list of stories.

use leptos::prelude::*;
use model::Section;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, IntersectionObserver, IntersectionObserverEntry};

use super::begin;
use super::filters::{Filter, Filters};
use super::line::Line;
use super::stretch::Stretch;
use crate::desk::asking::{Loaded, load};
use crate::desk::keys::on_key;
use crate::desk::settings::list_sections;
use crate::desk::ui::{Empty, Failed, PageHead, Waiting};
use crate::i18n::{t, t_with};

/// All stories, a stretch at a time.
#[component]
pub(crate) fn StoriesPage() -> impl IntoView {
    let filter = Filter::of_address();
    let stretch = Stretch::new(filter);
    let sections: Loaded<Vec<Section>> = load(list_sections);
    on_key(|key| match key {
        "j" => step(1),
        "k" => step(-1),
        _ => false,
    });
    view! {
        <PageHead title=t("desk-nav-stories")/>
        <Filters filter sections/>
        {move || match (stretch.is_new.get(), stretch.error.get()) {
            (true, Some(error)) => view! { <Failed error retry=Callback::new(move |()| stretch.retry())/> }.into_any(),
            (true, None) => view! { <Waiting/> }.into_any(),
            (false, _) => view! { <Lines stretch filter/> }.into_any(),
        }}
    }
}

#[component]
fn Lines(stretch: Stretch, filter: Memo<Filter>) -> impl IntoView {
    let is_empty = Memo::new(move |_| stretch.lines.with(Vec::is_empty));
    move || {
        if is_empty.get() {
            return view! { <Nothing filter=filter.get()/> }.into_any();
        }
        view! {
            <ul class="desk-list" aria-busy=move || stretch.is_busy.get().to_string()>
                <For each=move || stretch.lines.get() key=|line| line.id.0 let:line>
                    <Line id=line.id.0 line=stretch.line(line)/>
                </For>
            </ul>
            <More stretch/>
        }
        .into_any()
    }
}

/// The end of what is loaded: comes into view, and more is asked for.
#[component]
fn More(stretch: Stretch) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            watch(&place, stretch);
        }
    });
    view! {
        <div class="desk-more" node_ref=place>
            {move || match (stretch.error.get(), stretch.has_more()) {
                (Some(error), _) => view! { <Failed error retry=Callback::new(move |()| stretch.retry())/> }.into_any(),
                (None, true) => view! {
                    <button class="button button--quiet" type="button" on:click=move |_| stretch.more()>
                        {move || if stretch.is_busy.get() { t("desk-loading") } else { t("desk-load-more") }}
                    </button>
                }
                .into_any(),
                (None, false) => {
                    let count = stretch.lines.with(|lines| lines.len() as i64);
                    view! { <p class="desk-more__end">{t_with("desk-list-end", [("count", count.into())])}</p> }.into_any()
                }
            }}
        </div>
    }
}

fn watch(place: &HtmlElement, stretch: Stretch) {
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let mut entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        if entries.any(|entry| entry.is_intersecting()) && stretch.is_busy.try_get_untracked() == Some(false) {
            stretch.more();
        }
    });
    let Ok(observer) = IntersectionObserver::new(seen.as_ref().unchecked_ref()) else { return };
    observer.observe(place);
    let kept = StoredValue::new_local((seen, observer));
    on_cleanup(move || kept.with_value(|(_, observer)| observer.disconnect()));
}

/// Nothing fits: because there is nothing, or because of the filters.
#[component]
fn Nothing(filter: Filter) -> impl IntoView {
    let starter = begin::starter();
    if filter.is_empty() {
        return view! {
            <Empty title=t("desk-stories-empty-title") text=t("desk-stories-empty-text")>
                <button class="button" type="button" on:click=move |_| { starter.run(String::new()); }>{t("desk-new-story")}</button>
            </Empty>
        }
        .into_any();
    }
    view! {
        <Empty title=t("desk-stories-none-title") text=t("desk-stories-none-text")>
            <a class="button button--quiet" href=crate::desk::addresses::STORIES>{t("desk-filter-clear")}</a>
        </Empty>
    }
    .into_any()
}

/// Moves the focus up or down the list.
fn step(by: i32) -> bool {
    let Ok(lines) = document().query_selector_all("[data-line]") else { return false };
    let active = document().active_element();
    let at = (0..lines.length()).find(|at| {
        lines.item(*at).is_some_and(|line| active.as_ref().is_some_and(|active| line.is_same_node(Some(active))))
    });
    let next = match at {
        Some(at) => at as i32 + by,
        None => 0,
    };
    let line =
        u32::try_from(next).ok().and_then(|next| lines.item(next)).and_then(|line| line.dyn_into::<HtmlElement>().ok());
    line.is_some_and(|line| line.focus().is_ok())
}
