//! Stories by state, side by side. A card moves only where a verb leads: by the pointer, by keys, or by its menu.

use leptos::prelude::*;
use model::{StoryLine, StoryState};

use super::card::Card;
use super::list_stories;
use super::publishing::{PublishDialog, Publishing};
use super::verbs::{self, WithdrawDialog};
use crate::desk::asking::load;
use crate::desk::live::live;
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{PageHead, state_word};
use crate::i18n::{t, t_with};

/// The columns, from left to right.
pub(super) const COLUMNS: [StoryState; 5] =
    [StoryState::Draft, StoryState::Review, StoryState::Scheduled, StoryState::Published, StoryState::Withdrawn];

/// What cards and columns share.
#[derive(Clone, Copy)]
pub(super) struct Board {
    /// The card that is being dragged.
    pub dragged: RwSignal<Option<StoryLine>>,
    publishing: Publishing,
    withdrawing: RwSignal<bool>,
    withdrawn: RwSignal<i64>,
}

impl Board {
    /// Moves a story to a column, where a verb leads there.
    pub fn move_to(self, line: &StoryLine, to: StoryState) {
        use StoryState::{Draft, Published, Review, Scheduled, Withdrawn};
        let id = line.id.0;
        match (line.state, to) {
            (from, to) if from == to => {}
            (Draft, Review) | (Review, Draft) => verbs::move_to(line, to),
            (Scheduled, Draft | Review) => verbs::unschedule(line, Some(to)),
            (Draft | Review | Withdrawn, Scheduled) => self.publishing.later(id, ""),
            (Draft | Review | Scheduled | Withdrawn, Published) => self.publishing.now(id),
            (Published, Withdrawn) => {
                self.withdrawn.set(id);
                self.withdrawing.set(true);
            }
            (from, to) => {
                let words = [("from", state_word(from).into()), ("to", state_word(to).into())];
                toasts().refuse(t_with("desk-board-no-way", words));
            }
        }
    }

    /// Moves a story to the next column, or the one before.
    pub fn step(self, line: &StoryLine, by: isize) {
        let at = COLUMNS.iter().position(|state| *state == line.state);
        if let Some(to) = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| COLUMNS.get(at)) {
            self.move_to(line, *to);
        }
    }
}

/// The board.
#[component]
pub(crate) fn BoardPage() -> impl IntoView {
    let board = Board {
        dragged: RwSignal::new(None),
        publishing: Publishing::new(),
        withdrawing: RwSignal::new(false),
        withdrawn: RwSignal::new(0),
    };
    provide_context(board);
    let live = live();
    view! {
        <PageHead title=t("desk-nav-board")/>
        <p class="visually-hidden" id="desk-board-hint">{t("desk-board-hint")}</p>
        <div class="desk-board">{COLUMNS.map(|state| view! { <Column state/> }).collect_view()}</div>
        <PublishDialog publishing=board.publishing done=Callback::new(move |()| live.stir())/>
        <WithdrawDialog open=board.withdrawing story=board.withdrawn/>
    }
}

#[component]
fn Column(state: StoryState) -> impl IntoView {
    let board: Board = expect_context();
    let changes = live().changes;
    let stories = load(move || {
        changes.track();
        list_stories(state.as_str().to_owned(), String::new(), String::new(), String::new(), false, String::new())
    });
    let is_over = RwSignal::new(false);
    let over = move |event: leptos::ev::DragEvent| {
        if board.dragged.with_untracked(Option::is_some) {
            event.prevent_default();
            is_over.set(true);
        }
    };
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(line) = board.dragged.get_untracked() {
            board.dragged.set(None);
            board.move_to(&line, state);
        }
    };
    let name = format!("desk-column-{}", state.as_str());
    let labelled = name.clone();
    view! {
        <section
            class=format!("desk-column desk-column--{}", state.as_str())
            class:desk-column--over=move || is_over.get()
            aria-labelledby=labelled
            on:dragover=over
            on:dragleave=move |_| is_over.set(false)
            on:drop=drop
        >
            <h2 class="desk-column__title" id=name>
                {state_word(state)}
                <span class="desk-column__count">{move || stories.value.with(|page| page.as_ref().map(count))}</span>
            </h2>
            {stories.show(move |page| {
                if page.lines.is_empty() {
                    return view! { <p class="desk-column__empty">{t("desk-column-empty")}</p> }.into_any();
                }
                view! {
                    <ul class="desk-column__cards">
                        {page.lines.into_iter().map(|line| view! { <Card line/> }).collect_view()}
                    </ul>
                    {page.next.map(|_| {
                        let address = format!("{}?state={}", crate::desk::addresses::STORIES, state.as_str());
                        view! { <p class="desk-column__all"><a href=address>{t("desk-column-all")}</a></p> }
                    })}
                }
                .into_any()
            })}
        </section>
    }
}

/// "20+" where there are more than the first stretch.
fn count(page: &model::StoryPage) -> String {
    let more = if page.next.is_some() { "+" } else { "" };
    format!("{}{more}", page.lines.len())
}
