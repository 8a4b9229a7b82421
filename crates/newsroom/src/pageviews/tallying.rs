//! Readings that wait to be written.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::ArticleId;
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// What makes the marks of a day mean nothing to whoever does not have it.
pub(super) type Salt = [u8; 32];

/// That a reader read an article on a day (days since 1970-01-01 in the site's zone).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    pub day: i64,
    pub hash: [u8; 16],
}

/// The most readings that wait; a database that takes none for so long has other worries, and they are let go of.
const PENDING_MAX: usize = 1_000_000;

/// Readings that wait to be written.
#[derive(Debug, Default)]
pub(crate) struct Tallying {
    sheet: Mutex<Sheet>,
    /// Held by whoever writes readings.
    turn: tokio::sync::Mutex<()>,
    /// Held by those who read a count in the database and here; alone by whoever moves readings from here to there.
    /// Both have their connection before: who waits for one while holding this could wait for ever.
    moving: RwLock<()>,
}

#[derive(Debug, Default)]
struct Sheet {
    pending: BTreeMap<Mark, ArticleId>,
    articles: HashMap<ArticleId, i64>,
    salt: Option<(i64, Salt)>,
    /// Marks of days before this one are gone from the database.
    cleared: i64,
}

impl Tallying {
    /// Waits for its turn to write.
    pub(super) async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// While this is held, no reading moves from here to the database.
    pub(super) async fn steady(&self) -> RwLockReadGuard<'_, ()> {
        self.moving.read().await
    }

    /// While this is held, nobody reads a count.
    pub(super) async fn alone(&self) -> RwLockWriteGuard<'_, ()> {
        self.moving.write().await
    }

    /// Notes a reading that the database does not know yet.
    pub(super) fn note(&self, mark: Mark, article: ArticleId) {
        let mut sheet = self.sheet();
        if sheet.pending.len() < PENDING_MAX && sheet.pending.insert(mark, article).is_none() {
            *sheet.articles.entry(article).or_default() += 1;
        }
    }

    /// How many readings of an article wait.
    pub(super) fn pending(&self, article: ArticleId) -> i64 {
        self.sheet().articles.get(&article).copied().unwrap_or_default()
    }

    /// What is to be written. Readings of days before `oldest` are let go of: nobody can tell any more if they count.
    pub(super) fn batch(&self, oldest: i64) -> BTreeMap<Mark, ArticleId> {
        let mut sheet = self.sheet();
        let late = sheet.pending.keys().take_while(|mark| mark.day < oldest).copied().collect::<Vec<_>>();
        for mark in &late {
            sheet.forget(mark);
        }
        sheet.pending.clone()
    }

    /// Forgets what was written, and remembers that days before `oldest` were cleared.
    pub(super) fn written(&self, batch: &BTreeMap<Mark, ArticleId>, oldest: i64) {
        let mut sheet = self.sheet();
        for mark in batch.keys() {
            sheet.forget(mark);
        }
        sheet.cleared = oldest;
    }

    /// Whether days before `oldest` were cleared.
    pub(super) fn is_cleared(&self, oldest: i64) -> bool {
        self.sheet().cleared >= oldest
    }

    /// The salt of a day, where it is known here.
    pub(super) fn salt(&self, day: i64) -> Option<Salt> {
        self.sheet().salt.filter(|(of, _)| *of == day).map(|(_, salt)| salt)
    }

    /// Keeps the salt of a day, in the place of another day's.
    pub(super) fn keep_salt(&self, day: i64, salt: Salt) {
        self.sheet().salt = Some((day, salt));
    }

    fn sheet(&self) -> MutexGuard<'_, Sheet> {
        self.sheet.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sheet {
    fn forget(&mut self, mark: &Mark) {
        let Some(article) = self.pending.remove(mark) else { return };
        if let Some(waiting) = self.articles.get_mut(&article) {
            *waiting -= 1;
            if *waiting == 0 {
                self.articles.remove(&article);
            }
        }
    }
}
