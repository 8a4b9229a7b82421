//! Somebody who writes: a document of their own, and a seat at the draft while they are connected.

use model::{Actor, ArticleId, Role, Staff, UserId};
use newsroom::{Closing, Newsroom, Seat};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ClientID, Doc, GetString, OffsetKind, Options, ReadTxn, StateVector, Text, Transact, Update, WriteTxn};

/// A member of staff.
pub fn staff(id: i64, role: Role) -> Actor {
    Actor::Staff(Staff { id: UserId(id), name: format!("Persona {id}"), role })
}

/// Somebody who writes.
pub struct Client {
    pub doc: Doc,
    pub user: i64,
    pub seat: Option<Seat>,
    /// How many updates it sent on this connection, and how many of them are on disk.
    pub sent: u64,
    pub acked: u64,
    /// What it was told, as JSON.
    pub notices: Vec<String>,
    pub awareness: Vec<Vec<u8>>,
}

impl Client {
    /// Somebody with an empty document; `client` is its client id.
    pub fn new(user: i64, client: u64) -> Self {
        let options = Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(ClientID::new(client)) };
        let (notices, awareness) = (Vec::new(), Vec::new());
        Self { doc: Doc::with_options(options), user, seat: None, sent: 0, acked: 0, notices, awareness }
    }

    /// Connects as an editor and waits until both sides have the same.
    pub async fn connected(user: i64, client: u64, newsroom: &Newsroom, article: ArticleId) -> Self {
        let mut writer = Self::new(user, client);
        writer.connect(newsroom, article).await;
        writer
    }

    /// Connects again, and waits until both sides have the same.
    pub async fn connect(&mut self, newsroom: &Newsroom, article: ArticleId) {
        let seat = newsroom.drafts().open(&staff(self.user, Role::Editor), article).await;
        self.sit(seat.expect("an editor may sit down")).await;
        self.saved().await.expect("what was written offline is kept");
    }

    /// Takes a seat and says what it has; answers once it has the rest.
    pub async fn sit(&mut self, seat: Seat) {
        (self.seat, self.sent, self.acked) = (Some(seat), 0, 0);
        let vector = self.doc.transact().state_vector().encode_v1();
        self.send(frame(&[0, 0], &vector)).await.expect("a state vector is no offence");
        while !self.hear().await.expect("the draft is sent") {}
    }

    /// Hangs up.
    pub fn hang_up(&mut self) {
        self.seat = None;
    }

    /// Types at the end of the headline, and sends that where it is connected.
    pub async fn types(&mut self, words: &str) -> Result<(), Closing> {
        let update = self.writes(words);
        if self.seat.is_some() { self.sends(&update).await } else { Ok(()) }
    }

    /// Types at the end of the headline without sending it.
    pub fn writes(&mut self, words: &str) -> Vec<u8> {
        let mut txn = self.doc.transact_mut();
        let headline = txn.get_or_insert_text("headline");
        let end = headline.len(&txn);
        headline.insert(&mut txn, end, words);
        txn.encode_update_v1()
    }

    /// Sends an update.
    pub async fn sends(&mut self, update: &[u8]) -> Result<(), Closing> {
        self.sent += 1;
        self.send(frame(&[0, 2], update)).await
    }

    /// Sends any frame.
    pub async fn send(&self, frame: Vec<u8>) -> Result<(), Closing> {
        self.seat.as_ref().expect("it is connected").receive(frame.into()).await
    }

    /// Waits until everything that it sent is on disk.
    pub async fn saved(&mut self) -> Result<(), Closing> {
        while self.acked < self.sent {
            self.hear().await?;
        }
        Ok(())
    }

    /// Waits until the headline says something.
    pub async fn sees(&mut self, what: impl Fn(&str) -> bool) {
        while !what(&self.headline()) {
            self.hear().await.expect("it stays connected");
        }
    }

    /// Waits until it is sent away, and answers why.
    pub async fn sent_away(&mut self) -> Closing {
        loop {
            if let Err(closing) = self.hear().await {
                return closing;
            }
        }
    }

    /// What its headline says.
    pub fn headline(&self) -> String {
        let txn = self.doc.transact();
        txn.get_text("headline").map(|text| text.get_string(&txn)).unwrap_or_default()
    }

    /// Hears one frame; answers whether it was the answer to what it lacks.
    pub async fn hear(&mut self) -> Result<bool, Closing> {
        let frame = self.seat.as_mut().expect("it is connected").next().await?;
        match (frame[0], frame.get(1)) {
            (0, Some(0)) => {
                let vector = StateVector::decode_v1(buffer(&frame[2..])).expect("a state vector");
                let missing = self.doc.transact().encode_state_as_update_v1(&vector);
                self.sent += 1;
                self.send(crate::writing::client::frame(&[0, 1], &missing)).await?;
            }
            (0, Some(step)) => {
                let update = Update::decode_v1(buffer(&frame[2..])).expect("an update");
                self.doc.transact_mut().apply_update(update).expect("it applies");
                return Ok(*step == 1);
            }
            (1, _) => self.awareness.push(buffer(&frame[1..]).to_vec()),
            (100, _) => self.acked = number(&frame[1..]).0,
            (101, _) => self.notices.push(String::from_utf8_lossy(buffer(&frame[1..])).into_owned()),
            other => panic!("an unknown frame {other:?}"),
        }
        Ok(false)
    }
}

/// A frame: what it is, and bytes after their length.
pub fn frame(kind: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut frame = kind.to_vec();
    put_number(&mut frame, bytes.len() as u64);
    frame.extend_from_slice(bytes);
    frame
}

pub fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// A number, and how many bytes it has.
fn number(bytes: &[u8]) -> (u64, usize) {
    let length = bytes.iter().position(|byte| *byte < 0x80).expect("a number ends") + 1;
    let number = bytes[..length].iter().rev().fold(0, |number, byte| number << 7 | u64::from(byte & 0x7f));
    (number, length)
}

fn buffer(bytes: &[u8]) -> &[u8] {
    let (length, at) = number(bytes);
    &bytes[at..at + length as usize]
}
