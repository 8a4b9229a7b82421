//! Stories by day: what comes out when, and what came out.

mod day;
mod grid;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::story_calendar;
use crate::desk::addresses;
use crate::desk::asking::load;
use crate::desk::dates::{self, Day};
use crate::desk::live::live;
use crate::desk::ui::{Failed, Icon, PageHead};
use crate::i18n::t;
use grid::Grid;

/// What the calendar shows: the month or the week around a day. It stands in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The day that the keys stand on.
    pub day: Day,
    /// Whether it is a week.
    pub is_week: bool,
}

impl Span {
    /// The Monday that it begins with.
    pub fn first(self) -> Day {
        if self.is_week { self.day.monday() } else { self.day.first().monday() }
    }

    /// The Monday after it.
    pub fn end(self) -> Day {
        if self.is_week { self.first().plus(7) } else { self.day.first_after(1).plus(6).monday() }
    }

    /// The span some months or weeks away.
    pub fn turned(self, by: i32) -> Self {
        let day = if self.is_week { self.day.plus(7 * i64::from(by)) } else { self.day.first_after(by) };
        Self { day, ..self }
    }

    fn title(self) -> String {
        if self.is_week {
            let last = self.first().plus(6);
            return format!("{} – {}", self.first().words(), last.words());
        }
        format!("{} {}", t(&format!("desk-month-{}", self.day.month)), self.day.year)
    }

    fn address(self) -> String {
        let view = if self.is_week { "&view=week" } else { "" };
        format!("{}?day={}{view}", addresses::CALENDAR, self.day.text())
    }
}

/// The calendar.
#[component]
pub(crate) fn CalendarPage() -> impl IntoView {
    let query = use_query_map();
    let span = Memo::new(move |_| {
        query.with(|query| Span {
            day: query.get("day").and_then(|day| Day::parse(&day)).unwrap_or_else(|| Day::of(dates::now())),
            is_week: query.get("view").is_some_and(|view| view == "week"),
        })
    });
    let navigate = use_navigate();
    let go = Callback::new(move |span: Span| {
        navigate(&span.address(), NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    let changes = live().changes;
    let bounds = Memo::new(move |_| span.with(|span| (span.first(), span.end())));
    let stories = load(move || {
        changes.track();
        let (first, end) = bounds.get();
        story_calendar(first.begins().0, end.begins().0)
    });
    view! {
        <PageHead title=t("desk-nav-calendar")>
            <Turning span go/>
        </PageHead>
        {move || stories.error.get().map(|error| view! { <Failed error retry=Callback::new(move |()| stories.reload())/> })}
        <Grid span go lines=Signal::derive(move || stories.value.get().unwrap_or_default())/>
    }
}

/// Back, today, on; month or week.
#[component]
fn Turning(span: Memo<Span>, go: Callback<Span>) -> impl IntoView {
    let turn = move |by: i32| go.run(span.get_untracked().turned(by));
    let view_of = move |is_week: bool, word: String| {
        view! {
            <button
                class="desk-switch__side"
                type="button"
                aria-pressed=move || (span.get().is_week == is_week).to_string()
                on:click=move |_| go.run(Span { is_week, ..span.get_untracked() })
            >
                {word}
            </button>
        }
    };
    view! {
        <p class="desk-calendar__title" aria-live="polite">{move || span.get().title()}</p>
        <div class="desk-calendar__turn">
            <button class="desk-tool" type="button" aria-label=t("desk-calendar-back") on:click=move |_| turn(-1)>{Icon::Left}</button>
            <button class="button button--quiet" type="button" on:click=move |_| go.run(Span { day: Day::of(dates::now()), ..span.get_untracked() })>
                {t("desk-calendar-today")}
            </button>
            <button class="desk-tool" type="button" aria-label=t("desk-calendar-on") on:click=move |_| turn(1)>{Icon::Right}</button>
        </div>
        <div class="desk-switch" role="group" aria-label=t("desk-calendar-view")>
            {view_of(false, t("desk-calendar-month"))}
            {view_of(true, t("desk-calendar-week"))}
        </div>
    }
}
