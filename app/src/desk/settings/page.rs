//! The paper's particulars, all of them.

use leptos::prelude::*;
use model::Site;

use super::draft::Draft;
use super::groups::{
    ColophonFields, CommentPolicy, FIELDS, FollowFields, HabitFields, LangField, ListPathsField, NameFields,
    PermalinkField,
};
use super::sections::Sections;
use super::{get_settings, set_settings};
use crate::desk::asking::{Form, load};
use crate::desk::sessions::Sheet;
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{FormNote, PageHead, Submit};
use crate::i18n::t;

/// The settings.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let site = load(get_settings);
    view! {
        <PageHead title=t("desk-nav-settings")/>
        {site.show(|site| view! { <Settings site/> }.into_any())}
        <div class="desk-sheets"><Sheet title=t("desk-sections")><Sections/></Sheet></div>
    }
}

#[component]
fn Settings(site: Site) -> impl IntoView {
    let draft = Draft::of(site);
    let form = Form::new(&FIELDS);
    let toasts = toasts();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.send(set_settings(draft.json()), move |_| toasts.say(t("desk-saved")));
    };
    view! {
        <form class="desk-sheets" on:submit=submit novalidate>
            <Sheet title=t("desk-settings-paper")>
                <NameFields draft form/>
                <LangField draft form/>
            </Sheet>
            <Sheet title=t("desk-settings-articles")>
                <PermalinkField draft/>
                <ListPathsField draft/>
                <HabitFields draft form/>
            </Sheet>
            <Sheet title=t("desk-settings-comments")><CommentPolicy/></Sheet>
            <Sheet title=t("desk-settings-follow")><FollowFields draft form/></Sheet>
            <Sheet title=t("desk-settings-colophon")><ColophonFields draft form/></Sheet>
            <div class="desk-sheets__end">
                <FormNote form/>
                <Submit form label=t("desk-settings-save")/>
            </div>
        </form>
    }
}
