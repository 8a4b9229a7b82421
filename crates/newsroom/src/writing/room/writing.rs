//! What comes in goes into the document and to disk; then it is acknowledged and passed on.

use std::collections::HashMap;

use bytes::Bytes;
use model::{AppError, ArticleId, UserId};
use tokio::sync::oneshot;
use tokio::sync::oneshot::error::RecvError;

use super::super::closing::Closing;
use super::super::committer::{Entry, Stored};
use super::super::draft::{Admitted, Draft, NOBODY, Way};
use super::super::sql;
use super::{Frame, Room, awareness, frames};
use crate::{Error, Newsroom, Result};

/// An update that came in, to be let into the document.
#[derive(Debug)]
pub(super) struct Arrived {
    seat: u64,
    /// Which of its connection's updates it is, from 1.
    number: u64,
    by: Option<UserId>,
    name: String,
    way: Way,
    update: Vec<u8>,
}

/// Something that happens once everything before it is on disk.
#[derive(Debug)]
enum Waiting {
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
        let client = u64::from(u32::from_le_bytes(random)) + super::super::limits::OWN_CLIENTS;
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
    pub fn own(&mut self, update: Vec<u8>, by: Option<UserId>, client: u64, done: oneshot::Sender<Result<()>>) {
        let entry = Entry { update, by, claims: vec![client] };
        self.waiting.push(Waiting::Own { entry, done });
    }

    fn wait(&mut self, waiting: Waiting) {
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

    /// Waits until what was handed in is on disk; for ever where nothing was.
    pub async fn stored(&mut self) -> Result<Stored, Closing> {
        match &mut self.submitted {
            Some((_, answered)) => answered.await.map_err(|RecvError { .. }| Closing::Failed),
            None => std::future::pending().await,
        }
    }
}

impl Waiting {
    fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Update { entry, .. } | Self::Own { entry, .. } => Some(entry),
            Self::Nothing { .. } | Self::Answer { .. } => None,
        }
    }
}

impl Room {
    /// Looks at a frame; answers the update in it.
    pub(super) fn frame(&mut self, seat: u64, bytes: &Bytes) -> Result<Option<Arrived>, Closing> {
        let Some(place) = self.seats.get(seat) else { return Ok(None) };
        let (way, update) = match Frame::parse(bytes)? {
            _ if place.chunks.is_open() && !matches!(Frame::parse(bytes)?, Frame::Chunk { .. }) => {
                return Err(Closing::Malformed);
            }
            Frame::Update(way, update) => (way, update.to_vec()),
            Frame::Chunk { index, total, bytes } => {
                if !place.guest.writes {
                    return Err(Closing::ReadOnly);
                }
                match place.chunks.add(index, total, bytes)? {
                    Some(update) => (Way::Answer, update),
                    None => return Ok(None),
                }
            }
            Frame::Awareness(states) => return self.heard_of(seat, states).map(|()| None),
            Frame::QueryAwareness => {
                if let Some(states) = self.awareness.all() {
                    self.tell(seat, states);
                }
                return Ok(None);
            }
            Frame::Step1(_) | Frame::Ping => return Ok(None),
        };
        if !place.guest.writes {
            return Err(Closing::ReadOnly);
        }
        place.received += 1;
        let (by, name) = (place.guest.user, place.guest.name.clone());
        Ok(Some(Arrived { seat, number: place.received, by, name, way, update }))
    }

    /// Lets updates into the document, in their order.
    pub(super) async fn admit(&mut self, arrived: &mut Vec<Arrived>) -> Result<(), Closing> {
        if arrived.is_empty() {
            return Ok(());
        }
        let updates = std::mem::take(arrived);
        let admitted = self.desk.with(move |draft| Ok(admit_all(draft, updates))).await?;
        for Outcome { seat, number, by, name, way, admitted } in admitted {
            match admitted {
                Ok(Admitted { update: Some(update), claims, waits }) => {
                    let user = by.map_or(NOBODY, |user| user.0);
                    self.desk.owners.extend(claims.iter().map(|client| (*client, user)));
                    let entry = Entry { update, by, claims };
                    self.edited_by = Some(name);
                    self.quiet = 0;
                    self.desk.wait(Waiting::Update { seat, number, entry });
                    if waits && way == Way::Typed {
                        let vector = self.desk.with(|draft| Ok(draft.vector())).await?;
                        self.tell(seat, frames::step_1(&vector));
                    }
                }
                Ok(_) => self.desk.wait(Waiting::Nothing { seat, number }),
                Err(closing) => self.send_away(seat, closing),
            }
        }
        Ok(())
    }

    /// Answers what a client lacks, once all of that is on disk.
    pub(super) async fn answer_step_1(&mut self, seat: u64, frame: &Bytes) -> Result<(), Closing> {
        let frame = frame.clone();
        let missing = self.desk.with(move |draft| {
            let Ok(Frame::Step1(vector)) = Frame::parse(&frame) else { return Ok(Err(Closing::Malformed)) };
            Ok(draft.missing(vector))
        });
        match missing.await? {
            Ok(missing) => self.desk.wait(Waiting::Answer { seat, frame: frames::step_2(&missing) }),
            Err(closing) => self.send_away(seat, closing),
        }
        Ok(())
    }

    /// What was handed in is on disk: whoever sent it hears so, and everybody else gets it.
    pub(super) async fn stored(&mut self, stored: Stored) -> Result<(), Closing> {
        let Some((waiting, _)) = self.desk.submitted.take() else { return Ok(()) };
        let Stored::From(first) = stored else {
            // What is not on disk must not stay in the document.
            return Err(Closing::Failed);
        };
        let count = waiting.iter().filter(|waiting| waiting.entry().is_some()).count() as i64;
        self.desk.log += count;
        let is_next = first == self.desk.seen + 1;
        if is_next {
            self.desk.seen += count;
        }
        let mut acks: Vec<(u64, u64)> = Vec::new();
        for waiting in waiting {
            match waiting {
                Waiting::Update { seat, number, entry } => {
                    note(&mut acks, seat, number);
                    self.tell_all(Some(seat), &frames::update(&entry.update));
                }
                Waiting::Nothing { seat, number } => note(&mut acks, seat, number),
                Waiting::Answer { seat, frame } => self.tell(seat, frame),
                // Whoever asked may have gone away.
                Waiting::Own { done, .. } => drop(done.send(Ok(()))),
            }
        }
        for (seat, number) in acks {
            self.tell(seat, frames::ack(number));
        }
        if !is_next {
            self.catch_up_quietly().await?;
        }
        Ok(())
    }

    /// Keeps and passes on what a client says of itself.
    fn heard_of(&mut self, seat: u64, states: &[u8]) -> Result<(), Closing> {
        for told in awareness::read(states)? {
            let Some(place) = self.seats.get(seat) else { return Ok(()) };
            let user = place.guest.number();
            let own = place.client;
            let shown = place.guest.shown();
            // Somebody may connect again before we notice that they were gone.
            let other = self.awareness.seat_of(told.client).filter(|other| *other != seat);
            let taken = other.and_then(|other| self.seats.get(other)).is_some_and(|other| other.guest.number() != user);
            if taken || own.is_some_and(|own| own != told.client) || self.is_foreign(told.client, user) {
                continue;
            }
            if let Some(place) = self.seats.get(seat) {
                place.client = Some(told.client);
            }
            let frame = self.awareness.tell(seat, &shown, told);
            self.tell_all(Some(seat), &frame);
        }
        Ok(())
    }

    fn is_foreign(&self, client: u64, user: i64) -> bool {
        self.desk.owners.get(&client).is_some_and(|owner| *owner != user)
    }
}

/// What became of an update that came in.
struct Outcome {
    seat: u64,
    number: u64,
    by: Option<UserId>,
    name: String,
    way: Way,
    admitted: Result<Admitted, Closing>,
}

/// Lets updates in. After one that is refused nothing more of its connection is.
fn admit_all(draft: &mut Draft, updates: Vec<Arrived>) -> Vec<Outcome> {
    let mut refused: Vec<u64> = Vec::new();
    let mut outcomes = Vec::with_capacity(updates.len());
    for Arrived { seat, number, by, name, way, update } in updates {
        if refused.contains(&seat) {
            continue;
        }
        let admitted = draft.admit(by.map_or(NOBODY, |user| user.0), way, &update);
        if admitted.is_err() {
            refused.push(seat);
        }
        outcomes.push(Outcome { seat, number, by, name, way, admitted });
    }
    outcomes
}

fn note(acks: &mut Vec<(u64, u64)>, seat: u64, number: u64) {
    match acks.iter_mut().find(|(acked, _)| *acked == seat) {
        Some(ack) => ack.1 = ack.1.max(number),
        None => acks.push((seat, number)),
    }
}
