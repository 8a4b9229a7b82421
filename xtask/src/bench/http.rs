//! As much of an HTTP client as measuring needs: one request, one connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result};

/// An answer as it came over the wire.
#[derive(Debug)]
pub struct Answer {
    /// Status line, headers and body.
    pub raw: Vec<u8>,
    body_at: usize,
}

impl Answer {
    /// The status code.
    pub fn status(&self) -> u16 {
        self.head().split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default()
    }

    /// A header's value; its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head().lines().filter_map(|line| line.split_once(": "));
        headers.find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body, compressed if it came so.
    pub fn body(&self) -> &[u8] {
        &self.raw[self.body_at..]
    }

    fn head(&self) -> &str {
        std::str::from_utf8(&self.raw[..self.body_at]).unwrap_or_default()
    }
}

/// Gets a page, in brotli where the server has it. `headers` are whole lines that end with `\r\n`.
pub fn get(address: &str, path: &str, headers: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\naccept: text/html\r\naccept-encoding: br\r\n{headers}\r\n"
    );
    stream.write_all(request.as_bytes())?;
    let mut raw = Vec::new();
    stream.read_to_end(&mut raw)?;
    let head = raw.windows(4).position(|window| window == b"\r\n\r\n");
    let body_at = head.with_context(|| format!("{path}: no answer"))? + 4;
    Ok(Answer { raw, body_at })
}
