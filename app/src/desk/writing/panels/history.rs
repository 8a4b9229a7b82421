//! The published versions: what each changed, and the way back to one.

use leptos::prelude::*;
use model::{DiffChange, DiffPart, Story, VersionKind, VersionLine};

use super::super::page::Sheet;
use super::super::state::writing;
use crate::desk::asking::{act, load};
use crate::desk::dates;
use crate::desk::stories::{diff_story, restore_story};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{Dialog, who};
use crate::i18n::{t, t_with};

/// What is compared: two versions, 0 standing for what is written now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    from: i64,
    to: i64,
}

/// The versions, latest first.
#[component]
pub(super) fn History() -> impl IntoView {
    let sheet: Sheet = expect_context();
    let pair = RwSignal::new(None::<Pair>);
    let open = RwSignal::new(false);
    let compare = Callback::new(move |chosen: Pair| {
        pair.set(Some(chosen));
        open.set(true);
    });
    view! {
        {sheet.story.show(move |story| view! { <Versions story compare/> }.into_any())}
        <Dialog open title=t("desk-diff-title") variant="--wide">
            {move || pair.get().map(|pair| view! { <Diff pair/> })}
        </Dialog>
    }
}

#[component]
fn Versions(story: Story, compare: Callback<Pair>) -> impl IntoView {
    let Some(latest) = story.versions.first().map(|version| version.number) else {
        return view! { <p class="field__hint">{t("desk-history-empty")}</p> }.into_any();
    };
    let since = story.line.changed.then(|| view! {
        <li class="desk-version">
            <p class="desk-version__title">{t("desk-version-now")}</p>
            <button class="button button--link" type="button" on:click=move |_| compare.run(Pair { from: latest, to: 0 })>{t("desk-version-diff")}</button>
        </li>
    });
    let may_write = story.abilities.write;
    view! {
        <ol class="desk-versions">
            {since}
            {story.versions.into_iter().map(|version| view! { <Version version latest may_write compare/> }).collect_view()}
        </ol>
    }
    .into_any()
}

#[component]
fn Version(version: VersionLine, latest: i64, may_write: bool, compare: Callback<Pair>) -> impl IntoView {
    let sheet: Sheet = expect_context();
    let id = writing().id;
    let number = version.number;
    let toasts = toasts();
    let restore = move |_| {
        act(restore_story(id, number), move |_| {
            sheet.story.reload();
            toasts.say(t_with("desk-version-restored", [("number", number.into())]));
        });
    };
    let facts = t_with(
        "desk-version-facts",
        [("when", dates::when(version.published_at).into()), ("name", who(&version.by).into())],
    );
    view! {
        <li class="desk-version">
            <p class="desk-version__title">{number.to_string()} " · " {kind_word(version.kind)}</p>
            <p class="desk-version__facts">{facts}</p>
            {version.note.map(|note| view! { <p class="desk-version__note">{note}</p> })}
            <p class="desk-version__deeds">
                {(number > 1).then(|| view! {
                    <button class="button button--link" type="button" on:click=move |_| compare.run(Pair { from: number - 1, to: number })>{t("desk-version-diff")}</button>
                })}
                {(number != latest).then(|| view! {
                    <button class="button button--link" type="button" on:click=move |_| compare.run(Pair { from: number, to: 0 })>{t("desk-version-diff-now")}</button>
                })}
                {may_write.then(|| view! { <button class="button button--link" type="button" on:click=restore>{t("desk-version-restore")}</button> })}
            </p>
            <p class="desk-version__hash" title=version.hash.clone()>{version.hash.chars().take(12).collect::<String>()}</p>
        </li>
    }
}

#[component]
fn Diff(pair: Pair) -> impl IntoView {
    let id = writing().id;
    let diff = load(move || diff_story(id, pair.from, pair.to));
    diff.show(|diff| {
        if diff.parts.is_empty() {
            return view! { <p class="field__hint">{t("desk-diff-none")}</p> }.into_any();
        }
        view! { <div class="desk-diff">{diff.parts.into_iter().map(|part| view! { <Part part/> }).collect_view()}</div> }.into_any()
    })
}

#[component]
fn Part(part: DiffPart) -> impl IntoView {
    let is_body = part.part == "body";
    let pieces = part.pieces.into_iter().map(|piece| match piece.change {
        DiffChange::Same => view! { <span>{piece.text}</span> }.into_any(),
        DiffChange::Added => view! { <ins>{piece.text}</ins> }.into_any(),
        DiffChange::Removed => view! { <del>{piece.text}</del> }.into_any(),
    });
    view! {
        <div class="desk-diff__part">
            {(!is_body).then(|| view! { <p class="desk-diff__name">{part_word(&part.part)}</p> })}
            <p>{pieces.collect_view()}</p>
        </div>
    }
}

/// What a part of an article is called.
fn part_word(part: &str) -> String {
    t(match part {
        "headline" => "desk-part-headline",
        "kicker" => "desk-part-kicker",
        "standfirst" => "desk-part-standfirst",
        "section" => "desk-section",
        "byline" => "desk-byline",
        "tags" => "desk-tags",
        "lead_image" => "desk-lead",
        _ => "desk-copyright",
    })
}

/// Why a version was published.
fn kind_word(kind: VersionKind) -> String {
    t(match kind {
        VersionKind::First => "desk-kind-first",
        VersionKind::Misprint => "desk-kind-misprint",
        VersionKind::Update => "desk-kind-update",
        VersionKind::Correction => "desk-kind-correction",
        VersionKind::Clarification => "desk-kind-clarification",
        VersionKind::Rectification => "desk-kind-rectification",
    })
}
