//! What the list of stories is narrowed down by. It stands in the address, so that a list can be kept and passed on.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use model::{Section, StoryState};

use crate::desk::addresses;
use crate::desk::asking::Loaded;
use crate::desk::ui::{Check, Icon, state_word};
use crate::i18n::t;

/// What the list is narrowed down by, as the server function takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// A state's word; empty for all but the deleted.
    pub state: String,
    /// A section's name.
    pub section: String,
    /// Words of the byline.
    pub byline: String,
    /// Words of the headline or the byline.
    pub words: String,
    /// Only one's own.
    pub mine: bool,
}

impl Filter {
    /// The filter that the address holds.
    pub fn of_address() -> Memo<Self> {
        let query = use_query_map();
        Memo::new(move |_| {
            query.with(|query| {
                let value = |name: &str| query.get(name).unwrap_or_default();
                Self {
                    state: value("state"),
                    section: value("section"),
                    byline: value("byline"),
                    words: value("q"),
                    mine: value("mine") == "1",
                }
            })
        })
    }

    /// Whether it lets every story through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn address(&self) -> String {
        let mine = if self.mine { "1" } else { "" };
        let pairs = [
            ("state", self.state.as_str()),
            ("section", &self.section),
            ("byline", &self.byline),
            ("q", &self.words),
            ("mine", mine),
        ];
        let query: Vec<String> = pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", String::from(js_sys::encode_uri_component(value))))
            .collect();
        if query.is_empty() {
            addresses::STORIES.to_owned()
        } else {
            format!("{}?{}", addresses::STORIES, query.join("&"))
        }
    }
}

/// Tabs by state, a search, and the rest of the filters.
#[component]
pub(crate) fn Filters(filter: Memo<Filter>, sections: Loaded<Vec<Section>>) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |filter: Filter| {
        navigate(&filter.address(), NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    let states = [None].into_iter().chain(StoryState::ALL.into_iter().map(Some));
    view! {
        <div class="desk-filters">
            <nav class="desk-tabs" aria-label=t("desk-filter-state")>
                {states.map(|state| view! { <StateTab state filter/> }).collect_view()}
            </nav>
            <div class="desk-filters__row">
                <Search filter go/>
                <SectionChoice filter go sections/>
                <BylineField filter go/>
                <MineSwitch filter go/>
            </div>
        </div>
    }
}

#[component]
fn StateTab(state: Option<StoryState>, filter: Memo<Filter>) -> impl IntoView {
    let name = state.map_or("", StoryState::as_str);
    let word = state.map_or_else(|| t("desk-filter-all"), state_word);
    let address = move || filter.with(|filter| Filter { state: name.to_owned(), ..filter.clone() }.address());
    let current = move || filter.with(|filter| filter.state == name).then_some("true");
    view! { <a class="desk-tabs__tab" href=address aria-current=current>{word}</a> }
}

#[component]
fn Search(filter: Memo<Filter>, go: Callback<Filter>) -> impl IntoView {
    let typed = later(filter, go, |filter, words| filter.words = words);
    view! {
        <label class="desk-search">
            <span class="desk-search__icon">{Icon::Search}</span>
            <span class="visually-hidden">{t("desk-filter-words")}</span>
            <input
                class="desk-search__field"
                type="search"
                data-search=""
                placeholder=t("desk-filter-words")
                prop:value=move || filter.with(|filter| filter.words.clone())
                on:input=typed
            />
        </label>
    }
}

#[component]
fn SectionChoice(filter: Memo<Filter>, go: Callback<Filter>, sections: Loaded<Vec<Section>>) -> impl IntoView {
    let choose = move |event| go.run(Filter { section: event_target_value(&event), ..filter.get_untracked() });
    let chosen = move |name: &str| filter.with(|filter| filter.section == name);
    let options = move || {
        sections.value.get().map(|sections| {
            let names = section_names(&sections);
            names
                .into_iter()
                .map(|name| view! { <option value=name.clone() selected=chosen(&name)>{name.clone()}</option> })
                .collect_view()
        })
    };
    view! {
        <label class="desk-pick">
            <span class="visually-hidden">{t("desk-section")}</span>
            <select class="desk-pick__control" on:change=choose>
                <option value="" selected=move || chosen("")>{t("desk-filter-all-sections")}</option>
                {options}
            </select>
        </label>
    }
}

#[component]
fn BylineField(filter: Memo<Filter>, go: Callback<Filter>) -> impl IntoView {
    let typed = later(filter, go, |filter, byline| filter.byline = byline);
    view! {
        <label class="desk-pick desk-pick--byline">
            <span class="visually-hidden">{t("desk-byline")}</span>
            <input
                class="desk-pick__control"
                type="search"
                placeholder=t("desk-byline")
                prop:value=move || filter.with(|filter| filter.byline.clone())
                on:input=typed
            />
        </label>
    }
}

#[component]
fn MineSwitch(filter: Memo<Filter>, go: Callback<Filter>) -> impl IntoView {
    let mine = RwSignal::new(filter.with_untracked(|filter| filter.mine));
    Effect::new(move |before: Option<bool>| {
        let mine = mine.get();
        if before.is_some_and(|before| before != mine) {
            go.run(Filter { mine, ..filter.get_untracked() });
        }
        mine
    });
    view! { <Check label=t("desk-filter-mine") value=mine/> }
}

/// Changes the filter when somebody has stopped typing for a moment.
fn later(
    filter: Memo<Filter>,
    go: Callback<Filter>,
    change: fn(&mut Filter, String),
) -> impl Fn(leptos::ev::Event) + 'static {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    move |event| {
        let text = event_target_value(&event);
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        let fire = move || {
            if let Some(mut filter) = filter.try_get_untracked() {
                change(&mut filter, text);
                go.run(filter);
            }
        };
        waiting.set_value(set_timeout_with_handle(fire, std::time::Duration::from_millis(250)).ok());
    }
}

/// The names of all sections, subsections as `Name/Subsection`.
pub(crate) fn section_names(sections: &[Section]) -> Vec<String> {
    let mut names = Vec::new();
    for section in sections.iter().filter(|section| section.parent.is_none()) {
        names.push(section.name.clone());
        names.extend(section.children.iter().map(|child| format!("{}/{}", section.name, child.name)));
    }
    names
}
