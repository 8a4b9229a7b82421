//! A day of the calendar.

use leptos::prelude::*;
use model::StoryLine;

use super::grid::moment;
use crate::desk::dates::Day;
use crate::desk::person::person;
use crate::desk::stories::begin::starter;
use crate::desk::stories::headline;
use crate::desk::ui::{Icon, state_word};
use crate::desk::{addresses, dates};
use crate::i18n::t_with;

/// When a story comes out that is begun for a day.
const HOUR: &str = "T09:00";

/// A day, with its stories and a way to begin another one for it.
#[component]
pub(super) fn DayCell(
    day: Day,
    is_today: bool,
    /// Whether it belongs to another month than the one that is shown.
    is_outside: bool,
    /// Whether the keys stand on it.
    is_here: Signal<bool>,
    lines: Signal<Vec<StoryLine>>,
) -> impl IntoView {
    let person = person();
    let starter = starter();
    let label = t_with("desk-calendar-begin", [("date", day.words_with_weekday().into())]);
    view! {
        <li
            class="desk-day"
            class:desk-day--today=is_today
            class:desk-day--outside=is_outside
            class:desk-day--empty=move || lines.with(Vec::is_empty)
        >
            <p class="desk-day__name">
                <span class="visually-hidden">{day.words_with_weekday()}</span>
                <span class="desk-day__weekday" aria-hidden="true">{crate::i18n::t(&format!("desk-weekday-short-{}", day.weekday() + 1))}</span>
                <span class="desk-day__number" aria-hidden="true">{day.day}</span>
            </p>
            <button
                class="desk-day__add"
                type="button"
                aria-label=label
                data-day=day.text()
                tabindex=move || if is_here.get() { "0" } else { "-1" }
                disabled=move || !person.may_begin()
                on:click=move |_| { starter.run(format!("{}{HOUR}", day.text())); }
            >
                {Icon::Plus}
            </button>
            <ul class="desk-day__stories">
                <For each=move || lines.get() key=|line| format!("{line:?}") let:line><Entry line/></For>
            </ul>
        </li>
    }
}

#[component]
fn Entry(line: StoryLine) -> impl IntoView {
    let hour = moment(&line).map(dates::hour).unwrap_or_default();
    view! {
        <li class=format!("desk-day__story desk-day__story--{} section-colour-{}", line.state.as_str(), line.colour)>
            <a class="desk-day__link" href=addresses::story(line.id.0)>
                <span class="desk-day__hour">{hour}</span>
                " "
                <span class="visually-hidden">{state_word(line.state)}": "</span>
                {headline(&line)}
            </a>
        </li>
    }
}
