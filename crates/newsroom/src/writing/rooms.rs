//! The rooms that are open in this process.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use futures::future::join_all;
use model::{ArticleId, Present};
use tokio::sync::{mpsc, oneshot, watch};

use super::Presence;
use super::committer::Committer;
use super::room::{self, Door, MAILBOX, Message};
use super::scribes::Scribes;
use crate::store::Store;
use crate::{Clock, Newsroom};

/// The rooms that are open, and what they share. Clones are the same.
#[derive(Clone, Debug)]
pub(crate) struct Writing(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    rooms: Mutex<HashMap<ArticleId, (u64, Door)>>,
    scribes: Scribes,
    committer: OnceLock<Committer>,
    store: Store,
    clock: Clock,
    numbers: AtomicU64,
    present: watch::Sender<Presence>,
}

impl Writing {
    pub fn new(store: Store, clock: Clock) -> std::io::Result<Self> {
        Ok(Self(Arc::new(Inner {
            rooms: Mutex::default(),
            scribes: Scribes::hire()?,
            committer: OnceLock::new(),
            store,
            clock,
            numbers: AtomicU64::new(1),
            present: watch::Sender::default(),
        })))
    }

    /// Shows the desk who has a draft open.
    pub(super) fn show(&self, article: ArticleId, people: Vec<Present>) {
        self.0.present.send_if_modified(|present| {
            if people.is_empty() {
                return present.remove(&article).is_some();
            }
            present.insert(article, people.clone()) != Some(people)
        });
    }

    /// Who has which draft open, and whenever that changes.
    pub(super) fn presence(&self) -> watch::Receiver<Presence> {
        self.0.present.subscribe()
    }

    /// Closes all rooms: what came in is written, and everybody is told to come again.
    pub async fn close(&self) {
        let doors: Vec<Door> = self.rooms().values().map(|(_, door)| door.clone()).collect();
        let stops = doors.into_iter().map(|door| async move {
            let (answer, answered) = oneshot::channel();
            if door.messages.send(Message::Stop { answer }).await.is_ok() {
                // A room that broke meanwhile answers nothing.
                let _ = answered.await;
            }
        });
        join_all(stops).await;
    }

    /// The door of an article's room, which is opened where it is not.
    pub(super) fn door(&self, newsroom: &Newsroom, article: ArticleId) -> Door {
        let mut rooms = self.rooms();
        if let Some((_, door)) = rooms.get(&article).filter(|(_, door)| !door.messages.is_closed()) {
            return door.clone();
        }
        let key = self.number();
        let (messages, mailbox) = mpsc::channel(MAILBOX);
        let (farewells, leaving) = mpsc::unbounded_channel();
        let door = Door { messages, farewells };
        rooms.insert(article, (key, door.clone()));
        tokio::spawn(room::run(newsroom.clone(), article, key, mailbox, leaving));
        door
    }

    /// The door of an article's room, where it is open.
    pub(super) fn open_door(&self, article: ArticleId) -> Option<Door> {
        self.rooms().get(&article).map(|(_, door)| door.clone())
    }

    /// Forgets a room that closes, unless another one has its place.
    pub(super) fn forget(&self, article: ArticleId, key: u64) {
        let mut rooms = self.rooms();
        if rooms.get(&article).is_some_and(|(other, _)| *other == key) {
            rooms.remove(&article);
        }
    }

    fn rooms(&self) -> MutexGuard<'_, HashMap<ArticleId, (u64, Door)>> {
        self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The threads that documents live on.
    pub(super) fn scribes(&self) -> &Scribes {
        &self.0.scribes
    }

    /// Who writes for all rooms.
    pub(super) fn committer(&self) -> &Committer {
        self.0.committer.get_or_init(|| Committer::start(self.0.store.clone(), self.0.clock.clone()))
    }

    /// A number that is drawn once: for seats, and for documents on their shelf.
    pub(super) fn number(&self) -> u64 {
        self.0.numbers.fetch_add(1, Ordering::Relaxed)
    }
}
