//! A list that grows: stretches are asked for one after the other, and what changes meanwhile is put in its place.

use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{StoryLine, StoryPage};

use super::filters::Filter;
use super::list_stories;
use crate::ApiError;
use crate::desk::live::live;
use crate::desk::person::{Person, person};

/// The stories that are on the screen.
#[derive(Clone, Copy)]
pub(crate) struct Stretch {
    /// The stories, latest edited first.
    pub lines: RwSignal<Vec<StoryLine>>,
    /// Whether the first stretch has not come yet.
    pub is_new: RwSignal<bool>,
    /// Whether more is on its way.
    pub is_busy: RwSignal<bool>,
    /// Why the last stretch did not come.
    pub error: RwSignal<Option<ApiError>>,
    next: RwSignal<Option<String>>,
    filter: Memo<Filter>,
    /// Answers to questions that were asked for another filter are dropped.
    age: StoredValue<u32>,
    person: Person,
}

impl Stretch {
    /// The list for a filter; begins anew when that changes, and follows what others do.
    pub fn new(filter: Memo<Filter>) -> Self {
        let stretch = Self {
            lines: RwSignal::new(Vec::new()),
            is_new: RwSignal::new(true),
            is_busy: RwSignal::new(false),
            error: RwSignal::new(None),
            next: RwSignal::new(None),
            filter,
            age: StoredValue::new(0),
            person: person(),
        };
        Effect::new(move |_| {
            filter.track();
            stretch.age.update_value(|age| *age += 1);
            stretch.is_new.set(true);
            stretch.ask(String::new(), Self::begin);
        });
        let changes = live().changes;
        Effect::new(move |before: Option<u32>| {
            let now = changes.get();
            if before.is_some_and(|before| before != now) && !stretch.is_new.get_untracked() {
                stretch.ask(String::new(), Self::refresh);
            }
            now
        });
        stretch
    }

    /// A story of these as it is now; as it was last, once it is none of them.
    pub fn line(self, first: StoryLine) -> Memo<StoryLine> {
        Memo::new(move |before: Option<&StoryLine>| {
            let now = self.lines.with(|lines| lines.iter().find(|line| line.id == first.id).cloned());
            now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        })
    }

    /// Whether there is more.
    pub fn has_more(self) -> bool {
        self.next.with(Option::is_some)
    }

    /// Asks for the next stretch.
    pub fn more(self) {
        let Some(after) = self.next.get_untracked().filter(|_| !self.is_busy.get_untracked()) else { return };
        self.ask(after, Self::append);
    }

    /// Asks again for what did not come.
    pub fn retry(self) {
        if self.is_new.get_untracked() { self.ask(String::new(), Self::begin) } else { self.more() }
    }

    fn ask(self, after: String, keep: fn(Self, StoryPage)) {
        let (age, filter) = (self.age.get_value(), self.filter.get_untracked());
        self.is_busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let Filter { state, section, byline, words, mine } = filter;
            let answer = list_stories(state, section, byline, words, mine, after).await;
            if self.age.try_get_value() != Some(age) {
                return;
            }
            self.is_busy.set(false);
            match answer {
                Ok(page) => keep(self, page),
                Err(error) => {
                    self.person.heed(&error);
                    self.error.set(Some(error));
                }
            }
        });
    }

    fn begin(self, page: StoryPage) {
        self.lines.set(page.lines);
        self.next.set(page.next);
        self.is_new.set(false);
    }

    fn append(self, page: StoryPage) {
        self.lines.update(|lines| {
            let new: Vec<StoryLine> =
                page.lines.into_iter().filter(|line| lines.iter().all(|known| known.id != line.id)).collect();
            lines.extend(new);
        });
        self.next.set(page.next);
    }

    /// The first stretch takes the place of all that is at least as young as its last story; what lies below stays.
    fn refresh(self, page: StoryPage) {
        let Some(oldest) = page.lines.last().map(|line| (line.edited_at, line.id)).filter(|_| page.next.is_some())
        else {
            return self.begin(page);
        };
        let kept = self.lines.with_untracked(|lines| {
            let below = lines.iter().filter(|line| (line.edited_at, line.id) < oldest);
            below.filter(|line| page.lines.iter().all(|new| new.id != line.id)).cloned().collect::<Vec<_>>()
        });
        if kept.is_empty() {
            self.next.set(page.next);
        }
        let lines = [page.lines, kept].concat();
        if self.lines.with_untracked(|shown| *shown != lines) {
            self.lines.set(lines);
        }
    }
}
