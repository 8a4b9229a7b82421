//! The socket of drafts, through the real listener with a real client.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::HeaderName;
use futures::{SinkExt, StreamExt};
use model::{Actor, ArticleId, Role, Staff, User};
use server::listen::Patience;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::Response;
use tokio_tungstenite::tungstenite::protocol::{Message, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Result};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

use crate::harness::{BASE_URL, Site};

/// A paper that listens.
struct Desk {
    site: Site,
    address: SocketAddr,
    /// The cookie of an editor.
    editor: String,
}

impl Desk {
    async fn open() -> Self {
        let site = Site::with_an_article().await;
        let address = site.listening(Patience::default()).await;
        let editor = site.signed_in("ada", Role::Editor).await;
        Self { site, address, editor }
    }

    /// Another draft beside the first.
    async fn another(&self) -> ArticleId {
        self.site
            .publish(serde_json::json!({
                "ref": "test/2", "lang": "it", "headline": "Altro", "section": "Cronaca",
                "published_at": "2024-05-07T07:08:00Z", "html": "<p>Altro ancora.</p>",
            }))
            .await;
        self.site.article().await
    }

    async fn knock(&self, path: &str, headers: &[(&str, &str)]) -> Result<(Socket, Response<Option<Vec<u8>>>)> {
        let mut request = format!("ws://{}{path}", self.address).into_client_request().expect("an address");
        for (name, value) in headers {
            let name = name.parse::<HeaderName>().expect("a name");
            request.headers_mut().insert(name, value.parse().expect("a value"));
        }
        let limits = WebSocketConfig::default();
        connect_async_with_config(request, Some(limits), true).await.map(|(socket, answer)| (Socket(socket), answer))
    }

    /// Comes with a cookie, from a page of ours.
    async fn come(&self, path: &str, cookie: &str) -> Socket {
        let opened = self.knock(path, &[("origin", BASE_URL), ("cookie", cookie)]).await;
        opened.expect("our own pages may knock").0
    }

    async fn editor(&self, article: ArticleId) -> Socket {
        self.come(&format!("/desk/live/{article}?schema=1"), &self.editor).await
    }

    /// The one account that there is until a test makes another.
    async fn ada(&self) -> User {
        self.site.newsroom().people().list(&Actor::Operator).await.expect("it lists").remove(0)
    }
}

struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    async fn send(&mut self, frame: Vec<u8>) {
        // A server that has hung up already says why when it is read.
        let _ = self.0.send(Message::Binary(frame.into())).await;
    }

    /// Types a word as client `client`, whose `clock` characters went before.
    async fn types(&mut self, client: u8, clock: u8, word: &str) {
        let mut update = vec![1, 1, 0x80 | client, 0x40, clock, 4, 1, 8];
        update.extend(b"headline");
        update.push(word.len() as u8);
        update.extend(word.as_bytes());
        update.push(0);
        let mut frame = vec![0, 2, update.len() as u8];
        frame.extend(update);
        self.send(frame).await;
    }

    /// Waits until so many updates are on disk.
    async fn acknowledged(&mut self, count: u8) {
        while self.hears().await != [100, count] {}
    }

    async fn hears(&mut self) -> Vec<u8> {
        loop {
            match self.0.next().await.expect("the socket is open").expect("the line holds") {
                Message::Binary(frame) => return frame.to_vec(),
                Message::Close(why) => panic!("it was closed: {why:?}"),
                _ => {}
            }
        }
    }

    /// Waits until it is closed: the code and the reason.
    async fn closed(mut self) -> (u16, String) {
        loop {
            match self.0.next().await.expect("a reason comes first").expect("the line holds") {
                Message::Close(Some(why)) => return (why.code.into(), why.reason.to_string()),
                Message::Close(None) => panic!("it was closed without a reason"),
                _ => {}
            }
        }
    }
}

fn why(code: u16, reason: &str) -> (u16, String) {
    (code, reason.to_owned())
}

#[tokio::test]
async fn only_our_own_pages_open_a_socket() {
    let desk = Desk::open().await;
    let path = format!("/desk/live/{}?schema=1", desk.site.article().await);
    let check = async |headers: &[(&str, &str)], opens: bool| {
        let headers = [headers, &[("cookie", &desk.editor)]].concat();
        match desk.knock(&path, &headers).await {
            Ok(_) => assert!(opens, "{headers:?}"),
            Err(Error::Http(answer)) => assert!(!opens && answer.status() == 403, "{headers:?} {answer:?}"),
            Err(other) => panic!("{other}"),
        }
    };
    check(&[("origin", BASE_URL)], true).await;
    check(&[("origin", "https://altrove.example"), ("sec-fetch-site", "same-origin")], true).await;
    check(&[], false).await;
    check(&[("origin", "https://altrove.example")], false).await;
    check(&[("origin", "null")], false).await;
    check(&[("origin", BASE_URL), ("sec-fetch-site", "cross-site")], false).await;
    check(&[("origin", BASE_URL), ("sec-fetch-site", "same-site")], false).await;
}

#[tokio::test]
async fn who_may_not_enter_hears_why() {
    let desk = Desk::open().await;
    let article = desk.site.article().await;
    let check = async |path: String, cookie: &str, expected: (u16, String)| {
        assert_eq!(desk.come(&path, cookie).await.closed().await, expected, "{path} {cookie}");
    };
    let path = |query: &str| format!("/desk/live/{article}{query}");
    check(path("?schema=1"), "a=b", why(4401, "signed-out")).await;
    check(path("?schema=1"), "__Host-redazione=made-up", why(4401, "signed-out")).await;
    check(path("?schema=0"), &desk.editor, why(4409, "schema")).await;
    check(path("?schema=2"), &desk.editor, why(4409, "schema")).await;
    check(path(""), &desk.editor, why(4409, "schema")).await;
    for (name, role) in [("carla", Role::Contributor), ("ugo", Role::Author)] {
        check(path("?schema=1"), &desk.site.signed_in(name, role).await, why(4404, "not-found")).await;
    }
    check("/desk/live/99999?schema=1".to_owned(), &desk.editor, why(4404, "not-found")).await;
    check("/desk/live/x?schema=1".to_owned(), &desk.editor, why(4404, "not-found")).await;
}

#[tokio::test]
async fn frames_that_hurt_close_their_own_socket_and_nothing_else() {
    let desk = Desk::open().await;
    let (article, elsewhere) = (desk.site.article().await, desk.another().await);
    let mut calm = desk.editor(elsewhere).await;
    let mut nested = vec![1, 1, 0x80 | 9, 0x40, 0, 0x28, 1, 6];
    nested.extend(b"fields\x01x\x01");
    nested.extend([117, 1].repeat(8_000));
    nested.extend([126, 0]);
    let mut hostile = vec![0, 2, 0x80 | (nested.len() % 128) as u8, (nested.len() / 128) as u8];
    hostile.extend(nested);
    let frames = [
        (hostile, why(4413, "too-deep")),
        (vec![0, 0, 5, 0xff, 0xff, 0xff, 0xff, 7], why(4400, "malformed")),
        (vec![0; 64 * 1024 + 1], why(4413, "too-large")),
        (vec![0; 1024 * 1024], why(4413, "too-large")),
        (vec![99], why(4400, "malformed")),
        (vec![1, 3, 1, 1, 200], why(4400, "malformed")),
    ];
    for (number, (frame, expected)) in frames.into_iter().enumerate() {
        let mut socket = desk.editor(article).await;
        socket.send(frame).await;
        assert_eq!(socket.closed().await, expected, "frame {number}");
        calm.types(1, number as u8, "x").await;
        calm.acknowledged(number as u8 + 1).await;
    }
    let mut text = desk.editor(article).await;
    text.0.send(Message::Text("ciao".into())).await.expect("it is sent");
    assert_eq!(text.closed().await, why(4400, "malformed"));
}

#[tokio::test]
async fn nobody_types_faster_than_anybody_can() {
    let desk = Desk::open().await;
    let mut socket = desk.editor(desk.site.article().await).await;
    for _ in 0..2_000 {
        socket.send(vec![103]).await;
    }
    assert_eq!(socket.closed().await, why(4429, "too-fast"));
}

#[tokio::test]
async fn a_ping_is_answered_at_once() {
    let desk = Desk::open().await;
    let mut socket = desk.editor(desk.site.article().await).await;
    socket.send(vec![103]).await;
    while socket.hears().await != [104] {}
}

#[tokio::test]
async fn a_moderator_reads_and_is_sent_away_when_writing() {
    let desk = Desk::open().await;
    let article = desk.site.article().await;
    let moderator = desk.site.signed_in("mia", Role::Moderator).await;
    let mut reads = desk.come(&format!("/desk/live/{article}?schema=1"), &moderator).await;
    assert_eq!(reads.hears().await[0], 101);
    reads.types(2, 0, "x").await;
    assert_eq!(reads.closed().await, why(4403, "read-only"));
}

#[tokio::test]
async fn a_session_that_is_revoked_closes_within_five_seconds() {
    let desk = Desk::open().await;
    let mut socket = desk.editor(desk.site.article().await).await;
    socket.types(1, 0, "x").await;
    socket.acknowledged(1).await;
    let newsroom = desk.site.newsroom();
    let ada = desk.ada().await;
    let actor = Actor::Staff(Staff { id: ada.id, name: ada.name, role: Role::Editor });
    let session = newsroom.sessions().list(&actor, None).await.expect("it lists").remove(0).id;
    newsroom.sessions().revoke(&actor, session).await.expect("it is her own");
    let closed = timeout(Duration::from_secs(5), socket.closed()).await;
    assert_eq!(closed.expect("within five seconds"), why(4401, "signed-out"));
}

#[tokio::test]
async fn who_is_suspended_or_writes_no_longer_is_closed_within_five_seconds() {
    let desk = Desk::open().await;
    let article = desk.site.article().await;
    let ugo = desk.site.signed_in("ugo", Role::Editor).await;
    let ugo = desk.come(&format!("/desk/live/{article}?schema=1"), &ugo).await;
    let ada = desk.editor(article).await;
    let people = desk.site.newsroom().people();
    for user in people.list(&Actor::Operator).await.expect("it lists") {
        if user.name == "ada" {
            people.set_role(&Actor::Operator, user.id, "moderator").await.expect("it is changed");
        } else {
            people.suspend(&Actor::Operator, user.id, true).await.expect("it is done");
        }
    }
    let (ada, ugo) =
        tokio::join!(timeout(Duration::from_secs(5), ada.closed()), timeout(Duration::from_secs(5), ugo.closed()));
    assert_eq!(ada.expect("within five seconds"), why(4403, "forbidden"));
    assert_eq!(ugo.expect("within five seconds"), why(4401, "signed-out"));
}

#[tokio::test]
async fn a_server_that_stops_says_so_and_has_kept_every_word() {
    let desk = Desk::open().await;
    let article = desk.site.article().await;
    let mut socket = desk.editor(article).await;
    for clock in 0..9 {
        socket.types(1, clock, "x").await;
    }
    socket.acknowledged(9).await;
    // Whatever this process has in memory, another one opens what is on disk.
    let headline = desk.site.newsroom().drafts().content(article).await.expect("it can be read").headline;
    assert_eq!(headline.matches('x').count(), 9, "{headline}");
    desk.site.newsroom().close().await.expect("it closes");
    assert_eq!(socket.closed().await, why(4500, "stopping"));
}
