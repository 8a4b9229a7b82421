//! The form in the dialog: the check list, why there is another version, and when.

use leptos::prelude::*;
use model::{CheckLine, Published, Story, StoryState};

use super::Publishing;
use super::embargo::Embargo;
use super::time::{Time, TimeField};
use crate::desk::asking::Form;
use crate::desk::dates;
use crate::desk::live::live;
use crate::desk::stories::{CheckList, publish_story, schedule_story};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{Choice, FormNote, Submit, TextLines};
use crate::i18n::{t, t_with};

/// Why a later version is published, each with its word and its verb.
const KINDS: [(&str, &str, &str); 5] = [
    ("update", "desk-kind-update", "desk-verb-update"),
    ("correction", "desk-kind-correction", "desk-verb-correct"),
    ("clarification", "desk-kind-clarification", "desk-verb-clarify"),
    ("rectification", "desk-kind-rectification", "desk-verb-rectify"),
    ("misprint", "desk-kind-misprint", "desk-verb-correct"),
];

/// The form.
#[component]
pub(super) fn PublishForm(
    publishing: Publishing,
    story: Story,
    checks: Vec<CheckLine>,
    done: Callback<()>,
) -> impl IntoView {
    let id = story.line.id.0;
    let is_new = story.versions.is_empty();
    let is_held = checks.iter().any(|check| check.required && !check.passed);
    let (kind, note) = (RwSignal::new(KINDS[0].0.to_owned()), RwSignal::new(String::new()));
    let is_many = RwSignal::new(false);
    let form = Form::new(&["note", "at", "kind"]);
    preset(publishing, &story);
    let later = publishing.is_later;
    let time = Time::new("at", publishing.at);
    let finish = Finish { publishing, done, form, time };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (kind, note) = if is_new { Default::default() } else { (kind.get_untracked(), note.get_untracked()) };
        if later.get_untracked() {
            finish.schedule(id, kind, note);
        } else {
            finish.publish(id, kind, note, is_many);
        }
    };
    let verb = move || {
        if later.get() {
            return t("desk-verb-schedule");
        }
        if is_many.get() {
            return t("desk-publish-anyway");
        }
        let verb = kind.with(|kind| KINDS.iter().find(|(name, ..)| name == kind).map(|(_, _, verb)| *verb));
        t(if is_new { "desk-verb-publish" } else { verb.unwrap_or("desk-verb-update") })
    };
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <CheckList checks/>
            {is_held.then(|| view! { <p class="notice notice--bad">{t("desk-publish-held")}</p> })}
            <When later time form/>
            {(!is_new).then(|| view! { <Why kind note form/> })}
            <div role="alert">
                {move || is_many.get().then(|| view! { <p class="notice">{t("desk-publish-many")}</p> })}
            </div>
            <div class="desk-form__end" class:desk-form__end--held=is_held>
                {move || view! { <Submit form label=verb()/> }}
            </div>
        </form>
        <Embargo story done=Callback::new(move |()| finish.end())/>
    }
}

/// What came of it is said, and the page told.
#[derive(Clone, Copy)]
struct Finish {
    publishing: Publishing,
    done: Callback<()>,
    form: Form,
    time: Time,
}

impl Finish {
    fn end(self) {
        self.publishing.open.set(false);
        self.done.run(());
    }

    fn publish(self, id: i64, kind: String, note: String, is_many: RwSignal<bool>) {
        let (toasts, live) = (toasts(), live());
        let request = publish_story(id, kind, note, is_many.get_untracked());
        self.form.send(request, move |answer| match answer {
            Published::ConfirmationNeeded => is_many.set(true),
            Published::Done { new, .. } => {
                toasts.say(t(if new { "desk-published" } else { "desk-published-same" }));
                live.stir();
                self.end();
            }
        });
    }

    fn schedule(self, id: i64, kind: String, note: String) {
        let (toasts, live, time) = (toasts(), live(), self.time);
        let request = async move {
            let at = time.moment().await?;
            schedule_story(id, at.0, kind, note).await.map(|_| at)
        };
        self.form.send(request, move |at| {
            toasts.say(t_with("desk-scheduled", [("when", dates::when(at).into())]));
            live.stir();
            self.end();
        });
    }
}

/// A moment to begin with: the one that is set, or the next full hour.
fn preset(publishing: Publishing, story: &Story) {
    if story.line.state == StoryState::Scheduled && publishing.at.with_untracked(String::is_empty) {
        publishing.at.set(story.line.scheduled_at.map(dates::local).unwrap_or_default());
    }
    if publishing.at.with_untracked(String::is_empty) {
        let hour = 3_600_000;
        let next = (dates::now().0 / hour + 1) * hour;
        publishing.at.set(dates::local(model::Millis(next)));
    }
}

/// Now, or at a moment in the paper's zone.
#[component]
fn When(later: RwSignal<bool>, time: Time, form: Form) -> impl IntoView {
    let option = move |is_later: bool, word: String| {
        view! {
            <label class="desk-check">
                <input type="radio" name="when" prop:checked=move || later.get() == is_later on:change=move |_| later.set(is_later)/>
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="desk-choices">
            <legend class="field__label">{t("desk-publish-when")}</legend>
            {option(false, t("desk-publish-now"))}
            {option(true, t("desk-publish-later"))}
        </fieldset>
        {move || later.get().then(|| view! {
            <TimeField
                time
                label=t("desk-schedule-at")
                hint=t_with("desk-schedule-zone", [("zone", crate::desk::bridge::setting("zone").into())])
                form
            />
        })}
    }
}

/// Why there is another version, and what readers are told.
#[component]
fn Why(kind: RwSignal<String>, note: RwSignal<String>, form: Form) -> impl IntoView {
    let kinds = KINDS.map(|(name, word, _)| (name.to_owned(), t(word))).to_vec();
    let hint = move || t(if kind.with(|kind| kind == "misprint") { "desk-note-optional" } else { "desk-note-hint" });
    view! {
        <Choice id="kind" label=t("desk-kind") value=kind options=Signal::stored(kinds) error=form.error_of("kind")/>
        {move || view! { <TextLines id="note" label=t("desk-note") hint=hint() value=note error=form.error_of("note")/> }}
    }
}
