//! One struct of an update.

use super::super::closing::Closing;
use super::super::limits::{CLIENT_MAX, CLOCK_MAX};
use super::super::wire::Reader;
use super::{Id, values};

/// The roots that a draft has. There are no others.
const ROOTS: [&str; 7] = ["body", "headline", "kicker", "standfirst", "byline", "tags", "fields"];

/// Where a struct stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Placed {
    pub id: Id,
    pub length: u32,
    pub parent: Parent,
}

/// What a struct stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Parent {
    /// A root.
    Root,
    /// A node, an array or a map.
    Node(Id),
    /// Whatever its neighbours stand in.
    Beside(Option<Id>, Option<Id>),
    /// Nothing any more: only its clocks are left.
    Gone,
}

const LEFT: u8 = 0x80;
const RIGHT: u8 = 0x40;
const KEY: u8 = 0x20;

const GONE: u8 = 0;
const DELETED: u8 = 1;
const STRING: u8 = 4;
const EMBED: u8 = 5;
const FORMAT: u8 = 6;
const TYPE: u8 = 7;
const ANY: u8 = 8;
const SKIP: u8 = 10;

const XML_ELEMENT: u8 = 3;
/// Array, map, text, element, fragment and text of an element. The others are no part of our schema, and not all
/// implementations read them alike.
const TYPES: [u8; 6] = [0, 1, 2, XML_ELEMENT, 4, 6];

/// Reads the struct at `id`, notes where it stands, and answers the clock after it.
pub(super) fn read(reader: &mut Reader, id: Id, placed: &mut Vec<Placed>) -> Result<u32, Closing> {
    let info = reader.byte()?;
    let (length, parent) = match info {
        SKIP => return after(id, reader.number(CLOCK_MAX)?),
        GONE => (reader.number(CLOCK_MAX)?, Parent::Gone),
        _ => {
            let parent = parent(reader, info)?;
            (content(reader, info)?, parent)
        }
    };
    let end = after(id, length)?;
    placed.push(Placed { id, length: length as u32, parent });
    Ok(end)
}

fn after(id: Id, length: u64) -> Result<u32, Closing> {
    let end = u64::from(id.clock) + length;
    if length == 0 || end > CLOCK_MAX { Err(Closing::Malformed) } else { Ok(end as u32) }
}

fn parent(reader: &mut Reader, info: u8) -> Result<Parent, Closing> {
    let left = (info & LEFT != 0).then(|| place(reader)).transpose()?;
    let right = (info & RIGHT != 0).then(|| place(reader)).transpose()?;
    if left.is_some() || right.is_some() {
        return Ok(Parent::Beside(left, right));
    }
    let parent = match reader.byte()? {
        1 if ROOTS.contains(&reader.text()?) => Parent::Root,
        0 => Parent::Node(place(reader)?),
        _ => return Err(Closing::Malformed),
    };
    if info & KEY != 0 {
        reader.text()?;
    }
    Ok(parent)
}

fn place(reader: &mut Reader) -> Result<Id, Closing> {
    Ok(Id { client: reader.number(CLIENT_MAX)?, clock: reader.number(CLOCK_MAX)? as u32 })
}

/// Reads what a struct holds, and answers how many clocks it takes.
fn content(reader: &mut Reader, info: u8) -> Result<u64, Closing> {
    match info & 0x1f {
        DELETED => reader.number(CLOCK_MAX),
        STRING => Ok(reader.text()?.encode_utf16().count() as u64),
        EMBED => values::json(reader.text()?).map(|()| 1),
        FORMAT => {
            reader.text()?;
            values::json(reader.text()?).map(|()| 1)
        }
        TYPE => {
            let kind = reader.byte()?;
            if kind == XML_ELEMENT {
                reader.text()?;
            }
            if TYPES.contains(&kind) { Ok(1) } else { Err(Closing::Malformed) }
        }
        ANY => {
            let count = reader.count(1)?;
            for _ in 0..count {
                values::any(reader)?;
            }
            Ok(count)
        }
        _ => Err(Closing::Malformed),
    }
}
