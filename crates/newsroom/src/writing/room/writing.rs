//! What comes in goes into the document and to disk; then it is acknowledged and passed on.

use bytes::Bytes;
use model::UserId;

use super::super::closing::Closing;
use super::super::committer::{Entry, Stored};
use super::super::draft::{Admitted, Draft, NOBODY, Way};
use super::desk::Waiting;
use super::{Frame, Room, awareness, frames};
use crate::Result;

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

/// What a frame asks for.
#[derive(Debug)]
pub(super) enum Heard {
    /// Nothing, or nothing more.
    Nothing,
    /// To be let into the document.
    Update(Arrived),
    /// To be told what is missing.
    Step1(Vec<u8>),
    /// To be known by a client id, before anything is written with it.
    Client { client: u64, user: i64 },
}

impl Room {
    /// Looks at a frame.
    pub(super) fn frame(&mut self, seat: u64, bytes: &Bytes) -> Result<Heard, Closing> {
        let Some(place) = self.seats.get(seat) else { return Ok(Heard::Nothing) };
        let frame = Frame::parse(bytes)?;
        if place.chunks.is_open() && !matches!(frame, Frame::Chunk { .. }) {
            return Err(Closing::Malformed);
        }
        if matches!(frame, Frame::Update(..) | Frame::Chunk { .. }) && !place.guest.writes {
            return Err(Closing::ReadOnly);
        }
        let (way, update) = match frame {
            Frame::Update(way, update) => (way, update.to_vec()),
            Frame::Chunk { index, total, bytes } => match place.chunks.add(index, total, bytes)? {
                Some(update) => (Way::Answer, update),
                None => return Ok(Heard::Nothing),
            },
            Frame::Step1(vector) => return Ok(Heard::Step1(vector.to_vec())),
            Frame::Awareness(states) => return self.heard_of(seat, states),
            Frame::QueryAwareness => {
                if let Some(states) = self.awareness.all() {
                    self.tell(seat, states);
                }
                return Ok(Heard::Nothing);
            }
            Frame::Ping => return Ok(Heard::Nothing),
        };
        place.received += 1;
        let (by, name) = (place.guest.user, place.guest.name.clone());
        Ok(Heard::Update(Arrived { seat, number: place.received, by, name, way, update }))
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
                    let entry = Entry { update, by, claims, deed: None };
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
    pub(super) async fn answer_step_1(&mut self, seat: u64, vector: Vec<u8>) -> Result<(), Closing> {
        match self.desk.with(move |draft| Ok(draft.missing(&vector))).await? {
            Ok(missing) => self.desk.wait(Waiting::Answer { seat, frame: frames::step_2(&missing) }),
            Err(closing) => self.send_away(seat, closing),
        }
        Ok(())
    }

    /// What was handed in is on disk: whoever sent it hears so, and everybody else gets it.
    pub(super) async fn stored(&mut self, stored: Stored) -> Result<(), Closing> {
        let waiting = self.desk.take_stored();
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
    fn heard_of(&mut self, seat: u64, states: &[u8]) -> Result<Heard, Closing> {
        let mut heard = Heard::Nothing;
        for told in awareness::read(states)? {
            let Some(place) = self.seats.get(seat) else { return Ok(heard) };
            let (user, own, shown) = (place.guest.number(), place.client, place.guest.shown());
            // Somebody may connect again before we notice that they were gone.
            let other = self.awareness.seat_of(told.client).filter(|other| *other != seat);
            let taken = other.and_then(|other| self.seats.get(other)).is_some_and(|other| other.guest.number() != user);
            if taken || own.is_some_and(|own| own != told.client) || self.is_foreign(told.client, user) {
                continue;
            }
            if let Some(place) = self.seats.get(seat).filter(|_| own.is_none()) {
                place.client = Some(told.client);
                heard = Heard::Client { client: told.client, user };
            }
            let frame = self.awareness.tell(seat, &shown, told);
            self.tell_all(Some(seat), &frame);
        }
        Ok(heard)
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
