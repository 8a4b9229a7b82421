//! Requests that are none, through the real listener: whoever sends them is told so.

use std::sync::Arc;
use std::time::Duration;

use server::listen;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::harness::Site;

/// Sends `request` as it is, and answers the first line that comes back.
async fn first_line(request: &str) -> String {
    let site = Site::with_an_article().await;
    let listener = listen::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    let booted = site.booted();
    let (router, cache) = (booted.router.clone(), Arc::clone(&booted.cache));
    tokio::spawn(listen::serve(listener, router, cache, std::future::pending()));

    let mut stream = TcpStream::connect(address).await.expect("it listens");
    stream.write_all(request.as_bytes()).await.expect("it reads");
    let mut answer = [0; 64];
    let length = timeout(Duration::from_secs(20), stream.read(&mut answer)).await.expect("it answers").unwrap_or(0);
    let answer = String::from_utf8_lossy(&answer[..length]).into_owned();
    answer.lines().next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_is_no_request_is_answered_with_what_is_wrong_with_it() {
    let status = |line: &str| line.split(' ').nth(1).unwrap_or_default().to_owned();
    let long = "a".repeat(17_000);
    assert_eq!(status(&first_line("what is this\r\n\r\n").await), "400");
    assert_eq!(status(&first_line(&format!("GET / HTTP/1.1\r\nHost: x\r\nX: {long}\r\n\r\n")).await), "431");
    assert_eq!(status(&first_line(&format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n")).await), "431");
    let many = (0..200).map(|number| format!("X-{number}: 1\r\n")).collect::<Vec<_>>().concat();
    assert_eq!(status(&first_line(&format!("GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n")).await), "431");
}
