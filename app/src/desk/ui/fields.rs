//! Fields of forms, each with its label, its hint and its error.

use leptos::prelude::*;

use crate::desk::asking::Form;
use crate::i18n::t;
use crate::ui::{Field, LiveTextArea};

/// A line of text.
#[component]
pub(crate) fn TextField(
    id: &'static str,
    label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: MaybeHint,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] autocomplete: &'static str,
    #[prop(optional)] required: bool,
    #[prop(optional)] autofocus: bool,
    #[prop(optional)] inputmode: &'static str,
    #[prop(optional)] list: &'static str,
) -> impl IntoView {
    let described = format!("{id}-hint {id}-note");
    let given = |text: &'static str| (!text.is_empty()).then_some(text);
    if autofocus {
        let selector: &'static str = Box::leak(format!("#{id}").into_boxed_str());
        super::focus_soon(selector);
    }
    let control = view! {
        <input
            class="field__control"
            id=id
            name=id
            type=kind
            // A moment is told to the second.
            step=(kind == "datetime-local").then_some("1")
            autocomplete=given(autocomplete)
            inputmode=given(inputmode)
            list=given(list)
            aria-required=required.then_some("true")
            aria-invalid=move || error.get().map(|_| "true")
            aria-describedby=described
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    framed(id, label, hint, error, control.into_any())
}

/// Several lines of text.
#[component]
pub(crate) fn TextLines(
    id: &'static str,
    label: String,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: MaybeHint,
    #[prop(default = 3)] rows: u32,
) -> impl IntoView {
    framed(id, label, hint, error, view! { <LiveTextArea id value rows error/> }.into_any())
}

/// One of several values; each comes with its word.
#[component]
pub(crate) fn Choice(
    id: &'static str,
    label: String,
    value: RwSignal<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: MaybeHint,
) -> impl IntoView {
    let option = move |(name, word): (String, String)| {
        let mine = name.clone();
        view! { <option value=name selected=move || value.with(|value| *value == mine)>{word}</option> }
    };
    let control = view! {
        <select
            class="field__control"
            id=id
            name=id
            aria-invalid=move || error.get().map(|_| "true")
            aria-describedby=format!("{id}-hint {id}-note")
            prop:value=move || value.get()
            on:change=move |event| value.set(event_target_value(&event))
        >
            {move || options.get().into_iter().map(option).collect_view()}
        </select>
    };
    framed(id, label, hint, error, control.into_any())
}

/// Yes or no.
#[component]
pub(crate) fn Check(label: String, value: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="desk-check">
            <input
                type="checkbox"
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}

/// What is wrong with a form as a whole.
#[component]
pub(crate) fn FormNote(form: Form) -> impl IntoView {
    view! {
        <div role="alert">
            {move || form.general_error().map(|message| view! {
                <p class="notice notice--bad" tabindex="-1" data-form-error="">{message}</p>
            })}
        </div>
    }
}

/// The button that sends a form.
#[component]
pub(crate) fn Submit(form: Form, label: String) -> impl IntoView {
    let words = move || if form.busy.get() { t("desk-sending") } else { label.clone() };
    view! {
        <button class="button" type="submit" aria-disabled=move || form.busy.get().then_some("true")>{words}</button>
    }
}

/// A hint, or none.
#[derive(Clone, Debug, Default)]
pub(crate) struct MaybeHint(Option<String>);

impl From<String> for MaybeHint {
    fn from(hint: String) -> Self {
        Self(Some(hint))
    }
}

fn framed(
    id: &'static str,
    label: String,
    hint: MaybeHint,
    error: Signal<Option<String>>,
    control: AnyView,
) -> impl IntoView {
    match hint.0 {
        Some(hint) => view! { <Field id label hint error>{control}</Field> }.into_any(),
        None => view! { <Field id label error>{control}</Field> }.into_any(),
    }
}
