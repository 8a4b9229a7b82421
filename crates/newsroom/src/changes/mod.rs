//! The change log: everything that changes what readers see, and what lists of the desk show, in order. Whoever needs to
//! know follows it: today the page cache and the desk's events. What is of kind `Story` must never reach readers.

mod sql;

use model::Millis;
use sqlx::AnyConnection;
use tokio::sync::watch;

use crate::store::{Engine, Store};
use crate::{Newsroom, Result};

/// One entry of the change log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its place in the order, from 1; later is larger, gaps mean nothing.
    pub seq: i64,
    /// What changed.
    pub kind: ChangeKind,
    /// The id of what changed; 0 where there is only one.
    pub subject: i64,
    /// When.
    pub at: Millis,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// An article appeared, changed or went; the subject is the article.
    Article,
    /// The comments that readers see of an article changed; the subject is the article.
    Comments,
    /// A section's name, place or description changed; the subject is the section.
    Section,
    /// A byline's particulars changed; the subject is the author.
    Author,
    /// A story moved on, or lists of the desk show it differently; readers see nothing of it. The subject is the article.
    Story,
    /// The paper's own particulars changed.
    Site,
}

/// The door to the change log.
#[derive(Debug)]
pub struct Changes<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// Tells followers within this process that there is something new, so that they need not wait for their next look.
#[derive(Clone, Debug)]
pub(crate) struct Bell(watch::Sender<u64>);

impl Bell {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    /// Rings; to be called once the transaction with the change is committed.
    pub(crate) fn ring(&self) {
        self.0.send_modify(|rings| *rings += 1);
    }
}

impl Changes<'_> {
    /// The number of the latest change; 0 before the first.
    pub async fn latest(&self) -> Result<i64> {
        sql::latest(&mut *self.newsroom.store().read().await?).await
    }

    /// The changes after `seq`, oldest first, a thousand at most.
    pub async fn since(&self, seq: i64) -> Result<Vec<Change>> {
        sql::since(&mut *self.newsroom.store().read().await?, seq).await
    }

    /// A bell that rings when this process has made a change. Other processes ring none: followers also look by
    /// themselves, now and then.
    pub fn bell(&self) -> watch::Receiver<u64> {
        self.newsroom.bell().0.subscribe()
    }
}

/// Appends to the change log, inside the transaction that makes the change.
pub(crate) async fn append(
    tx: &mut AnyConnection,
    store: &Store,
    kind: ChangeKind,
    subject: i64,
    at: Millis,
) -> Result<()> {
    if store.engine() == Engine::Postgres {
        // Numbers are drawn before the commit: without this, a follower could pass over a slower transaction's entry.
        sql::lock(&mut *tx).await?;
    }
    sql::insert(tx, kind, subject, at).await
}

impl ChangeKind {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Article, "article"),
        (Self::Comments, "comments"),
        (Self::Section, "section"),
        (Self::Author, "author"),
        (Self::Story, "story"),
        (Self::Site, "site"),
    ];

    fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("site", |(_, word)| word)
    }

    /// A word that a later version wrote reads as "everything may have changed".
    fn parse(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or(Self::Site, |(kind, _)| *kind)
    }
}
