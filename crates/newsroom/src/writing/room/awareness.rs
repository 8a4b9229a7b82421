//! Who is there, and where their carets are. Nothing of this is kept.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;

use super::super::closing::Closing;
use super::super::limits::{AWARENESS_MAX, CLIENT_MAX};
use super::super::wire::{Reader, put_buffer, put_number};
use super::frames;

/// What is known of each client.
#[derive(Debug, Default)]
pub(super) struct Awareness {
    states: BTreeMap<u64, State>,
}

#[derive(Debug)]
struct State {
    /// Who says so.
    seat: u64,
    clock: u64,
    /// JSON; `null` for one who left.
    text: String,
}

/// What a client says of somebody.
#[derive(Debug)]
pub(super) struct Told {
    pub client: u64,
    clock: u64,
    state: Value,
}

/// Reads what a client says of itself, and perhaps of others.
pub(super) fn read(states: &[u8]) -> Result<Vec<Told>, Closing> {
    let mut reader = Reader::new(states);
    let mut told = Vec::new();
    for _ in 0..reader.count(3)? {
        let client = reader.number(CLIENT_MAX)?;
        let clock = reader.number(u64::from(u32::MAX))?;
        let text = reader.text()?;
        if text.len() > AWARENESS_MAX {
            return Err(Closing::TooLarge);
        }
        told.push(Told { client, clock, state: serde_json::from_str(text).map_err(|_| Closing::Malformed)? });
    }
    if reader.left() > 0 { Err(Closing::Malformed) } else { Ok(told) }
}

impl Awareness {
    /// Keeps what a seat says of its own client, its user put in as we know them. Answers what the others are to hear.
    pub fn tell(&mut self, seat: u64, user: &Value, told: Told) -> Bytes {
        let text = match told.state {
            Value::Object(mut state) => {
                state.insert("user".to_owned(), user.clone());
                Value::Object(state).to_string()
            }
            _ => "null".to_owned(),
        };
        self.states.insert(told.client, State { seat, clock: told.clock, text });
        self.frame(&[told.client])
    }

    /// Whose seat speaks for a client.
    pub fn seat_of(&self, client: u64) -> Option<u64> {
        self.states.get(&client).filter(|state| state.text != "null").map(|state| state.seat)
    }

    /// Forgets a seat; answers what the others are to hear.
    pub fn leave(&mut self, seat: u64) -> Option<Bytes> {
        let left = |state: &State| state.seat == seat && state.text != "null";
        let clients: Vec<u64> =
            self.states.iter().filter(|(_, state)| left(state)).map(|(client, _)| *client).collect();
        for client in &clients {
            if let Some(state) = self.states.get_mut(client) {
                state.clock += 1;
                "null".clone_into(&mut state.text);
            }
        }
        let frame = (!clients.is_empty()).then(|| self.frame(&clients));
        self.states.retain(|_, state| state.text != "null");
        frame
    }

    /// All who are there; none where nobody is.
    pub fn all(&self) -> Option<Bytes> {
        let clients: Vec<u64> = self.states.keys().copied().collect();
        (!clients.is_empty()).then(|| self.frame(&clients))
    }

    fn frame(&self, clients: &[u64]) -> Bytes {
        let mut out = Vec::new();
        put_number(&mut out, clients.len() as u64);
        for client in clients {
            let state = &self.states[client];
            put_number(&mut out, *client);
            put_number(&mut out, state.clock);
            put_buffer(&mut out, state.text.as_bytes());
        }
        frames::awareness(&out)
    }
}
