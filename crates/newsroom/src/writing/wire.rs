//! Bytes as lib0 writes them: numbers of variable length, and texts and buffers that begin with theirs.

use super::closing::Closing;

/// Reads from the front of some bytes. Nothing is taken on trust: no length is believed before the bytes are there.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes are read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    pub fn byte(&mut self) -> Result<u8, Closing> {
        let byte = *self.bytes.get(self.at).ok_or(Closing::Malformed)?;
        self.at += 1;
        Ok(byte)
    }

    /// A whole number up to `max`, in as many bytes as `max` needs at the most.
    pub fn number(&mut self, max: u64) -> Result<u64, Closing> {
        let mut number = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return if number <= max { Ok(number) } else { Err(Closing::Malformed) };
            }
        }
        Err(Closing::Malformed)
    }

    /// How many things follow, each of `least` bytes or more.
    pub fn count(&mut self, least: usize) -> Result<u64, Closing> {
        let count = self.number(u64::from(u32::MAX))?;
        if count > (self.left() / least) as u64 { Err(Closing::Malformed) } else { Ok(count) }
    }

    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Closing> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.bytes.len()).ok_or(Closing::Malformed)?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    /// Bytes that begin with their length.
    pub fn buffer(&mut self) -> Result<&'a [u8], Closing> {
        let length = self.count(1)?;
        self.take(length as usize)
    }

    /// A text that begins with its length in bytes.
    pub fn text(&mut self) -> Result<&'a str, Closing> {
        std::str::from_utf8(self.buffer()?).map_err(|_| Closing::Malformed)
    }

    /// All that is left.
    pub fn rest(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        self.at = self.bytes.len();
        rest
    }
}

/// Appends a number.
pub(super) fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends bytes after their length.
pub(super) fn put_buffer(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}
