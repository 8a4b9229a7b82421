//! What is done with a story in one press, with a way back where there is one.

use leptos::prelude::*;
use model::{StoryLine, StoryState};

use super::line::headline;
use super::{delete_story, move_story, schedule_story, undelete_story, unschedule_story, withdraw_story};
use crate::desk::asking::{Form, act};
use crate::desk::live::live;
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{Dialog, FormNote, Submit, TextLines, state_word};
use crate::i18n::{t, t_with};

/// Moves a story between draft and review.
pub(crate) fn move_to(line: &StoryLine, to: StoryState) {
    let (id, from) = (line.id.0, line.state);
    let words = t_with("desk-moved", [("headline", headline(line).into()), ("state", state_word(to).into())]);
    let (shown, others) = (toasts(), live());
    act(move_story(id, to.as_str().to_owned()), move |_| {
        others.stir();
        shown.offer(words, move || {
            act(move_story(id, from.as_str().to_owned()), move |_| others.stir());
        });
    });
}

/// Takes back that a story becomes public by itself.
pub(crate) fn unschedule(line: &StoryLine, then: Option<StoryState>) {
    let (id, at) = (line.id.0, line.scheduled_at);
    let kind = line.schedule_kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default();
    let note = line.schedule_note.clone();
    let words = t_with("desk-unscheduled", [("headline", headline(line).into())]);
    let (shown, others) = (toasts(), live());
    let request = async move {
        let story = unschedule_story(id).await?;
        match then.filter(|state| *state != story.line.state) {
            Some(state) => move_story(id, state.as_str().to_owned()).await,
            None => Ok(story),
        }
    };
    act(request, move |_| {
        others.stir();
        let Some(at) = at else { return shown.say(words) };
        shown.offer(words, move || {
            act(schedule_story(id, at.0, kind.clone(), note.clone()), move |_| others.stir());
        });
    });
}

/// Puts a story into the bin.
pub(crate) fn delete(line: &StoryLine) {
    let id = line.id.0;
    let words = t_with("desk-deleted", [("headline", headline(line).into())]);
    let (shown, others) = (toasts(), live());
    act(delete_story(id), move |_| {
        others.stir();
        shown.offer(words, move || act(undelete_story(id), move |_| others.stir()));
    });
}

/// Takes a story out of the bin.
pub(crate) fn undelete(line: &StoryLine) {
    let (id, words) = (line.id.0, t_with("desk-undeleted", [("headline", headline(line).into())]));
    let (shown, others) = (toasts(), live());
    act(undelete_story(id), move |_| {
        others.stir();
        shown.say(words);
    });
}

/// Asks what the address of a story says from now on, and takes it off the site.
#[component]
pub(crate) fn WithdrawDialog(open: RwSignal<bool>, #[prop(into)] story: Signal<i64>) -> impl IntoView {
    view! {
        <Dialog open title=t("desk-withdraw-title")>
            <WithdrawForm open story/>
        </Dialog>
    }
}

#[component]
fn WithdrawForm(open: RwSignal<bool>, story: Signal<i64>) -> impl IntoView {
    let line = RwSignal::new(String::new());
    let form = Form::new(&["line"]);
    let (shown, others) = (toasts(), live());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(withdraw_story(story.get_untracked(), line.get_untracked()), move |_| {
            open.set(false);
            others.stir();
            shown.say(t("desk-withdrawn"));
        });
    };
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <p class="desk-form__text">{t("desk-withdraw-text")}</p>
            <TextLines id="line" label=t("desk-withdraw-line") hint=t("desk-withdraw-hint") value=line error=form.error_of("line")/>
            <div class="desk-form__end"><Submit form label=t("desk-verb-withdraw")/></div>
        </form>
    }
}
