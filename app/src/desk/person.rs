//! Who is at the desk.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use model::{AppError, Me, Role};

use super::bridge;
use super::sessions;
use crate::ApiError;

/// What the public pages look for before they load the pencil.
const HINT: &str = "redazione-desk";

static ENGLISH: AtomicBool = AtomicBool::new(false);

/// The language of the desk.
pub(crate) fn lang() -> &'static str {
    if ENGLISH.load(Ordering::Relaxed) { "en" } else { "it" }
}

fn speak(lang: &str) {
    ENGLISH.store(lang == "en", Ordering::Relaxed);
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("lang", self::lang());
    }
}

/// The person at the desk, known to every part of it.
#[derive(Clone, Copy)]
pub(crate) struct Person {
    /// Who is signed in, once that is known.
    pub me: RwSignal<Option<Me>>,
    /// Whether nobody is, as far as the server last said.
    pub is_out: RwSignal<bool>,
    /// The language; the whole desk is drawn anew when it changes.
    pub lang: RwSignal<&'static str>,
    /// Why it is not known who is signed in.
    pub failed: RwSignal<Option<ApiError>>,
}

thread_local! {
    // Not a context: event handlers, which run outside of all components, ask for it too.
    static PERSON: Cell<Option<Person>> = const { Cell::new(None) };
}

/// The person at the desk.
pub(crate) fn person() -> Person {
    PERSON.get().expect("the desk begins with its person")
}

impl Person {
    /// Nobody yet, in the paper's language. With this the desk begins.
    pub fn begin() -> Self {
        speak(&bridge::setting("lang"));
        let person = Self {
            me: RwSignal::new(None),
            is_out: RwSignal::new(false),
            lang: RwSignal::new(lang()),
            failed: RwSignal::new(None),
        };
        PERSON.set(Some(person));
        person
    }

    /// Asks the server who it is.
    pub fn ask(self) {
        self.failed.set(None);
        leptos::task::spawn_local(async move {
            match sessions::get_me().await {
                Ok(me) => self.came(me),
                Err(ApiError { error: AppError::SignInRequired | AppError::Forbidden, .. }) => self.left(),
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// Somebody is signed in, or changed something about themselves.
    pub fn came(self, me: Me) {
        speak(&me.lang);
        keep_hint(true);
        self.is_out.set(false);
        if self.lang.get_untracked() != lang() {
            self.lang.set(lang());
        }
        if self.me.get_untracked().as_ref() != Some(&me) {
            self.me.set(Some(me));
        }
    }

    /// Nobody is signed in any more.
    pub fn left(self) {
        keep_hint(false);
        self.me.set(None);
        self.is_out.set(true);
    }

    /// Notes an answer that says that the session ended.
    pub fn heed(self, error: &ApiError) {
        if error.error == AppError::SignInRequired {
            self.left();
        }
    }

    /// What they may do; the least until it is known.
    pub fn role(self) -> Role {
        self.me.with(|me| me.as_ref().map_or(Role::Contributor, |me| me.role))
    }

    /// Whether they decide about people, settings and the paper as a whole.
    pub fn may_administer(self) -> bool {
        self.role() == Role::Admin
    }

    /// Whether they begin stories.
    pub fn may_begin(self) -> bool {
        self.role() != Role::Moderator
    }
}

fn keep_hint(is_in: bool) {
    let Some(storage) = window().local_storage().ok().flatten() else { return };
    // A browser that keeps nothing has no pencil on its public pages; the desk works.
    let _ = if is_in { storage.set_item(HINT, "1") } else { storage.remove_item(HINT) };
}
