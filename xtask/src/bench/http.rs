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
    send(address, path, &format!("GET {path} HTTP/1.1\r\naccept: text/html\r\naccept-encoding: br\r\n{headers}"), "")
}

/// Calls a server function that reads.
pub fn get_plain(address: &str, path: &str, headers: &str) -> Result<Answer> {
    send(address, path, &format!("GET {path} HTTP/1.1\r\n{headers}"), "")
}

/// Calls a server function that writes, with a form.
pub fn post(address: &str, path: &str, form: &str) -> Result<Answer> {
    let kind = "content-type: application/x-www-form-urlencoded";
    let length = form.len();
    let head = format!("POST {path} HTTP/1.1\r\nsec-fetch-site: same-origin\r\n{kind}\r\ncontent-length: {length}\r\n");
    send(address, path, &head, form)
}

/// Sends a request whose head lacks what each of them has.
fn send(address: &str, path: &str, head: &str, body: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let request = format!("{head}host: {address}\r\nconnection: close\r\n\r\n{body}");
    stream.write_all(request.as_bytes())?;
    let mut raw = Vec::new();
    stream.read_to_end(&mut raw)?;
    let head = raw.windows(4).position(|window| window == b"\r\n\r\n");
    let body_at = head.with_context(|| format!("{path}: no answer"))? + 4;
    Ok(Answer { raw, body_at })
}
