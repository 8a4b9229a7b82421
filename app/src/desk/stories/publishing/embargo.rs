//! Until when a story must not become public.

use leptos::prelude::*;
use model::Story;

use crate::desk::asking::Form;
use crate::desk::dates;
use crate::desk::live::live;
use crate::desk::stories::embargo_story;
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{FormNote, Submit, TextField};
use crate::i18n::{t, t_with};

/// A form of its own under the dialog's: an embargo holds whatever is planned.
#[component]
pub(super) fn Embargo(story: Story, done: Callback<()>) -> impl IntoView {
    let id = story.line.id.0;
    let set = story.line.embargo_until;
    let until = RwSignal::new(set.map(dates::local).unwrap_or_default());
    let form = Form::new(&["until"]);
    let send = move |moment: i64, said: String| {
        let (toasts, live) = (toasts(), live());
        form.send(embargo_story(id, moment), move |_| {
            toasts.say(said);
            live.stir();
            done.run(());
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match dates::moment(&until.get_untracked()) {
            Some(at) => send(at.0, t_with("desk-embargo-set", [("when", dates::when(at).into())])),
            None => form.refused.set(Some(crate::ApiError::at("until", t("desk-schedule-no-moment")))),
        }
    };
    view! {
        <details class="desk-fold" open=set.is_some()>
            <summary class="desk-fold__title">{t("desk-embargo")}</summary>
            <form class="desk-form" on:submit=submit novalidate>
                <FormNote form/>
                <TextField
                    id="until"
                    label=t("desk-embargo-field")
                    hint=t("desk-embargo-hint")
                    value=until
                    kind="datetime-local"
                    error=form.error_of("until")
                />
                <div class="desk-form__end">
                    <Submit form label=t("desk-embargo-save")/>
                    {set.is_some().then(|| view! {
                        <button class="button button--quiet" type="button" on:click=move |_| send(0, t("desk-embargo-ended"))>
                            {t("desk-embargo-end")}
                        </button>
                    })}
                </div>
            </form>
        </details>
    }
}
