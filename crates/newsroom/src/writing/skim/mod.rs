//! Looking through an update before anything decodes it.
//!
//! What comes over the wire may claim to hold a billion structs, stand eight thousand arrays in one another or write in
//! another's name. The skimmer walks the bytes once, without recursion and without believing a count, and says what is
//! in there: which clocks of which clients, what is deleted, and where each struct stands.

mod nesting;
mod structs;
#[cfg(test)]
mod tests;
mod values;

use super::closing::Closing;
use super::limits::{CLIENT_MAX, CLOCK_MAX, DELETES_MAX, STRUCTS_MAX, VECTOR_MAX};
use super::wire::{Reader, put_number};

pub(super) use nesting::Nesting;
pub(super) use structs::{Parent, Placed};

/// A place in a document: a client's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub client: u64,
    pub clock: u32,
}

/// What an update holds.
#[derive(Debug)]
pub(super) struct Skim<'a> {
    pub sections: Vec<Section<'a>>,
    pub deletes: Vec<Deletes>,
    pub placed: Vec<Placed>,
}

/// The structs of one client.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub client: u64,
    /// The clock after its last struct.
    pub end: u32,
    /// The section as it stands in the update.
    bytes: &'a [u8],
}

/// What is deleted of one client, as clock and length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deletes {
    pub client: u64,
    pub ranges: Vec<(u32, u32)>,
}

/// Looks through an update in the first version of the encoding.
pub(super) fn skim(update: &[u8]) -> Result<Skim<'_>, Closing> {
    let mut reader = Reader::new(update);
    let mut placed = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut budget = STRUCTS_MAX;
    for _ in 0..reader.count(3)? {
        let begin = reader.at();
        let count = reader.count(2)?;
        budget = budget.checked_sub(count).ok_or(Closing::TooLarge)?;
        let client = reader.number(CLIENT_MAX)?;
        let mut clock = reader.number(CLOCK_MAX)? as u32;
        for _ in 0..count {
            clock = structs::read(&mut reader, Id { client, clock }, &mut placed)?;
        }
        sections.push(Section { client, end: clock, bytes: &update[begin..reader.at()] });
    }
    let deletes = deletes(&mut reader)?;
    if reader.left() > 0 || has_twice(sections.iter().map(|section| section.client)) {
        return Err(Closing::Malformed);
    }
    Ok(Skim { sections, deletes, placed })
}

fn deletes(reader: &mut Reader) -> Result<Vec<Deletes>, Closing> {
    let mut budget = DELETES_MAX;
    let mut deletes = Vec::new();
    for _ in 0..reader.count(2)? {
        let client = reader.number(CLIENT_MAX)?;
        let count = reader.count(2)?;
        budget = budget.checked_sub(count).ok_or(Closing::TooLarge)?;
        let mut ranges = Vec::with_capacity(count as usize);
        for _ in 0..count {
            let clock = reader.number(CLOCK_MAX)?;
            let length = reader.number(CLOCK_MAX - clock)?;
            ranges.push((clock as u32, length as u32));
        }
        deletes.push(Deletes { client, ranges });
    }
    if has_twice(deletes.iter().map(|deletes: &Deletes| deletes.client)) {
        return Err(Closing::Malformed);
    }
    Ok(deletes)
}

fn has_twice(clients: impl Iterator<Item = u64>) -> bool {
    let mut clients: Vec<u64> = clients.collect();
    clients.sort_unstable();
    clients.windows(2).any(|pair| pair[0] == pair[1])
}

impl Skim<'_> {
    /// The update again, of these sections and these deletes.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_number(&mut out, self.sections.len() as u64);
        for section in &self.sections {
            out.extend_from_slice(section.bytes);
        }
        put_number(&mut out, self.deletes.len() as u64);
        for deletes in &self.deletes {
            put_number(&mut out, deletes.client);
            put_number(&mut out, deletes.ranges.len() as u64);
            for (clock, length) in &deletes.ranges {
                put_number(&mut out, u64::from(*clock));
                put_number(&mut out, u64::from(*length));
            }
        }
        out
    }
}

/// Checks a state vector: what a client says that it has.
pub(super) fn check_vector(vector: &[u8]) -> Result<(), Closing> {
    let mut reader = Reader::new(vector);
    let count = reader.count(2)?;
    if count > VECTOR_MAX {
        return Err(Closing::TooLarge);
    }
    for _ in 0..count {
        reader.number(CLIENT_MAX)?;
        reader.number(CLOCK_MAX)?;
    }
    if reader.left() > 0 { Err(Closing::Malformed) } else { Ok(()) }
}
