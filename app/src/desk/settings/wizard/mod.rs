//! The first visit to an empty paper: a few questions, and it has a name, sections and an administrator.

mod steps;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::{ListPaths, SignedIn, Site};

use super::draft::Draft;
use super::{finish_wizard, get_wizard};
use crate::desk::addresses;
use crate::desk::asking::{Form, load};
use crate::desk::bridge;
use crate::desk::frame::Bare;
use crate::desk::ui::{Empty, FormNote, Submit, focus_soon};
use crate::i18n::{t, t_with};
use steps::{STEPS, Step, step_of};

/// Who will run the paper.
#[derive(Clone, Copy)]
pub(super) struct Founder {
    pub name: RwSignal<String>,
    pub email: RwSignal<String>,
    pub password: RwSignal<String>,
}

/// The wizard. A token that `serve` printed opens it.
#[component]
pub(crate) fn WizardPage() -> impl IntoView {
    let query = use_query_map();
    let token = query.with_untracked(|query| query.get("token")).unwrap_or_default();
    let asked = token.clone();
    let open = load(move || get_wizard(asked.clone()));
    view! {
        <Bare title=t("desk-wizard-title") wide=true>
            {open.show(move |is_open| {
                if is_open {
                    return view! { <Wizard token=token.clone()/> }.into_any();
                }
                view! {
                    <Empty title=t("desk-wizard-closed-title") text=t("desk-wizard-closed-text")>
                        <a class="button" href=addresses::SIGN_IN>{t("desk-sign-in")}</a>
                    </Empty>
                }
                .into_any()
            })}
        </Bare>
    }
}

#[component]
fn Wizard(token: String) -> impl IntoView {
    let lang = crate::desk::lang();
    let list_paths = if lang == "it" { ListPaths::Italian } else { ListPaths::English };
    let draft = Draft::of(Site { lang: lang.to_owned(), name: String::new(), list_paths, ..Site::default() });
    let sections = RwSignal::new(t("desk-wizard-sections-example"));
    let founder = Founder {
        name: RwSignal::new(String::new()),
        email: RwSignal::new(String::new()),
        password: RwSignal::new(String::new()),
    };
    let form = Form::new(&steps::FIELDS);
    let at = RwSignal::new(0_usize);
    let go = move |to: usize| {
        at.set(to);
        focus_soon(".desk-steps [aria-current=step]");
    };
    show_where_it_is_wrong(form, draft, at);
    let is_behind = move |number: usize| at.get() > number;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if at.get_untracked() + 1 < STEPS.len() {
            return go(at.get_untracked() + 1);
        }
        let Founder { name, email, password } = founder;
        let request = finish_wizard(
            token.clone(),
            draft.json(),
            sections.get_untracked(),
            name.get_untracked(),
            email.get_untracked(),
            password.get_untracked(),
        );
        form.send(request, move |answer| {
            if let SignedIn::Done { .. } = answer {
                // The document knows the paper by what it was called before: another one is asked for.
                let _ = window().location().set_href(addresses::HOME);
            }
        });
    };
    view! {
        <ol class="desk-steps">
            {STEPS.iter().enumerate().map(|(number, step)| view! {
                <li class="desk-steps__step">
                    <button
                        class="desk-steps__name"
                        type="button"
                        aria-current=move || (at.get() == number).then_some("step")
                        class:desk-steps__name--done=move || is_behind(number)
                        on:click=move |_| go(number)
                    >
                        {t(step.name)}
                    </button>
                </li>
            }).collect_view()}
        </ol>
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            {move || view! { <Step number=at.get() draft sections founder form/> }}
            <div class="desk-form__end">
                {move || if at.get() + 1 < STEPS.len() {
                    view! { <button class="button" type="submit">{t("desk-next")}</button> }.into_any()
                } else {
                    view! { <Submit form label=t("desk-wizard-finish")/> }.into_any()
                }}
                {move || (at.get() > 0).then(|| view! {
                    <button class="button button--quiet" type="button" on:click=move |_| go(at.get_untracked() - 1)>{t("desk-back")}</button>
                })}
                <span class="field__hint">{move || t_with("desk-wizard-step", [("step", (at.get() as i64 + 1).into()), ("steps", (STEPS.len() as i64).into())])}</span>
            </div>
        </form>
        <p class="field__hint">{t_with("desk-wizard-zone", [("zone", bridge::setting("zone").into())])}</p>
    }
}

/// A refusal leads to the step whose field is wrong. Paper and administrator both have a `name`: where the paper has
/// one, it is the administrator's that is wrong.
fn show_where_it_is_wrong(form: Form, draft: Draft, at: RwSignal<usize>) {
    Effect::new(move |_| {
        let wrong = form.refused.with(|refused| {
            let field = refused.as_ref()?.field()?;
            let is_founder = field == "name" && !draft.name.with_untracked(String::is_empty);
            if is_founder { Some(STEPS.len() - 1) } else { step_of(field) }
        });
        if let Some(step) = wrong {
            at.set(step);
            focus_soon("[aria-invalid=true]");
        }
    });
}
