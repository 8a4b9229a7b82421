//! The comment form and the thread above it, alive.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ui::{Field, TextArea};

/// What the form says, in the interface's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormWords {
    /// Above the form.
    pub title: String,
    /// Under the title: the e-mail stays private, what is required.
    pub hint: String,
    /// The label of the name.
    pub name: String,
    /// The label of the e-mail.
    pub email: String,
    /// The label of the comment.
    pub body: String,
    /// How long a comment may be.
    pub body_hint: String,
    /// The button.
    pub submit: String,
    /// The button while it is under way.
    pub sending: String,
    /// A comment waits for a moderator.
    pub held: String,
    /// The network is away.
    pub offline: String,
    /// The article's own address: where "cancel" leads without script.
    pub article: String,
    /// "Stai rispondendo a {name}", with `{name}` in its place.
    pub replying_to: String,
    /// The button that stops answering.
    pub cancel: String,
}

/// How the form stands when the page is made: empty, set to answer somebody, or as it was sent and refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormState {
    /// The comment it answers, and who wrote that.
    pub reply: Option<(i64, String)>,
    /// Who writes.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they say.
    pub body: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Nothing was sent yet.
    #[default]
    None,
    /// It is under way.
    Sending,
    /// It waits for a moderator.
    Held,
    /// It was refused: the field, and a sentence.
    Refused(String, String),
}

impl Outcome {
    /// The sentence for `field`, where that is what was wrong.
    fn error_of(&self, field: &str) -> Option<String> {
        match self {
            Self::Refused(wrong, message) if wrong == field => Some(message.clone()),
            _ => None,
        }
    }

    /// The sentence for the form as a whole: an error that belongs to none of its visible fields.
    fn general_error(&self) -> Option<String> {
        match self {
            Self::Refused(field, message) if !["name", "email", "body"].contains(&field.as_str()) => {
                Some(message.clone())
            }
            _ => None,
        }
    }
}

/// The thread (its children, rendered on the server alone) and the form that adds to it.
///
/// Without script the form is a plain one and "reply" a link to this page with the form set. Worth its bytes: what was
/// typed never leaves the page, errors stand beside their fields, and answering does not lose one's place.
#[island]
pub fn Discussion(
    article_id: i64,
    action: String,
    words: FormWords,
    state: FormState,
    children: Children,
) -> impl IntoView {
    let outcome = RwSignal::new(state.outcome);
    let reply = RwSignal::new(state.reply);
    let error_of = move |field: &'static str| Signal::derive(move || outcome.with(|outcome| outcome.error_of(field)));
    let invalid = move |field: &'static str| move || outcome.with(|outcome| outcome.error_of(field).map(|_| "true"));
    let sending = move || outcome.with(|outcome| *outcome == Outcome::Sending);

    let on_click = move |event| {
        #[cfg(feature = "hydrate")]
        browser::answer(&event, reply);
        #[cfg(not(feature = "hydrate"))]
        let _: leptos::ev::MouseEvent = event;
    };
    let offline = words.offline;
    let on_submit = move |event| {
        #[cfg(feature = "hydrate")]
        browser::send(&event, article_id, outcome, reply, offline.clone());
        #[cfg(not(feature = "hydrate"))]
        let _: (leptos::ev::SubmitEvent, &str, i64) = (event, &offline, article_id);
    };

    view! {
        <div class="discussion" on:click=on_click>
            {children()}
            <form class="comment-form" id="comment-form" method="post" action=action on:submit=on_submit aria-labelledby="comment-form-title">
                <h3 class="comment-form__title" id="comment-form-title">{words.title}</h3>
                <p class="field__hint">{words.hint}</p>
                <div role="status">
                    {move || outcome.with(|outcome| *outcome == Outcome::Held).then(|| view! {
                        <p class="notice notice--good">{words.held.clone()}</p>
                    })}
                    {move || outcome.with(Outcome::general_error).map(|message| view! {
                        <p class="notice notice--bad">{message}</p>
                    })}
                </div>
                {move || reply.get().map(|(_, name)| view! {
                    <p class="comment-form__replying">
                        {words.replying_to.replace("{name}", &name)}
                        " "
                        <a href=words.article.clone() data-reply-cancel="">{words.cancel.clone()}</a>
                    </p>
                })}
                <input type="hidden" name="article_id" value=article_id.to_string()/>
                <input type="hidden" name="parent_id" value=move || reply.get().map(|(id, _)| id.to_string()).unwrap_or_default()/>
                <input type="hidden" name="key" value=""/>
                <div class="comment-form__people">
                    <Field id="comment-name" label=words.name error=error_of("name")>
                        <input class="field__control" id="comment-name" name="name" type="text" autocomplete="name" required
                            maxlength="80" value=state.name aria-invalid=invalid("name") aria-describedby="comment-name-note"/>
                    </Field>
                    <Field id="comment-email" label=words.email error=error_of("email")>
                        <input class="field__control" id="comment-email" name="email" type="email" autocomplete="email" required
                            maxlength="254" value=state.email aria-invalid=invalid("email") aria-describedby="comment-email-note"/>
                    </Field>
                </div>
                <Field id="comment-body" label=words.body hint=words.body_hint error=error_of("body")>
                    <TextArea id="comment-body" name="body" text=state.body rows=6 maxlength=4000
                        invalid=Signal::derive(move || error_of("body").get().is_some()) describedby="comment-body-hint comment-body-note"/>
                </Field>
                <button class="button comment-form__submit" type="submit" disabled=sending>
                    {move || if sending() { words.sending.clone() } else { words.submit.clone() }}
                </button>
            </form>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::*;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use web_sys::{Element, FormData, HtmlElement, HtmlFormElement};

    use super::Outcome;

    /// A click on "reply" sets the form to answer; one on "cancel" sets it back.
    pub fn answer(event: &leptos::ev::MouseEvent, reply: RwSignal<Option<(i64, String)>>) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if target.closest("[data-reply-cancel]").ok().flatten().is_some() {
            event.prevent_default();
            reply.set(None);
        } else if let Some(link) = target.closest("[data-reply-to]").ok().flatten() {
            let id = link.get_attribute("data-reply-to").and_then(|id| id.parse().ok());
            let Some(id) = id else { return };
            event.prevent_default();
            reply.set(Some((id, link.get_attribute("data-reply-name").unwrap_or_default())));
            focus("comment-body");
        }
    }

    /// Sends the form without leaving the page. What was typed stays until it is accepted; the key stays with it, so
    /// sending it again after a lost answer is still one comment.
    pub fn send(
        event: &leptos::ev::SubmitEvent,
        article_id: i64,
        outcome: RwSignal<Outcome>,
        reply: RwSignal<Option<(i64, String)>>,
        offline: String,
    ) {
        let Some(form) = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok()) else { return };
        let Ok(data) = FormData::new_with_form(&form) else { return };
        event.prevent_default();
        if outcome.with_untracked(|outcome| *outcome == Outcome::Sending) {
            return;
        }
        let value = |name: &str| data.get(name).as_string().unwrap_or_default();
        let (parent, name, email, body) = (value("parent_id"), value("name"), value("email"), value("body"));
        let key = key_of(&form);
        outcome.set(Outcome::Sending);
        leptos::task::spawn_local(async move {
            match super::super::post_comment(article_id, parent, name, email, body, key).await {
                Ok(_) => {
                    outcome.set(Outcome::Held);
                    reply.set(None);
                    form.reset();
                    let _ = form.remove_attribute("data-key");
                }
                Err(error) => {
                    let field = match error.error {
                        model::AppError::Invalid { field, .. } => field,
                        model::AppError::Unavailable => return outcome.set(Outcome::Refused(String::new(), offline)),
                        _ => String::new(),
                    };
                    focus(&format!("comment-{field}"));
                    outcome.set(Outcome::Refused(field, error.message));
                }
            }
        });
    }

    /// The key of what is in the form, made at its first sending.
    fn key_of(form: &HtmlFormElement) -> String {
        if let Some(key) = form.get_attribute("data-key") {
            return key;
        }
        let mut bytes = [0_u8; 16];
        let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
        if filled.map_err(|_: JsValue| ()).is_err() {
            return String::new();
        }
        let key = format!("{:032x}", u128::from_be_bytes(bytes));
        let _ = form.set_attribute("data-key", &key);
        key
    }

    fn focus(id: &str) {
        let control = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(control) = control {
            let _ = control.focus();
        }
    }
}
