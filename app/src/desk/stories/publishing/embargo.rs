//! Until when a story must not become public.

use leptos::prelude::*;
use model::Story;

use super::time::{Time, TimeField};
use crate::desk::asking::Form;
use crate::desk::dates;
use crate::desk::live::live;
use crate::desk::stories::embargo_story;
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{FormNote, Submit};
use crate::i18n::{t, t_with};

/// A form of its own under the dialog's: an embargo holds whatever is planned.
#[component]
pub(super) fn Embargo(story: Story, done: Callback<()>) -> impl IntoView {
    let id = story.line.id.0;
    let set = story.line.embargo_until;
    let until = RwSignal::new(set.map(dates::local).unwrap_or_default());
    let form = Form::new(&["until"]);
    let time = Time::new("until", until);
    let (toasts, live) = (toasts(), live());
    let finish = move |said: String| {
        toasts.say(said);
        live.stir();
        done.run(());
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = async move {
            let at = time.moment().await?;
            embargo_story(id, at.0).await.map(|_| at)
        };
        form.send(request, move |at| finish(t_with("desk-embargo-set", [("when", dates::when(at).into())])));
    };
    let end = move |_| form.send(embargo_story(id, 0), move |_| finish(t("desk-embargo-ended")));
    view! {
        <details class="desk-fold" open=set.is_some()>
            <summary class="desk-fold__title">{t("desk-embargo")}</summary>
            <form class="desk-form" on:submit=submit novalidate>
                <FormNote form/>
                <TimeField time label=t("desk-embargo-field") hint=t("desk-embargo-hint") form/>
                <div class="desk-form__end">
                    <Submit form label=t("desk-embargo-save")/>
                    {set.is_some().then(|| view! {
                        <button class="button button--quiet" type="button" on:click=end>{t("desk-embargo-end")}</button>
                    })}
                </div>
            </form>
        </details>
    }
}
