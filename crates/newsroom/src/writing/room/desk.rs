//! The document of a room, and what of it is on the way to disk.

use std::collections::HashMap;

use bytes::Bytes;
use model::{AppError, ArticleId};
use tokio::sync::oneshot;

use super::super::closing::Closing;
use super::super::committer::{Entry, Stored};
use super::super::draft::Draft;
use super::super::limits::OWN_CLIENTS;
use super::super::sql;
use crate::audit::Deed;
use crate::{Error, Newsroom, Result};

/// Something that happens once everything before it is on disk.
#[derive(Debug)]
pub(super) enum Waiting {
    /// An update is acknowledged to its sender and passed on to the others.
    Update { seat: u64, number: u64, entry: Entry },
    /// An update that holds nothing new is acknowledged.
    Nothing { seat: u64, number: u64 },
    /// A client gets what it lacks.
    Answer { seat: u64, frame: Bytes },
    /// What the paper itself wrote is done.
    Own { entry: Entry, done: oneshot::Sender<Result<()>> },
}

/// The document, and what of it is on the way to disk.
pub(super) struct Desk {
    newsroom: Newsroom,
    article: ArticleId,
    key: u64,
    waiting: Vec<Waiting>,
    waiting_bytes: usize,
    submitted: Option<(Vec<Waiting>, oneshot::Receiver<Stored>)>,
    /// Whose the client ids are, as far as we know.
    pub owners: HashMap<u64, i64>,
    /// The number of the latest update in the document.
    pub seen: i64,
    /// How many updates lie beside the snapshot.
    pub log: i64,
}

impl Desk {
    /// Opens the document from disk.
    pub async fn open(newsroom: &Newsroom, article: ArticleId, key: u64) -> Result<Self> {
        let mut connection = newsroom.store().read().await?;
        let kept = sql::load(&mut connection, article).await?.ok_or(AppError::NotFound)?;
        let owners = sql::owners(&mut connection, article).await?;
        drop(connection);
        let (seen, log, known) = (kept.seen, kept.log, owners.clone());
        let mut random = [0; 4];
        getrandom::fill(&mut random).map_err(|why| Error::File(std::io::Error::other(why.to_string())))?;
        let client = u64::from(u32::from_le_bytes(random)) + OWN_CLIENTS;
        let opened = newsroom.writing().scribes().open(key, move || Draft::open(client, known, &kept.updates)).await;
        opened.map_err(|_| Error::Corrupt {
            table: "drafts",
            column: "snapshot",
            row: article.0,
            why: "it is no Yjs document".to_owned(),
        })?;
        let newsroom = newsroom.clone();
        let waiting = Vec::new();
        Ok(Self { newsroom, article, key, waiting, waiting_bytes: 0, submitted: None, owners, seen, log })
    }

    /// Has something done with the document.
    pub async fn with<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Draft) -> Result<T, Closing> + Send + 'static,
    ) -> Result<T, Closing> {
        self.newsroom.writing().scribes().with(self.key, job).await
    }

    /// How many bytes of updates wait.
    pub fn waiting_bytes(&self) -> usize {
        self.waiting_bytes
    }

    /// Whether everything is on disk, and everybody was told.
    pub fn is_done(&self) -> bool {
        self.waiting.is_empty() && self.submitted.is_none()
    }

    /// Has an update of the paper's own written.
    pub fn own(&mut self, update: Vec<u8>, client: u64, deed: Deed, done: oneshot::Sender<Result<()>>) {
        let entry = Entry { update, by: deed.actor.user(), claims: vec![client], deed: Some(deed) };
        self.waiting.push(Waiting::Own { entry, done });
    }

    /// Puts something behind what is on its way.
    pub fn wait(&mut self, waiting: Waiting) {
        if let Waiting::Update { entry, .. } = &waiting {
            self.waiting_bytes += entry.update.len();
        }
        self.waiting.push(waiting);
    }

    /// Hands in what waits, where nothing is on its way already.
    pub fn submit(&mut self) {
        if self.submitted.is_some() || self.waiting.is_empty() {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        let entries: Vec<Entry> = waiting.iter().filter_map(Waiting::entry).cloned().collect();
        let answered = if entries.is_empty() {
            let (answer, answered) = oneshot::channel();
            // Nothing to write: everything before it is on disk.
            let _ = answer.send(Stored::From(self.seen + 1));
            answered
        } else {
            self.newsroom.writing().committer().submit(self.article, entries)
        };
        self.submitted = Some((waiting, answered));
    }

    /// What was handed in last, now that it is on disk.
    pub fn take_stored(&mut self) -> Vec<Waiting> {
        self.submitted.take().map(|(waiting, _)| waiting).unwrap_or_default()
    }

    /// Waits until what was handed in is on disk; for ever where nothing was.
    pub async fn stored(&mut self) -> Result<Stored, Closing> {
        match &mut self.submitted {
            Some((_, answered)) => answered.await.map_err(|_| Closing::Failed),
            None => std::future::pending().await,
        }
    }
}

impl Waiting {
    /// What of it goes to disk.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Update { entry, .. } | Self::Own { entry, .. } => Some(entry),
            Self::Nothing { .. } | Self::Answer { .. } => None,
        }
    }
}
