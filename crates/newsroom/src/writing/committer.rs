//! Group commit: whatever all rooms have to write goes into one transaction, and while that is being synced to disk the
//! next one gathers.

use std::collections::BTreeMap;
use std::time::Duration;

use model::{ArticleId, UserId};
use tokio::sync::{mpsc, oneshot};

use super::draft::NOBODY;
use super::sql;
use crate::audit::Deed;
use crate::changes::{self, ChangeKind};
use crate::store::Store;
use crate::{Clock, Result};

/// How many submissions go into one transaction at the most.
const GROUP: usize = 256;

/// How many updates one statement inserts.
const ROWS: usize = 100;

/// How long it waits after a failure before it tries again: twice as long each time, up to the second.
const PAUSE: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(2));

/// An update to be kept.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub update: Vec<u8>,
    /// Who sent it; none for the paper itself.
    pub by: Option<UserId>,
    /// Client ids that it is the first to use.
    pub claims: Vec<u64>,
    /// What the audit log says of it; nothing of what is typed.
    pub deed: Option<Deed>,
}

/// What became of a room's updates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stored {
    /// They are on disk; the first has this number.
    From(i64),
    /// A client id that one of them claims was claimed elsewhere in the same moment, the draft is gone, or one of them
    /// could not be noted in the audit log. None is kept.
    Refused,
}

/// A room's updates, and where to say what became of them.
#[derive(Debug)]
struct Submission {
    article: ArticleId,
    entries: Vec<Entry>,
    answer: oneshot::Sender<Stored>,
}

/// The way to the committer; its task ends with the last one.
#[derive(Clone, Debug)]
pub(super) struct Committer(mpsc::UnboundedSender<Submission>);

impl Submission {
    fn is_noted(&self) -> bool {
        self.entries.iter().any(|entry| entry.deed.is_some())
    }
}

impl Committer {
    pub fn start(store: Store, clock: Clock) -> Self {
        let (submissions, waiting) = mpsc::unbounded_channel();
        tokio::spawn(run(store, clock, waiting));
        Self(submissions)
    }

    /// Hands updates in. The answer comes when they are on disk, however long that takes.
    pub fn submit(&self, article: ArticleId, entries: Vec<Entry>) -> oneshot::Receiver<Stored> {
        let (answer, answered) = oneshot::channel();
        // Without a committer nobody answers, and the receiver says so.
        let _ = self.0.send(Submission { article, entries, answer });
        answered
    }
}

async fn run(store: Store, clock: Clock, mut waiting: mpsc::UnboundedReceiver<Submission>) {
    let mut group = Vec::new();
    let mut pause = PAUSE.0;
    while !group.is_empty() || waiting.recv_many(&mut group, GROUP).await > 0 {
        // Sorted, so that nodes that write at the same time do not wait for each other in a ring.
        group.sort_by_key(|submission| submission.article);
        for submission in group.extract_if(.., |submission| submission.is_noted()) {
            keep_noted(&store, &clock, submission).await;
        }
        if group.is_empty() {
            continue;
        }
        match commit(&store, &clock, &group).await {
            Ok(stored) => {
                pause = PAUSE.0;
                for (submission, stored) in group.drain(..).zip(stored) {
                    // A room that is gone wants no answer; what it handed in is kept all the same.
                    let _ = submission.answer.send(stored);
                }
            }
            Err(error) => {
                tracing::warn!(%error, drafts = group.len(), "updates could not be written; they are tried again");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSE.1);
                if store.is_closed() {
                    return;
                }
            }
        }
    }
}

/// Writes what the audit log tells of in a transaction of its own: where that cannot be, nothing else waits for it.
async fn keep_noted(store: &Store, clock: &Clock, submission: Submission) {
    let stored = match commit(store, clock, std::slice::from_ref(&submission)).await {
        Ok(mut stored) => stored.pop().unwrap_or(Stored::Refused),
        Err(error) => {
            tracing::warn!(%error, article = submission.article.0, "a draft could not be replaced");
            Stored::Refused
        }
    };
    // A room that is gone wants no answer.
    let _ = submission.answer.send(stored);
}

async fn commit(store: &Store, clock: &Clock, group: &[Submission]) -> Result<Vec<Stored>> {
    let mut tx = store.write().await?;
    let at = clock.now();
    let mut stored = Vec::with_capacity(group.len());
    for Submission { article, entries, .. } in group {
        let mut claims: BTreeMap<u64, i64> = BTreeMap::new();
        for entry in entries {
            claims.extend(entry.claims.iter().map(|client| (*client, entry.by.map_or(NOBODY, |user| user.0))));
        }
        let Some(last) = sql::draw(&mut tx, *article, entries.len() as i64, at).await? else {
            stored.push(Stored::Refused);
            continue;
        };
        let mut is_foreign = false;
        for (client, user) in claims {
            is_foreign |= sql::claim(&mut tx, *article, client, user).await? != user;
        }
        if is_foreign {
            stored.push(Stored::Refused);
            continue;
        }
        let first = last - entries.len() as i64 + 1;
        let entries: Vec<&Entry> = entries.iter().collect();
        for (number, rows) in entries.chunks(ROWS).enumerate() {
            sql::append(&mut tx, *article, first + (number * ROWS) as i64, rows, at).await?;
        }
        for deed in entries.iter().filter_map(|entry| entry.deed.as_ref()) {
            deed.note(&mut tx, at).await?;
            changes::append(&mut tx, store, ChangeKind::Story, article.0, at).await?;
        }
        stored.push(Stored::From(first));
    }
    tx.commit().await?;
    Ok(stored)
}
