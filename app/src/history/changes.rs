//! What changed, word by word, as it is read without colours too.

use leptos::prelude::*;
use model::{DiffChange, DiffPart, DiffPiece, VersionDiff};

use crate::i18n::t;

/// What changed between two versions: the parts that did, each with what stands right before and after it.
#[component]
pub(super) fn Changes(diff: VersionDiff, lang: String) -> impl IntoView {
    let is_news: Vec<bool> = diff.parts.iter().map(is_changed).collect();
    let near = |at: usize| is_news[at.saturating_sub(1)..(at + 2).min(is_news.len())].contains(&true);
    let mut shown = Vec::new();
    let mut gap = false;
    for (at, part) in diff.parts.iter().enumerate() {
        if near(at) {
            shown.push(written(part));
            gap = false;
        } else if !gap {
            shown.push(view! { <p class="diff__gap" aria-hidden="true">"…"</p> }.into_any());
            gap = true;
        }
    }
    let nothing = !is_news.contains(&true);
    view! {
        <section class="diff" aria-labelledby="changes">
            <h2 class="diff__title" id="changes">{t("history-changes")}</h2>
            {nothing.then(|| view! { <p class="diff__part">{t("history-nothing")}</p> })}
            <div lang=lang>{(!nothing).then_some(shown)}</div>
        </section>
    }
}

fn is_changed(part: &DiffPart) -> bool {
    part.pieces.iter().any(|piece| piece.change != DiffChange::Same)
}

fn written(part: &DiffPart) -> AnyView {
    let label = (part.part != "body").then(
        || view! { <span class="diff__label">{t(&format!("history-part-{}", part.part.replace('_', "-")))}</span> },
    );
    let pieces = part.pieces.iter().map(piece).collect::<Vec<_>>();
    view! { <p class="diff__part">{label}{pieces}</p> }.into_any()
}

fn piece(piece: &DiffPiece) -> AnyView {
    let text = piece.text.clone();
    match piece.change {
        DiffChange::Same => text.into_any(),
        DiffChange::Added => view! { <ins class="diff__added">{text}</ins> }.into_any(),
        DiffChange::Removed => view! { <del class="diff__removed">{text}</del> }.into_any(),
    }
}
