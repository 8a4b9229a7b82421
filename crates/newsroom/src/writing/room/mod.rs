//! A room: one task for each draft that is open. It owns the document's thread of work: what comes in is looked at, let
//! into the document, written to disk, and only then acknowledged and passed on.

mod awareness;
mod chunks;
mod desk;
mod frames;
mod keeping;
mod seats;
mod writing;

use std::time::Duration;

use bytes::Bytes;
use model::{AppError, ArticleId};
use serde_json::json;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{MissedTickBehavior, interval};

use super::SCHEMA;
use super::closing::Closing;
use super::limits::{SEATS_MAX, WAITING_MAX};
use super::shape::Written;
use crate::audit::Deed;
use crate::{Error, Newsroom, Result};
use awareness::Awareness;
use desk::Desk;
use seats::Seats;
use writing::{Arrived, Heard};

pub(super) use frames::{Frame, notice, pong};
pub(super) use seats::{Guest, Inbox};

/// How many messages a room takes at a time, and how many may wait before whoever sends more has to wait too.
const BATCH: usize = 64;
pub(super) const MAILBOX: usize = 256;

/// How many seconds a room stays open with nobody in it.
const IDLE: u32 = 10;

/// What a room is told.
#[derive(Debug)]
pub(super) enum Message {
    /// Somebody wants to sit down.
    Join { seat: u64, guest: Guest, answer: oneshot::Sender<Result<Inbox, Closing>> },
    /// A frame from a client.
    Frame { seat: u64, frame: Bytes },
    /// Somebody wants to know what the draft says.
    Read { answer: oneshot::Sender<Result<Written>> },
    /// The draft is to hold other content.
    Replace { written: Box<Written>, deed: Deed, answer: oneshot::Sender<Result<()>> },
    /// The working copy is to say what the draft says.
    Sync { answer: oneshot::Sender<Result<()>> },
    /// Everybody in here is to be told something.
    Tell { notice: Bytes },
    /// The newsroom closes.
    Stop { answer: oneshot::Sender<()> },
}

/// The door of a room, as it is kept in [`Writing`].
#[derive(Clone, Debug)]
pub(super) struct Door {
    pub messages: mpsc::Sender<Message>,
    pub farewells: mpsc::UnboundedSender<u64>,
}

struct Room {
    newsroom: Newsroom,
    article: ArticleId,
    desk: Desk,
    seats: Seats,
    awareness: Awareness,
    /// Who changed something since the working copy was last written; none where nobody did.
    edited_by: Option<String>,
    /// Ticks since the last change, and since the last one left.
    quiet: u32,
    idle: u32,
    /// What [`Seats::moves`] was when the desk was last shown who is here.
    shown: u64,
}

/// Whether a room stays open.
enum Then {
    Stay,
    Leave,
}

/// Runs a room until nobody needs it.
pub(super) async fn run(
    newsroom: Newsroom,
    article: ArticleId,
    key: u64,
    mut messages: mpsc::Receiver<Message>,
    mut farewells: mpsc::UnboundedReceiver<u64>,
) {
    let writing = newsroom.writing().clone();
    match Desk::open(&newsroom, article, key).await {
        Ok(desk) => {
            let mut room = Room {
                newsroom,
                article,
                desk,
                seats: Seats::default(),
                awareness: Awareness::default(),
                edited_by: None,
                quiet: 0,
                idle: 0,
                shown: 0,
            };
            let ended = room.work(&mut messages, &mut farewells).await;
            if let Err(closing) = ended {
                tracing::warn!(article = article.0, reason = closing.reason(), "a draft closes and opens again");
                room.seats.close_all(closing).await;
            }
        }
        Err(error) => {
            writing.forget(article, key);
            refuse(&mut messages, error).await;
        }
    }
    writing.show(article, Vec::new());
    writing.forget(article, key);
    writing.scribes().close(key);
    // Whoever came too late finds no answer, and knocks again.
}

/// Tells everybody who waits at a room that cannot be opened.
async fn refuse(messages: &mut mpsc::Receiver<Message>, error: Error) {
    messages.close();
    let closing = match &error {
        Error::App(AppError::NotFound) => Closing::NotFound,
        Error::Database(_) => Closing::Database,
        _ => Closing::Failed,
    };
    let error = error.into_app();
    while let Some(message) = messages.recv().await {
        // Whoever asked may have gone away.
        match message {
            Message::Join { answer, .. } => drop(answer.send(Err(closing))),
            Message::Read { answer } => drop(answer.send(Err(error.clone().into()))),
            Message::Replace { answer, .. } | Message::Sync { answer } => drop(answer.send(Err(error.clone().into()))),
            Message::Stop { answer } => drop(answer.send(())),
            Message::Frame { .. } | Message::Tell { .. } => {}
        }
    }
}

impl Room {
    async fn work(
        &mut self,
        messages: &mut mpsc::Receiver<Message>,
        farewells: &mut mpsc::UnboundedReceiver<u64>,
    ) -> Result<(), Closing> {
        let mut second = interval(Duration::from_secs(1));
        second.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            let listens = self.desk.waiting_bytes() < WAITING_MAX;
            tokio::select! {
                biased;
                stored = self.desk.stored() => self.stored(stored?).await?,
                _ = second.tick() => if matches!(self.tick().await?, Then::Leave) {
                    return Ok(());
                },
                count = messages.recv_many(&mut batch, BATCH), if listens => {
                    if count == 0 || matches!(self.hear(&mut batch).await?, Then::Leave) {
                        return Ok(());
                    }
                }
                // After the messages: whoever left wants their last words kept.
                Some(seat) = farewells.recv(), if listens => self.leave(seat).await,
            }
            self.desk.submit();
            self.show_who_is_here();
        }
    }

    fn show_who_is_here(&mut self) {
        if self.shown != self.seats.moves() {
            self.shown = self.seats.moves();
            self.newsroom.writing().show(self.article, self.seats.people());
        }
    }

    /// Hears messages in their order; neighbouring updates go into the document together.
    async fn hear(&mut self, batch: &mut Vec<Message>) -> Result<Then, Closing> {
        let mut arrived: Vec<Arrived> = Vec::new();
        for message in std::mem::take(batch) {
            if let Message::Frame { seat, frame } = message {
                self.hear_frame(seat, &frame, &mut arrived).await?;
                continue;
            }
            self.admit(&mut arrived).await?;
            match message {
                Message::Frame { .. } => {}
                Message::Join { seat, guest, answer } => self.join(seat, guest, answer).await?,
                // Whoever asked may have gone away.
                Message::Read { answer } => drop(answer.send(self.read().await)),
                Message::Replace { written, deed, answer } => self.replace(*written, deed, answer).await?,
                Message::Sync { answer } => drop(answer.send(self.sync().await)),
                Message::Tell { notice } => self.tell_all(None, &notice),
                Message::Stop { answer } => {
                    self.stop().await;
                    let _ = answer.send(());
                    return Ok(Then::Leave);
                }
            }
        }
        self.admit(&mut arrived).await?;
        Ok(Then::Stay)
    }

    async fn hear_frame(&mut self, seat: u64, frame: &Bytes, arrived: &mut Vec<Arrived>) -> Result<(), Closing> {
        match self.frame(seat, frame) {
            Ok(Heard::Nothing) => {}
            Ok(Heard::Update(update)) => arrived.push(update),
            Ok(Heard::Step1(vector)) => {
                self.admit(arrived).await?;
                self.answer_step_1(seat, vector).await?;
            }
            Ok(Heard::Client { client, user }) => {
                self.desk
                    .with(move |draft| {
                        draft.reserve(client, user);
                        Ok(())
                    })
                    .await?;
            }
            Err(closing) => {
                self.admit(arrived).await?;
                self.send_away(seat, closing);
            }
        }
        Ok(())
    }

    async fn join(
        &mut self,
        seat: u64,
        guest: Guest,
        answer: oneshot::Sender<Result<Inbox, Closing>>,
    ) -> Result<(), Closing> {
        if self.seats.len() >= SEATS_MAX {
            let _ = answer.send(Err(Closing::Full));
            return Ok(());
        }
        let (writes, user) = (guest.writes, guest.number());
        let (clients, vector) = self.desk.with(move |draft| Ok((draft.clients_of(user), draft.vector()))).await?;
        // As many as a person ever has; a notice is no place for more.
        let clients = &clients[..clients.len().min(1000)];
        let hello = json!({
            "kind": "hello", "readonly": !writes, "schema": SCHEMA, "user": guest.shown(), "client_ids": clients,
        });
        let inbox = self.seats.sit(seat, guest);
        self.idle = 0;
        self.tell(seat, notice(&hello));
        if writes {
            self.tell(seat, frames::step_1(&vector));
        }
        if let Some(states) = self.awareness.all() {
            self.tell(seat, states);
        }
        if answer.send(Ok(inbox)).is_err() {
            self.leave(seat).await;
        }
        Ok(())
    }

    async fn leave(&mut self, seat: u64) {
        let was_there = self.seats.close(seat, Closing::Failed);
        self.forget(seat);
        if was_there && self.seats.is_empty() {
            self.sync_quietly().await;
        }
    }

    /// Ends a connection, and says so to the others.
    fn send_away(&mut self, seat: u64, closing: Closing) {
        if self.seats.close(seat, closing) {
            tracing::info!(article = self.article.0, seat, reason = closing.reason(), "a connection is closed");
        }
        self.forget(seat);
    }

    fn forget(&mut self, seat: u64) {
        if let Some(left) = self.awareness.leave(seat) {
            self.tell_all(None, &left);
        }
    }

    fn tell(&mut self, seat: u64, frame: Bytes) {
        if self.seats.send(seat, frame).is_some() {
            self.forget(seat);
        }
    }

    fn tell_all(&mut self, except: Option<u64>, frame: &Bytes) {
        for slow in self.seats.send_others(except, frame) {
            self.forget(slow);
        }
    }
}
