//! A time of the paper's zone that somebody types. Where the clocks repeat an hour they are asked which one they mean.

use leptos::prelude::*;
use model::{AppError, Millis};

use crate::ApiError;
use crate::desk::asking::Form;
use crate::desk::stories::story_moment;
use crate::desk::ui::{Choice, TextField};
use crate::i18n::t;

/// A time in a form.
#[derive(Clone, Copy)]
pub(super) struct Time {
    /// The field, as the server names it.
    field: &'static str,
    /// What is typed, as `2026-10-25T02:30`.
    text: RwSignal<String>,
    /// The time that stands for two moments, once somebody was told; else empty.
    twofold: RwSignal<String>,
    /// Which of the two is meant: 0 or 1.
    which: RwSignal<String>,
}

impl Time {
    /// The time in a field.
    pub fn new(field: &'static str, text: RwSignal<String>) -> Self {
        Self { field, text, twofold: RwSignal::new(String::new()), which: RwSignal::new("0".to_owned()) }
    }

    /// The moment that is meant. Refused at the field where there is none, and where there are two and nobody has
    /// chosen yet.
    pub async fn moment(self) -> Result<Millis, ApiError> {
        let text = self.text.get_untracked();
        let at_field = |error: ApiError| match error.error {
            AppError::Invalid { .. } => ApiError::at(self.field, error.message),
            _ => error,
        };
        let moments = story_moment(text.clone()).await.map_err(at_field)?.moments;
        if moments.len() > 1 && self.twofold.get_untracked() != text {
            self.twofold.set(text);
            return Err(ApiError::at(self.field, t("desk-time-twofold")));
        }
        let is_second = moments.len() > 1 && self.which.get_untracked() == "1";
        let moment = if is_second { moments.last() } else { moments.first() };
        moment.copied().ok_or_else(|| ApiError::at(self.field, t("desk-schedule-no-moment")))
    }
}

/// The field, and under it the choice between two moments.
#[component]
pub(super) fn TimeField(time: Time, label: String, hint: String, form: Form) -> impl IntoView {
    let is_twofold = move || time.twofold.with(|twofold| !twofold.is_empty() && time.text.with(|text| text == twofold));
    let options = vec![("0".to_owned(), t("desk-time-before")), ("1".to_owned(), t("desk-time-after"))];
    view! {
        <TextField id=time.field label hint value=time.text kind="datetime-local" error=form.error_of(time.field)/>
        {move || is_twofold().then(|| view! {
            <Choice id="which" label=t("desk-time-which") value=time.which options=Signal::stored(options.clone())/>
        })}
    }
}
