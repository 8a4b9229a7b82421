//! Who sits in a room, and what they are sent.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use model::{Present, UserId};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};

use super::super::closing::Closing;
use super::super::limits::{QUEUE_BYTES, QUEUE_FRAMES};
use super::chunks::Chunks;

/// Colours of carets and names, dark enough for white letters.
const COLOURS: [&str; 8] = ["#9a3412", "#166534", "#1d4ed8", "#86198f", "#92400e", "#0f766e", "#4338ca", "#9f1239"];

/// Who wants to sit down.
#[derive(Clone, Debug)]
pub(in super::super) struct Guest {
    /// None for a command.
    pub user: Option<UserId>,
    pub name: String,
    /// Whether they may write.
    pub writes: bool,
}

impl Guest {
    /// The number that client ids are theirs by.
    pub fn number(&self) -> i64 {
        self.user.map_or(super::super::draft::NOBODY, |user| user.0)
    }

    /// As others in the draft see them.
    pub fn shown(&self) -> Value {
        let colour = self.colour();
        json!({ "id": self.number().to_string(), "name": self.name, "colour": colour, "color": colour })
    }

    /// As the desk shows them beside the story.
    fn present(&self) -> Present {
        Present { name: self.name.clone(), colour: self.colour().to_owned() }
    }

    fn colour(&self) -> &'static str {
        COLOURS[self.number().unsigned_abs() as usize % COLOURS.len()]
    }
}

/// One connection.
#[derive(Debug)]
pub(super) struct Place {
    pub guest: Guest,
    /// How many updates came in, and how many of them are on disk.
    pub received: u64,
    pub chunks: Chunks,
    /// The client id that speaks of itself here.
    pub client: Option<u64>,
    outbox: Outbox,
}

/// The way to a connection: as much as a slow one may keep waiting, and no more.
#[derive(Debug)]
struct Outbox {
    frames: mpsc::Sender<Bytes>,
    queued: Arc<AtomicUsize>,
    closing: oneshot::Sender<Closing>,
}

/// The other end: what a connection is to send.
#[derive(Debug)]
pub(in super::super) struct Inbox {
    pub frames: mpsc::Receiver<Bytes>,
    pub queued: Arc<AtomicUsize>,
    pub closing: oneshot::Receiver<Closing>,
}

/// All connections, by the number of their seat.
#[derive(Debug, Default)]
pub(super) struct Seats {
    places: BTreeMap<u64, Place>,
    /// Grows whenever somebody sits down or leaves.
    moves: u64,
}

impl Seats {
    pub fn sit(&mut self, seat: u64, guest: Guest) -> Inbox {
        let (frames, outgoing) = mpsc::channel(QUEUE_FRAMES);
        let (closing, closed) = oneshot::channel();
        let queued = Arc::new(AtomicUsize::new(0));
        let outbox = Outbox { frames, queued: Arc::clone(&queued), closing };
        let place = Place { guest, received: 0, chunks: Chunks::default(), client: None, outbox };
        self.places.insert(seat, place);
        self.moves += 1;
        Inbox { frames: outgoing, queued, closing: closed }
    }

    pub fn get(&mut self, seat: u64) -> Option<&mut Place> {
        self.places.get_mut(&seat)
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// A number that is another one once somebody sat down or left.
    pub fn moves(&self) -> u64 {
        self.moves
    }

    /// Who sits here, each once however many connections they have.
    pub fn people(&self) -> Vec<Present> {
        let mut people: Vec<Present> = self.places.values().map(|place| place.guest.present()).collect();
        people.sort_by(|a, b| (&a.name, &a.colour).cmp(&(&b.name, &b.colour)));
        people.dedup();
        people
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Sends a frame to one. Whoever cannot take it is let go of, and is answered.
    pub fn send(&mut self, seat: u64, frame: Bytes) -> Option<u64> {
        let place = self.places.get(&seat)?;
        if place.outbox.push(frame) {
            return None;
        }
        self.close(seat, Closing::TooSlow);
        Some(seat)
    }

    /// Sends a frame to all but one. Those who cannot take it are let go of, and are answered.
    pub fn send_others(&mut self, except: Option<u64>, frame: &Bytes) -> Vec<u64> {
        let others: Vec<u64> = self.places.keys().copied().filter(|seat| Some(*seat) != except).collect();
        others.into_iter().filter_map(|seat| self.send(seat, frame.clone())).collect()
    }

    /// Ends a connection.
    pub fn close(&mut self, seat: u64, closing: Closing) -> bool {
        let Some(place) = self.places.remove(&seat) else { return false };
        self.moves += 1;
        // It may have hung up by itself.
        let _ = place.outbox.closing.send(closing);
        true
    }

    /// Ends all connections, and waits until they have said so to their clients, a moment at the most.
    pub async fn close_all(&mut self, closing: Closing) {
        let mut doors = Vec::new();
        for (_, place) in std::mem::take(&mut self.places) {
            let _ = place.outbox.closing.send(closing);
            doors.push(place.outbox.frames);
        }
        let gone = async {
            for door in doors {
                door.closed().await;
            }
        };
        let _ = tokio::time::timeout(std::time::Duration::from_secs(1), gone).await;
    }
}

impl Outbox {
    fn push(&self, frame: Bytes) -> bool {
        let length = frame.len();
        // A whole document may be longer than the queue; it is let through an empty one.
        let before = self.queued.fetch_add(length, Ordering::Relaxed);
        (before == 0 || before + length <= QUEUE_BYTES) && self.frames.try_send(frame).is_ok()
    }
}
