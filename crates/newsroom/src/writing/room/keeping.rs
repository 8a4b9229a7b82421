//! What a room does beside the typing: following what other nodes write, keeping the working copy true, compacting,
//! replacing, going away.

use std::time::Duration;

use model::AppError;
use tokio::sync::oneshot;

use super::super::closing::Closing;
use super::super::limits::UPDATES_MAX;
use super::super::shape::Written;
use super::super::{checked, keep_working, sql, unreadable};
use super::{IDLE, Room, Then, frames};
use crate::audit::Deed;
use crate::{Error, Result};

/// After how many quiet seconds the working copy is written.
const QUIET: u32 = 2;

/// How long a newsroom that closes waits for the database.
const PATIENCE: Duration = Duration::from_secs(5);

impl Room {
    /// What is done once a second.
    pub(super) async fn tick(&mut self) -> Result<Then, Closing> {
        self.quiet += 1;
        if !self.seats.is_empty() {
            self.catch_up_quietly().await?;
        }
        if self.quiet >= QUIET {
            self.sync_quietly().await;
        }
        if self.desk.log >= UPDATES_MAX {
            self.compact_quietly().await?;
        }
        self.idle = if self.seats.is_empty() { self.idle + 1 } else { 0 };
        if self.idle < IDLE || !self.desk.is_done() {
            return Ok(Then::Stay);
        }
        self.sync_quietly().await;
        self.compact_quietly().await?;
        Ok(Then::Leave)
    }

    /// Takes in what other nodes wrote, and passes it on.
    async fn catch_up(&mut self) -> Result<()> {
        let store = self.newsroom.store();
        let mut connection = store.read().await?;
        let (last, upto) = sql::latest(&mut connection, self.article).await?.ok_or(AppError::NotFound)?;
        if last <= self.desk.seen {
            return Ok(());
        }
        let mut updates: Vec<Vec<u8>> = Vec::new();
        let rows = sql::since(&mut connection, self.article, self.desk.seen).await?;
        let (rows_seen, count) = (rows.last().map_or(0, |(seq, _)| *seq), rows.len() as i64);
        updates.extend(rows.into_iter().map(|(_, update)| update));
        let mut seen = last.max(rows_seen);
        if upto > self.desk.seen {
            // Somebody compacted before we looked.
            let kept = sql::load(&mut connection, self.article).await?.ok_or(AppError::NotFound)?;
            seen = seen.max(kept.seen);
            updates.extend(kept.updates);
        }
        let owners = sql::owners(&mut connection, self.article).await?;
        drop(connection);
        self.desk.owners.clone_from(&owners);
        let learned = self.desk.with(move |draft| {
            draft.know_owners(owners);
            updates.iter().map(|update| draft.learn(update)).collect::<Result<Vec<_>, Closing>>()
        });
        let learned = learned.await.map_err(broken)?;
        self.desk.seen = seen;
        self.desk.log += count;
        for update in learned.into_iter().flatten() {
            self.tell_all(None, &frames::update(&update));
        }
        Ok(())
    }

    /// Does so, and bears it where the database does not answer: the next second may.
    pub(super) async fn catch_up_quietly(&mut self) -> Result<(), Closing> {
        match self.catch_up().await {
            Ok(()) => Ok(()),
            Err(Error::Database(error)) => {
                tracing::debug!(%error, "other nodes' updates cannot be read");
                Ok(())
            }
            Err(Error::App(AppError::NotFound)) => Err(Closing::NotFound),
            Err(_) => Err(Closing::Failed),
        }
    }

    /// Writes the working copy, where anybody changed anything.
    pub(super) async fn sync(&mut self) -> Result<()> {
        self.catch_up().await?;
        let Some(by) = self.edited_by.clone() else { return Ok(()) };
        let written = self.written().await?;
        let mut tx = self.newsroom.store().write().await?;
        keep_working(&mut tx, &self.newsroom, self.article, &written, &by).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        self.edited_by = None;
        Ok(())
    }

    /// Does so, and bears it where it fails: the draft itself is on disk.
    pub(super) async fn sync_quietly(&mut self) {
        if self.edited_by.is_none() {
            return;
        }
        if let Err(error) = self.sync().await {
            self.quiet = 0;
            tracing::warn!(article = self.article.0, %error, "the working copy could not be written");
        }
    }

    /// What the draft says, whatever it says.
    async fn written(&mut self) -> Result<Written> {
        let lang = self.newsroom.site().lang.clone();
        let written = self.desk.with(|draft| Ok(draft.read())).await.map_err(broken)?;
        let mut written = written.map_err(unreadable)?;
        if written.content.lang.is_empty() {
            written.content.lang = lang;
        }
        Ok(written)
    }

    /// What the draft says, where it can be published.
    pub(super) async fn read(&mut self) -> Result<Written> {
        self.catch_up().await?;
        checked(self.written().await?)
    }

    /// Puts a snapshot in the place of the updates.
    async fn compact_quietly(&mut self) -> Result<(), Closing> {
        if self.desk.log == 0 || !self.desk.is_done() {
            return Ok(());
        }
        let snapshot = self.desk.with(|draft| Ok((!draft.waits()).then(|| draft.snapshot()))).await?;
        let Some(snapshot) = snapshot else { return Ok(()) };
        let compacted = async {
            let mut tx = self.newsroom.store().write().await?;
            let done = sql::compact(&mut tx, self.article, &snapshot, self.desk.seen).await?;
            tx.commit().await?;
            Result::<bool>::Ok(done)
        };
        match compacted.await {
            Ok(true) => self.desk.log = 0,
            // Another node was faster; the next second brings what it wrote.
            Ok(false) => {}
            Err(error) => tracing::warn!(article = self.article.0, %error, "a draft could not be compacted"),
        }
        Ok(())
    }

    /// Makes the draft hold other content, with nobody in the room.
    pub(super) async fn replace(
        &mut self,
        written: Written,
        deed: Deed,
        answer: oneshot::Sender<Result<()>>,
    ) -> Result<(), Closing> {
        self.seats.close_all(Closing::Replaced).await;
        self.awareness = super::Awareness::default();
        self.catch_up_quietly().await?;
        let (update, client) = self.desk.with(move |draft| Ok(draft.replace(&written))).await?;
        self.edited_by = Some(deed.actor.name().to_owned());
        self.desk.own(update, client, deed, answer);
        Ok(())
    }

    /// Brings everything to disk, and everybody to the door.
    pub(super) async fn stop(&mut self) {
        let finished = async {
            loop {
                self.desk.submit();
                if self.desk.is_done() {
                    return Ok(());
                }
                let stored = self.desk.stored().await?;
                self.stored(stored).await?;
            }
        };
        let finished: Result<Result<(), Closing>, _> = tokio::time::timeout(PATIENCE, finished).await;
        if !matches!(finished, Ok(Ok(()))) {
            tracing::warn!(article = self.article.0, "updates that were not acknowledged are left to their senders");
        }
        self.sync_quietly().await;
        // A document that broke is whole on disk.
        let _ = self.compact_quietly().await;
        self.seats.close_all(Closing::Stopping).await;
    }
}

/// The document broke: it opens again from disk.
fn broken(_: Closing) -> Error {
    Error::App(AppError::Unavailable)
}
