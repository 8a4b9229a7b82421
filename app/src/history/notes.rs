//! What readers are told of changes, at the article itself.

use leptos::prelude::*;
use model::{ReaderNote, VersionKind};

use super::kind_of;
use crate::i18n::t;
use crate::{dates, paths};

/// How many notes stand at the article; its history has them all.
const SHOWN: usize = 10;

/// Rectifications, above the text: whoever reads the text must meet them first.
#[component]
pub(crate) fn Rectifications(notes: Vec<ReaderNote>) -> impl IntoView {
    let notes: Vec<ReaderNote> = notes.into_iter().filter(|note| note.kind == VersionKind::Rectification).collect();
    if notes.is_empty() {
        return ().into_any();
    }
    let items = notes.into_iter().map(|note| view! { <li class="change-notes__item">{item(note)}</li> });
    view! {
        <aside class="change-notes change-notes--first" data-part="rectifications" aria-label=t("history-kind-rectification")>
            <ul class="change-notes__list">{items.collect_view()}</ul>
        </aside>
    }
    .into_any()
}

/// The other notes, under the text, and the way to the article's versions.
#[component]
pub(crate) fn ChangeNotes(notes: Vec<ReaderNote>, path: String) -> impl IntoView {
    let notes = notes.into_iter().filter(|note| note.kind != VersionKind::Rectification).take(SHOWN);
    let items: Vec<_> = notes.map(|note| view! { <li class="change-notes__item">{item(note)}</li> }).collect();
    let list = (!items.is_empty()).then(|| {
        view! {
            <h2 class="change-notes__title" id="changes">{t("history-notes")}</h2>
            <ul class="change-notes__list">{items}</ul>
        }
    });
    view! {
        <div class="change-notes" data-part="notes">
            {list}
            <p class="change-notes__link"><a href=paths::history(&path, None)>{t("history-link")}</a></p>
        </div>
    }
    .into_any()
}

fn item(note: ReaderNote) -> impl IntoView {
    view! {
        <p class="change-notes__facts">
            <strong class="change-notes__kind">{kind_of(note.kind)}</strong>
            " · "
            <time datetime=dates::machine(note.at)>{dates::date_and_hour(note.at)}</time>
        </p>
        <p class="change-notes__text">{note.note}</p>
    }
}
