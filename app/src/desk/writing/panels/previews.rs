//! Links by which people without an account read a story before it is public.

use leptos::prelude::*;
use model::{PreviewLine, Story};

use super::super::page::Sheet;
use super::super::state::writing;
use crate::desk::asking::{Form, act};
use crate::desk::dates;
use crate::desk::stories::{end_preview, make_preview};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{Choice, FormNote, Submit, copy, who};
use crate::i18n::{t, t_with};

/// The links that are good, and a way to make one.
#[component]
pub(super) fn Previews() -> impl IntoView {
    let sheet: Sheet = expect_context();
    let id = writing().id;
    let made = RwSignal::new(String::new());
    let days = RwSignal::new("7".to_owned());
    let form = Form::new(&["days"]);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let days = days.get_untracked().parse().unwrap_or(7);
        form.send(make_preview(id, days), move |path| {
            made.set(format!("{}{path}", window().location().origin().unwrap_or_default()));
            sheet.story.reload();
        });
    };
    let spans =
        [1_i64, 7, 30].map(|days| (days.to_string(), t_with("desk-preview-days", [("count", days.into())]))).to_vec();
    view! {
        <p class="field__hint">{t("desk-previews-text")}</p>
        {move || (!made.with(String::is_empty)).then(|| {
            let address = made.get();
            let shown = address.clone();
            view! {
                <div class="desk-copy">
                    <input class="field__control" type="text" readonly aria-label=t("desk-preview-link") value=shown/>
                    <button class="button" type="button" on:click=move |_| copy(&address)>{t("desk-copy")}</button>
                </div>
                <p class="field__hint">{t("desk-preview-once")}</p>
            }
        })}
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <Choice id="days" label=t("desk-preview-for") value=days options=Signal::stored(spans) error=form.error_of("days")/>
            <div class="desk-form__end"><Submit form label=t("desk-preview-make")/></div>
        </form>
        {sheet.story.show(|story: Story| view! {
            <ul class="desk-rows">{story.previews.into_iter().map(|line| view! { <Preview line/> }).collect_view()}</ul>
        }.into_any())}
    }
}

#[component]
fn Preview(line: PreviewLine) -> impl IntoView {
    let sheet: Sheet = expect_context();
    let id = writing().id;
    let toasts = toasts();
    let preview = line.id.0;
    let end = move |_| {
        act(end_preview(id, preview), move |story| {
            sheet.story.value.set(Some(story));
            toasts.say(t("desk-preview-ended"));
        });
    };
    let facts =
        t_with("desk-preview-facts", [("name", who(&line.by).into()), ("when", dates::when(line.expires_at).into())]);
    view! {
        <li class="desk-rows__row">
            <span class="desk-rows__facts">{facts}</span>
            <button class="button button--quiet" type="button" on:click=end>{t("desk-preview-end")}</button>
        </li>
    }
}
