//! Clients that take too long, and requests that are none, through the real listener.

use std::net::SocketAddr;
use std::time::Duration;

use server::listen::Patience;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{sleep, timeout};

use crate::harness::Site;

/// How long the server of these tests bears with anybody.
const SHORT: Duration = Duration::from_millis(300);

/// How long a test waits for what must come.
const LONG: Duration = Duration::from_secs(20);

/// Reads until the server hangs up, in whatever way.
async fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = timeout(LONG, stream.read_to_end(&mut bytes)).await.expect("the server hangs up");
    bytes
}

/// Says `words` and nothing more; answers what comes back before the server hangs up.
async fn falls_silent_after(address: SocketAddr, words: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    stream.write_all(words.as_bytes()).await.expect("the server reads");
    String::from_utf8_lossy(&rest(&mut stream).await).into_owned()
}

#[tokio::test]
async fn a_client_that_stalls_in_its_headers_is_hung_up_on() {
    let site = Site::with_an_article().await;
    let address = site.listening(Patience { headers: SHORT, ..Patience::default() }).await;
    let answer = falls_silent_after(address, "GET / HTTP/1.1\r\nhost: giornale.example\r\n").await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn a_client_that_stalls_in_its_body_is_refused_and_hung_up_on() {
    let site = Site::with_an_article().await;
    let address = site.listening(Patience { stall: SHORT, ..Patience::default() }).await;
    for path in ["/api/v1/views/record", "/api/v1/comments/post"] {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: giornale.example\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\narticle_id="
        );
        let answer = falls_silent_after(address, &head).await;
        assert!(answer.starts_with("HTTP/1.1 408"), "{path}: {answer}");
    }
    assert_eq!(site.get("/cronaca/una-notizia/").await.status, 200, "others are served");
}

#[tokio::test]
async fn a_body_that_dribbles_in_for_ever_is_cut_in_the_end() {
    let site = Site::with_an_article().await;
    let address = site.listening(Patience { exchange: SHORT * 3, ..Patience::default() }).await;
    let mut stream = TcpStream::connect(address).await.expect("it listens");
    let head = "POST /api/v1/views/record HTTP/1.1\r\nhost: giornale.example\r\nsec-fetch-site: same-origin\r\n\
                content-type: application/x-www-form-urlencoded\r\ncontent-length: 100000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("the server reads");
    let (mut reader, mut writer) = stream.into_split();
    let dribble = tokio::spawn(async move {
        while writer.write_all(b"a").await.is_ok() {
            sleep(SHORT / 6).await;
        }
    });
    let mut answer = String::new();
    let _ = timeout(LONG, reader.read_to_string(&mut answer)).await.expect("the server hangs up");
    dribble.abort();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn a_reader_that_takes_nothing_is_hung_up_on() {
    const REQUESTS: usize = 2000;
    let site = Site::with_an_article().await;
    let page = site.get("/cronaca/una-notizia/").await.body.len();
    let address = site.listening(Patience { stall: SHORT, ..Patience::default() }).await;
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4096).expect("a small buffer");
    let mut stream = socket.connect(address).await.expect("it listens");
    let request = "GET /cronaca/una-notizia/ HTTP/1.1\r\nhost: giornale.example\r\n\r\n".repeat(REQUESTS);
    // Once its own answers are stuck the server reads no more: not all of it may go out.
    let _ = timeout(SHORT * 4, stream.write_all(request.as_bytes())).await;
    sleep(SHORT * 4).await;
    let read = rest(&mut stream).await.len();
    assert!(read < page * REQUESTS / 2, "{read} bytes of {} were still sent", page * REQUESTS);
}

#[tokio::test]
async fn what_is_no_request_is_answered_with_what_is_wrong_with_it() {
    let site = Site::with_an_article().await;
    let address = site.listening(Patience::default()).await;
    let long = "a".repeat(17_000);
    let many = (0..200).map(|number| format!("X-{number}: 1\r\n")).collect::<Vec<_>>().concat();
    for (said, status) in [
        ("what is this\r\n\r\n".to_owned(), 400),
        (format!("GET / HTTP/1.1\r\nHost: x\r\nX: {long}\r\n\r\n"), 431),
        (format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n"), 431),
        (format!("GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n"), 431),
    ] {
        let answer = falls_silent_after(address, &said).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer} to {}", &said[..said.len().min(60)]);
    }
}
