//! A story as a card on the board.

use leptos::prelude::*;
use model::StoryLine;

use super::board::{Board, COLUMNS};
use super::line::{Presence, headline, timing};
use crate::desk::ui::{Menu, state_word};
use crate::desk::{addresses, dates};
use crate::i18n::{t, t_with};

/// A card. The arrow keys move it while its link has the focus.
#[component]
pub(super) fn Card(line: StoryLine) -> impl IntoView {
    let board: Board = expect_context();
    let shown = StoredValue::new(line.clone());
    let id = line.id.0;
    let press = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => return,
        };
        event.prevent_default();
        shown.with_value(|line| board.step(line, by));
    };
    let drag = move |event: leptos::ev::DragEvent| {
        if let Some(data) = event.data_transfer() {
            data.set_effect_allowed("move");
            // Without data some browsers drag nothing.
            let _ = data.set_data("text/plain", &id.to_string());
        }
        board.dragged.set(Some(shown.get_value()));
    };
    let here = line.state;
    let others = COLUMNS.into_iter().filter(move |state| *state != here).map(move |state| {
        let word = t_with("desk-move-to", [("state", state_word(state).into())]);
        let choose = move |_| shown.with_value(|line| board.move_to(line, state));
        view! { <button class="desk-menu__deed" type="button" on:click=choose>{word}</button> }
    });
    view! {
        <li
            class=format!("desk-card section-colour-{}", line.colour)
            class:desk-card--dragged=move || board.dragged.with(|dragged| dragged.as_ref().is_some_and(|dragged| dragged.id.0 == id))
            draggable="true"
            on:dragstart=drag
            on:dragend=move |_| board.dragged.set(None)
        >
            <p class="desk-card__section">{line.section.replace('/', " › ")}</p>
            <a class="desk-card__link" href=addresses::story(id) draggable="false" data-line="" aria-describedby="desk-board-hint" on:keydown=press>
                {headline(&line)}
            </a>
            <p class="desk-card__facts">
                {(!line.byline.is_empty()).then(|| view! { <span>{line.byline.clone()}</span> })}
                <span>{timing(&line).unwrap_or_else(|| dates::brief(line.edited_at))}</span>
            </p>
            <div class="desk-card__corner"><Presence id/><Menu label=t("desk-card-menu")>{others.collect_view()}</Menu></div>
        </li>
    }
}
