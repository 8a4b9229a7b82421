//! What a render or a server function is given: the newsroom, who asks, and where to put what the answer needs.
//! Pages and server functions use Leptos context through these functions only.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::{expect_context, provide_context, use_context};
use model::{Actor, SessionId, SignedIn};
use newsroom::{Newsroom, Opened, Reader};
use serde::Deserialize;

use crate::comments::CommentDraft;
use crate::render::PageRequest;

/// What pages are made with: the same for every request.
#[derive(Clone, Debug)]
pub struct Site {
    /// The paper.
    pub newsroom: Newsroom,
    /// The files that the browser loads.
    pub assets: Arc<Assets>,
    /// Where the paper is on the web, without a slash at the end: `https://example.org`.
    pub base_url: Arc<str>,
}

/// The files that the browser loads, by their plain names: `main.css`, `reader.wasm`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Assets {
    /// Changes when any file does.
    pub build: String,
    files: BTreeMap<String, Asset>,
}

#[derive(Clone, Debug, Deserialize)]
struct Asset {
    path: String,
}

impl Assets {
    /// The address of a file, its content hash in the name. Empty for a file that was not built.
    pub fn path(&self, name: &str) -> String {
        self.files.get(name).map(|asset| asset.path.clone()).unwrap_or_default()
    }
}

/// What a server function is given: the paper, and who asks.
#[derive(Clone, Debug)]
pub struct ApiContext {
    /// The paper.
    pub newsroom: Newsroom,
    /// Who asks, as far as the connection tells.
    pub reader: Reader,
    /// Who asks, as the rules see them.
    pub actor: Actor,
    /// The session they ask in.
    pub session: Option<SessionId>,
    /// The language of whoever is signed in; the paper's where nobody is.
    pub lang: Option<String>,
    /// What becomes of the session; the server makes a cookie of it.
    pub change: Slot<SessionChange>,
    /// How it says no, if it does; the server makes the status and `Retry-After` of it.
    pub refusal: Slot<Refusal>,
}

impl ApiContext {
    /// Makes it known to the server functions that run under the current owner.
    pub fn provide(self) {
        provide_context(self.newsroom);
        provide_context(self.reader);
        provide_context(self.actor);
        provide_context(Session(self.session));
        if let Some(lang) = self.lang {
            provide_context(DeskLang(lang));
        }
        provide_context(self.change);
        provide_context(self.refusal);
    }
}

/// What becomes of the session of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionChange {
    /// It has a new one, which this token opens.
    Start(String),
    /// It has none any more.
    End,
}

/// How a server function says no, for the head of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// After how many seconds it may be tried again, where time is all that it takes.
    pub retry_after: Option<u32>,
}

/// Where a server function says something for the head of the answer.
#[derive(Debug)]
pub struct Slot<T>(Arc<Mutex<Option<T>>>);

impl<T> Slot<T> {
    /// What was said last, once.
    pub fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn set(&self, value: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    }
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

#[derive(Clone, Copy, Debug)]
struct Session(Option<SessionId>);

/// The language of whoever is signed in.
#[derive(Clone, Debug)]
struct DeskLang(String);

/// What the answer to a page request needs besides its HTML.
#[derive(Clone, Debug)]
pub(crate) struct Outcome(Arc<Mutex<Parts>>);

#[derive(Debug)]
pub(crate) struct Parts {
    pub status: u16,
    pub location: Option<String>,
    pub tags: Vec<String>,
}

impl Outcome {
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(Parts { status: 200, location: None, tags: Vec::new() })))
    }

    pub fn with<T>(&self, change: impl FnOnce(&mut Parts) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The paper.
pub(crate) fn newsroom() -> Newsroom {
    expect_context()
}

/// Who asks, as the rules see them. Pages are the same for everybody: they ask as a reader.
pub(crate) fn actor() -> Actor {
    use_context().unwrap_or(Actor::Reader)
}

/// The session that whoever asks is signed in with.
pub(crate) fn session() -> Option<SessionId> {
    use_context::<Session>().and_then(|session| session.0)
}

/// The language of whoever is signed in.
pub(crate) fn desk_lang() -> Option<String> {
    use_context::<DeskLang>().map(|lang| lang.0)
}

/// Gives the browser the session that has just been opened; without one, a code is asked for first.
pub(crate) fn start_session(opened: impl Into<Option<Opened>>) -> SignedIn {
    let Some(Opened { me, token, .. }) = opened.into() else { return SignedIn::CodeNeeded };
    if let Some(slot) = use_context::<Slot<SessionChange>>() {
        slot.set(SessionChange::Start(token));
    }
    SignedIn::Done { me }
}

/// Takes the session from the browser.
pub(crate) fn end_session() {
    if let Some(slot) = use_context::<Slot<SessionChange>>() {
        slot.set(SessionChange::End);
    }
}

/// Who asks, as far as the connection tells.
pub(crate) fn reader() -> Reader {
    expect_context()
}

/// What pages are made with; server functions have only [`newsroom`].
pub(crate) fn site() -> Site {
    expect_context()
}

/// The request that a page answers.
pub(crate) fn page_request() -> PageRequest {
    expect_context()
}

/// What somebody typed into the comment form of this page before it was refused.
pub(crate) fn comment_draft() -> Option<CommentDraft> {
    use_context::<PageRequest>().and_then(|request| request.draft)
}

/// Answers with this status.
pub(crate) fn set_status(status: u16) {
    refuse(Refusal { status, retry_after: None });
}

/// Says no: a server function to whoever called it, a page to its reader.
pub(crate) fn refuse(refusal: Refusal) {
    if let Some(slot) = use_context::<Slot<Refusal>>() {
        slot.set(refusal);
    } else if let Some(outcome) = use_context::<Outcome>() {
        outcome.with(|parts| parts.status = refusal.status);
    }
}

/// Sends the reader to `path` for good.
pub(crate) fn move_permanently(path: String) {
    expect_context::<Outcome>().with(|parts| {
        parts.status = 301;
        parts.location = Some(path);
    });
}

/// Ties the page to something that changes: when it does, the cached page goes.
pub(crate) fn tag_page(tag: impl Into<String>) {
    expect_context::<Outcome>().with(|parts| parts.tags.push(tag.into()));
}
