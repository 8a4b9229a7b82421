//! The days of a month or a week. The arrow keys go from day to day, Enter begins a story for one.

use leptos::prelude::*;
use model::StoryLine;

use super::Span;
use super::day::DayCell;
use crate::desk::dates::{self, Day};
use crate::desk::ui::find;
use crate::i18n::t;

/// The days, seven to a row.
#[component]
pub(super) fn Grid(span: Memo<Span>, go: Callback<Span>, lines: Signal<Vec<StoryLine>>) -> impl IntoView {
    let press = move |event: leptos::ev::KeyboardEvent| {
        let here = span.get_untracked();
        let to = match event.key().as_str() {
            "ArrowLeft" => here.day.plus(-1),
            "ArrowRight" => here.day.plus(1),
            "ArrowUp" => here.day.plus(-7),
            "ArrowDown" => here.day.plus(7),
            "PageUp" => here.turned(-1).day,
            "PageDown" => here.turned(1).day,
            "Home" => here.day.monday(),
            "End" => here.day.monday().plus(6),
            _ => return,
        };
        event.prevent_default();
        go.run(Span { day: to, ..here });
        request_animation_frame(move || {
            if let Some(day) = find(&format!("[data-day=\"{}\"]", to.text())) {
                let _ = day.focus();
            }
        });
    };
    let bounds = Memo::new(move |_| span.with(|span| (span.first(), span.end(), span.is_week)));
    let days = move || {
        let (first, end, is_week) = bounds.get();
        let today = Day::of(dates::now());
        let month = span.get_untracked().day.month;
        let days = (0..).map(|days| first.plus(days)).take_while(|day| *day < end);
        days.map(|day| {
            let is_outside = !is_week && day.month != month;
            let of_day = Signal::derive(move || of_day(&lines.get(), day));
            let is_here = Signal::derive(move || span.get().day == day);
            view! { <DayCell day is_today={day == today} is_outside is_here lines=of_day/> }
        })
        .collect_view()
    };
    view! {
        <div class="desk-calendar" class:desk-calendar--week=move || span.get().is_week>
            <div class="desk-calendar__names" aria-hidden="true">
                {(1..=7).map(|day| view! { <span>{t(&format!("desk-weekday-short-{day}"))}</span> }).collect_view()}
            </div>
            <ol class="desk-calendar__days" aria-label=t("desk-nav-calendar") on:keydown=press>{days}</ol>
        </div>
    }
}

/// The stories of a day, by hour.
fn of_day(lines: &[StoryLine], day: Day) -> Vec<StoryLine> {
    let mut of_day: Vec<StoryLine> =
        lines.iter().filter(|line| moment(line).is_some_and(|at| Day::of(at) == day)).cloned().collect();
    of_day.sort_by_key(moment);
    of_day
}

/// When a story comes out, or came out.
pub(super) fn moment(line: &StoryLine) -> Option<model::Millis> {
    line.scheduled_at.or(line.published_at)
}
