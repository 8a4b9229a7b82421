//! An update that comes in pieces.

use super::super::closing::Closing;
use super::super::limits::CHUNKED_MAX;

/// The pieces so far, in order.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    next: u64,
    total: u64,
    bytes: Vec<u8>,
}

impl Chunks {
    /// Adds a piece; answers the whole with the last one. Each comes after the one before it, and nothing in between.
    pub fn add(&mut self, index: u64, total: u64, bytes: &[u8]) -> Result<Option<Vec<u8>>, Closing> {
        if index != self.next || index > 0 && total != self.total {
            return Err(Closing::Malformed);
        }
        if self.bytes.len() + bytes.len() > CHUNKED_MAX {
            return Err(Closing::TooLarge);
        }
        self.bytes.extend_from_slice(bytes);
        (self.next, self.total) = (index + 1, total);
        Ok((self.next == total).then(|| std::mem::take(self).bytes))
    }

    /// Whether pieces are missing.
    pub fn is_open(&self) -> bool {
        self.next > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_in_order_and_become_one() {
        let mut chunks = Chunks::default();
        assert_eq!(chunks.add(0, 2, b"ab"), Ok(None));
        assert!(chunks.is_open());
        assert_eq!(chunks.add(1, 2, b"c"), Ok(Some(b"abc".to_vec())));
        assert!(!chunks.is_open());
        assert_eq!(chunks.add(0, 1, b"d"), Ok(Some(b"d".to_vec())));
    }

    #[test]
    fn pieces_out_of_order_or_beyond_the_limit_are_refused() {
        assert_eq!(Chunks::default().add(1, 2, b"a"), Err(Closing::Malformed));
        let mut chunks = Chunks::default();
        assert_eq!(chunks.add(0, 3, b"a"), Ok(None));
        assert_eq!(chunks.add(1, 2, b"a"), Err(Closing::Malformed));
        assert_eq!(chunks.add(1, 3, &vec![0; CHUNKED_MAX]), Err(Closing::TooLarge));
    }
}
