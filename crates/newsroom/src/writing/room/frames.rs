//! The frames of the protocol: see `docs/live.md`.

use bytes::Bytes;
use serde_json::Value;

use super::super::closing::Closing;
use super::super::draft::Way;
use super::super::limits::CHUNKS_MAX;
use super::super::wire::{Reader, put_buffer, put_number};

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const QUERY_AWARENESS: u64 = 3;
const ACK: u64 = 100;
const NOTICE: u64 = 101;
const CHUNK: u64 = 102;
const PING: u64 = 103;
const PONG: u64 = 104;

const STEP_1: u64 = 0;
const STEP_2: u64 = 1;
const UPDATE: u64 = 2;

/// What a client says.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) enum Frame<'a> {
    /// What it has, as a state vector: it wants the rest.
    Step1(&'a [u8]),
    /// An update.
    Update(Way, &'a [u8]),
    /// A piece of an update that is too large for one frame.
    Chunk { index: u64, total: u64, bytes: &'a [u8] },
    /// Where its caret is.
    Awareness(&'a [u8]),
    /// It wants to know where all carets are.
    QueryAwareness,
    /// It wants to know whether anybody is there.
    Ping,
}

impl<'a> Frame<'a> {
    pub fn parse(frame: &'a [u8]) -> Result<Self, Closing> {
        let mut reader = Reader::new(frame);
        let parsed = match reader.number(PONG)? {
            SYNC => match reader.number(UPDATE)? {
                STEP_1 => Self::Step1(reader.buffer()?),
                STEP_2 => Self::Update(Way::Answer, reader.buffer()?),
                _ => Self::Update(Way::Typed, reader.buffer()?),
            },
            AWARENESS => Self::Awareness(reader.buffer()?),
            QUERY_AWARENESS => Self::QueryAwareness,
            CHUNK => {
                let index = reader.number(u64::from(u32::MAX))?;
                Self::chunk(index, &mut reader)?
            }
            PING => Self::Ping,
            _ => return Err(Closing::Malformed),
        };
        if reader.left() > 0 { Err(Closing::Malformed) } else { Ok(parsed) }
    }

    fn chunk(index: u64, reader: &mut Reader<'a>) -> Result<Self, Closing> {
        let total = reader.number(u64::from(u32::MAX))?;
        if total > CHUNKS_MAX {
            return Err(Closing::TooLarge);
        }
        if index >= total { Err(Closing::Malformed) } else { Ok(Self::Chunk { index, total, bytes: reader.rest() }) }
    }
}

/// What the server has, as a state vector: it wants the rest.
pub(super) fn step_1(vector: &[u8]) -> Bytes {
    sync(STEP_1, vector)
}

/// What the client lacks.
pub(super) fn step_2(update: &[u8]) -> Bytes {
    sync(STEP_2, update)
}

/// What somebody else wrote.
pub(super) fn update(update: &[u8]) -> Bytes {
    sync(UPDATE, update)
}

fn sync(step: u64, bytes: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(bytes.len() + 8);
    put_number(&mut out, SYNC);
    put_number(&mut out, step);
    put_buffer(&mut out, bytes);
    out.into()
}

/// Where carets are.
pub(super) fn awareness(states: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(states.len() + 8);
    put_number(&mut out, AWARENESS);
    put_buffer(&mut out, states);
    out.into()
}

/// How many of this connection's updates are on disk.
pub(super) fn ack(count: u64) -> Bytes {
    let mut out = Vec::new();
    put_number(&mut out, ACK);
    put_number(&mut out, count);
    out.into()
}

/// Something to be told.
pub(in super::super) fn notice(notice: &Value) -> Bytes {
    let mut out = Vec::new();
    put_number(&mut out, NOTICE);
    put_buffer(&mut out, notice.to_string().as_bytes());
    out.into()
}

/// Somebody is there.
pub(in super::super) fn pong() -> Bytes {
    Bytes::from_static(&[PONG as u8])
}
