//! The section tree, and a form to add to it or to change one.

use leptos::prelude::*;
use model::Section;

use super::{list_sections, set_section};
use crate::desk::asking::{Form, Loaded, load};
use crate::desk::ui::toasts::toasts;
use crate::desk::ui::{Choice, FormNote, Submit, TextField, focus_soon};
use crate::i18n::{t, t_with};

/// Colours that a section can have.
const COLOURS: u32 = 8;

/// What the form holds.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    parent: RwSignal<String>,
    description: RwSignal<String>,
    colour: RwSignal<u32>,
}

/// The sections.
#[component]
pub(super) fn Sections() -> impl IntoView {
    let sections = load(list_sections);
    let fields = Fields {
        name: RwSignal::new(String::new()),
        parent: RwSignal::new(String::new()),
        description: RwSignal::new(String::new()),
        colour: RwSignal::new(0),
    };
    view! {
        {sections.show(move |tree| view! { <Tree tree fields/> }.into_any())}
        <SectionForm sections fields/>
    }
}

#[component]
fn Tree(tree: Vec<Section>, fields: Fields) -> impl IntoView {
    let row = move |section: Section| {
        let children = section.children.iter().map(|child| child.name.clone()).collect::<Vec<_>>().join(", ");
        let label = t_with("desk-section-change-of", [("name", section.name.clone().into())]);
        let (name, description, colour) = (section.name.clone(), section.description.clone(), section.colour);
        let parent = section.parent.map(|parent| parent.name).unwrap_or_default();
        let change = move |_| {
            fields.name.set(name.clone());
            fields.parent.set(parent.clone());
            fields.description.set(description.clone().unwrap_or_default());
            fields.colour.set(u32::from(colour));
            focus_soon("#section-name");
        };
        view! {
            <li class=format!("desk-rows__row section-colour-{colour}")>
                <span>
                    <span class="desk-rows__name desk-rows__name--section">{section.name}</span>
                    <span class="desk-rows__facts">{section.path} {(!children.is_empty()).then(|| format!(" · {children}"))}</span>
                </span>
                <button class="button button--quiet" type="button" aria-label=label on:click=change>{t("desk-change")}</button>
            </li>
        }
    };
    view! { <ul class="desk-rows">{tree.into_iter().map(row).collect_view()}</ul> }
}

#[component]
fn SectionForm(sections: Loaded<Vec<Section>>, fields: Fields) -> impl IntoView {
    let Fields { name, parent, description, colour } = fields;
    let form = Form::new(&["name", "parent", "description", "colour"]);
    let toasts = toasts();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let said = t_with("desk-section-kept", [("name", name.get_untracked().into())]);
        let request = set_section(
            name.get_untracked(),
            parent.get_untracked(),
            description.get_untracked(),
            colour.get_untracked(),
        );
        form.send(request, move |tree| {
            sections.value.set(Some(tree));
            name.set(String::new());
            description.set(String::new());
            toasts.say(said);
        });
    };
    let parents = Signal::derive(move || {
        let tops = sections.value.get().unwrap_or_default();
        let tops = tops
            .into_iter()
            .filter(|section| section.parent.is_none())
            .map(|section| (section.name.clone(), section.name));
        [(String::new(), t("desk-section-top"))].into_iter().chain(tops).collect::<Vec<_>>()
    });
    view! {
        <form class="desk-form" on:submit=submit novalidate>
            <FormNote form/>
            <div class="desk-form__row">
                <TextField id="section-name" label=t("desk-section-name") value=name error=form.error_of("name")/>
                <Choice id="section-parent" label=t("desk-section-parent") value=parent options=parents error=form.error_of("parent")/>
            </div>
            <TextField id="section-description" label=t("desk-section-description") value=description error=form.error_of("description")/>
            <fieldset class="desk-choices desk-choices--colours">
                <legend class="field__label">{t("desk-section-colour")}</legend>
                {(0..COLOURS).map(|number| view! {
                    <label class=format!("desk-colour section-colour-{number}")>
                        <input
                            type="radio"
                            name="colour"
                            aria-label=t_with("desk-section-colour-number", [("number", (number + 1).into())])
                            prop:checked=move || colour.get() == number
                            on:change=move |_| colour.set(number)
                        />
                    </label>
                }).collect_view()}
            </fieldset>
            <div class="desk-form__end"><Submit form label=t("desk-section-keep")/></div>
        </form>
    }
}
