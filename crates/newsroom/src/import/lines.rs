//! The lines of an edition file, none longer than memory should hold.

use std::io::{BufRead, ErrorKind};

use crate::Result;

/// The most bytes a line may have: four times the largest body.
pub(super) const LINE_MAX: usize = 8 << 20;

/// Reads lines one at a time, counting from 1.
pub(super) struct Lines<R> {
    file: R,
    number: u64,
}

/// One line of the file.
pub(super) struct Line {
    /// Its number, from 1.
    pub number: u64,
    /// Its bytes without the line end; `None` where there are more than [`LINE_MAX`].
    pub bytes: Option<Vec<u8>>,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(file: R) -> Self {
        Self { file, number: 0 }
    }

    /// The next lines that are not blank: `count` of them, or fewer where they are long.
    pub(super) fn batch(&mut self, count: usize) -> Result<Vec<Line>> {
        let mut batch = Vec::new();
        let mut size = 0;
        while batch.len() < count && size < LINE_MAX {
            let Some(line) = self.next()? else { break };
            size += line.bytes.as_ref().map_or(0, Vec::len);
            if !line.bytes.as_deref().is_some_and(is_blank) {
                batch.push(line);
            }
        }
        Ok(batch)
    }

    fn next(&mut self) -> Result<Option<Line>> {
        let mut bytes = Some(Vec::new());
        let mut any = false;
        loop {
            let chunk = match self.file.fill_buf() {
                Ok(chunk) => chunk,
                Err(why) if why.kind() == ErrorKind::Interrupted => continue,
                Err(why) => return Err(why.into()),
            };
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|&byte| byte == b'\n');
            let part = &chunk[..end.unwrap_or(chunk.len())];
            // Too long: what is there is let go of, and the rest read past.
            bytes = bytes.filter(|held: &Vec<u8>| held.len() + part.len() <= LINE_MAX);
            if let Some(held) = &mut bytes {
                held.extend_from_slice(part);
            }
            let read = end.map_or(chunk.len(), |at| at + 1);
            self.file.consume(read);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number += 1;
        if let (1, Some(held)) = (self.number, &mut bytes)
            && held.starts_with(BYTE_ORDER_MARK)
        {
            held.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Some(Line { number: self.number, bytes }))
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines as their number and text, `?` where one is too long; read through a small buffer.
    #[track_caller]
    fn check(file: &str, expected: &[(u64, &str)]) {
        let mut lines = Lines::new(std::io::BufReader::with_capacity(7, file.as_bytes()));
        let batch = lines.batch(100).expect("memory can be read");
        let found: Vec<(u64, String)> = batch
            .into_iter()
            .map(|line| {
                (line.number, line.bytes.map_or("?".into(), |bytes| String::from_utf8_lossy(&bytes).into_owned()))
            })
            .collect();
        let expected: Vec<(u64, String)> =
            expected.iter().map(|(number, text)| (*number, (*text).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_numbered_and_blank_ones_passed_over() {
        check("", &[]);
        check("one\ntwo", &[(1, "one"), (2, "two")]);
        check(
            "\u{feff}one line longer than the buffer\n\n \r\nfour\n",
            &[(1, "one line longer than the buffer"), (4, "four")],
        );
    }

    #[test]
    fn a_line_that_is_too_long_is_let_go_of_and_the_next_one_read() {
        check(&format!("one\n{}\nthree", "x".repeat(LINE_MAX + 1)), &[(1, "one"), (2, "?"), (3, "three")]);
    }
}
