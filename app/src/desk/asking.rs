//! Asking the server: what is loaded and loaded again, forms that are sent, deeds that are done at once.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::person::{Person, person};
use super::ui::toasts::toasts;
use super::ui::{Failed, Waiting};
use crate::ApiError;

/// A question to the server. In a box, so that what waits for it is built once and not for every kind of answer.
type Asked<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// Something that is loaded, kept on screen while it is loaded again, and may fail to come.
pub(crate) struct Loaded<T: Send + Sync + 'static> {
    /// The thing, once it is there.
    pub value: RwSignal<Option<T>>,
    /// Why it did not come the last time.
    pub error: RwSignal<Option<ApiError>>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

/// Loads what `ask` asks for, now and whenever the signals that it reads change.
pub(crate) fn load<T, F>(ask: impl Fn() -> F + 'static) -> Loaded<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    follow_up(Box::new(move || Box::pin(ask())))
}

/// Built once for a kind of answer, wherever it is asked for.
fn follow_up<T: Clone + PartialEq + Send + Sync + 'static>(ask: Box<dyn Fn() -> Asked<T>>) -> Loaded<T> {
    let loaded = Loaded { value: RwSignal::new(None), error: RwSignal::new(None), again: RwSignal::new(0) };
    let asked = StoredValue::new(0_u32);
    let person = person();
    Effect::new(move |_| {
        loaded.again.track();
        let number = asked.get_value() + 1;
        asked.set_value(number);
        let answer = ask();
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone, or something else asked for since.
            if asked.try_get_value() == Some(number) {
                loaded.keep(answer, person);
            }
        });
    });
    loaded
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Loaded<T> {
    /// Loads it again; what is there stays until then.
    pub fn reload(self) {
        self.again.update(|again| *again += 1);
    }

    fn keep(self, answer: Result<T, ApiError>, person: Person) {
        match answer {
            Ok(value) => {
                self.error.set(None);
                if self.value.with_untracked(|kept| kept.as_ref() != Some(&value)) {
                    self.value.set(Some(value));
                }
            }
            Err(error) => {
                person.heed(&error);
                self.error.set(Some(error));
            }
        }
    }

    /// Shows it; lines in its place while it is on its way, and a way to ask again where it did not come.
    pub fn show(self, show: impl Fn(T) -> AnyView + Send + Sync + 'static) -> impl IntoView {
        move || match (self.value.get(), self.error.get()) {
            (Some(value), _) => show(value),
            (None, Some(error)) => view! { <Failed error retry=Callback::new(move |()| self.reload())/> }.into_any(),
            (None, None) => view! { <Waiting/> }.into_any(),
        }
    }
}

/// A form that is sent: whether it is under way, and what was wrong with it.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    /// Why it was refused.
    pub refused: RwSignal<Option<ApiError>>,
    fields: &'static [&'static str],
}

impl Form {
    /// A form with these fields, as the server names them.
    pub fn new(fields: &'static [&'static str]) -> Self {
        Self { busy: RwSignal::new(false), refused: RwSignal::new(None), fields }
    }

    /// What is wrong with a field.
    pub fn error_of(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.refused.with(|refused| {
                let refused = refused.as_ref()?;
                (refused.field() == Some(field)).then(|| refused.message.clone())
            })
        })
    }

    /// What is wrong with the form as a whole.
    pub fn general_error(self) -> Option<String> {
        self.refused.with(|refused| {
            let refused = refused.as_ref()?;
            let is_shown = refused.field().is_some_and(|field| self.fields.contains(&field));
            (!is_shown).then(|| refused.message.clone())
        })
    }

    /// Sends it, unless it is under way; `done` is told what came of it.
    pub fn send<T: 'static>(
        self,
        request: impl Future<Output = Result<T, ApiError>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if !self.busy.get_untracked() {
            self.busy.set(true);
            let wait = async move { request.await.map(|value| Box::new(move || done(value)) as Box<dyn FnOnce()>) };
            self.follow(Box::pin(wait));
        }
    }

    /// Built once, whatever is sent.
    fn follow(self, request: Asked<Box<dyn FnOnce()>>) {
        let person = person();
        spawn_local(async move {
            let answer = request.await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(done) => {
                    self.refused.set(None);
                    done();
                }
                Err(error) => {
                    person.heed(&error);
                    self.refused.set(Some(error));
                    super::ui::focus_soon("[aria-invalid=true], [data-form-error]");
                }
            }
        });
    }
}

/// Does something at once; a refusal is said at the edge of the screen.
pub(crate) fn act<T: 'static>(
    request: impl Future<Output = Result<T, ApiError>> + 'static,
    done: impl FnOnce(T) + 'static,
) {
    act_or(request, done, || ());
}

/// The same; `refused` is called after a refusal was said.
pub(crate) fn act_or<T: 'static>(
    request: impl Future<Output = Result<T, ApiError>> + 'static,
    done: impl FnOnce(T) + 'static,
    refused: fn(),
) {
    follow(Box::pin(async move { request.await.map(done) }), refused);
}

/// Built once, whatever is done.
fn follow(request: Asked<()>, refused: fn()) {
    let (person, toasts) = (person(), toasts());
    spawn_local(async move {
        if let Err(error) = request.await {
            person.heed(&error);
            toasts.refuse(error.message);
            refused();
        }
    });
}
