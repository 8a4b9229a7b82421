//! `/desk/live/{article}`: the socket through which a draft is written together. Its protocol is told in `docs/live.md`.

use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, Query, State};
use axum::http::{Extensions, HeaderMap, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use model::{Actor, ArticleId, SessionId};
use newsroom::{Closing, FRAME_MAX, Newsroom, SCHEMA, Seat};
use serde::Deserialize;
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at, timeout};

use super::refusal;
use crate::listen::Permit;
use crate::middleware::session;
use crate::router::App;
use crate::session::is_same_origin;

/// How often the server asks whether the client is there.
const PING: Duration = Duration::from_secs(10);

/// How long a client may stay silent: it answers pings even where nobody types.
const SILENCE: Duration = Duration::from_secs(30);

/// How often it is asked whether session and role still hold.
const CHECK: Duration = Duration::from_secs(3);

/// How long a client may take to take a frame.
const STALL: Duration = Duration::from_secs(30);

/// How long a client that is sent away may take to hear why.
const FAREWELL: Duration = Duration::from_secs(2);

/// Frames a second, and how many may come at once: what is typed offline comes in one go, carets move with every key.
const RATE: f64 = 100.0;
const BURST: f64 = 600.0;

/// What the client says of itself in the address.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    schema: Option<u32>,
}

/// Who asks, as the session says.
#[derive(Clone, Debug)]
struct Visitor {
    actor: Actor,
    session: Option<SessionId>,
}

/// Opens a draft to a client. Whatever is wrong with it, but for a foreign page, it hears as a close code.
pub(crate) async fn live(
    State(app): State<App>,
    Path(article): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
    extensions: Extensions,
    upgrade: WebSocketUpgrade,
) -> Response {
    // It carries the session like any form, and no layer above looks at what only reads.
    if !is_same_origin(&headers, &app.site.base_url) {
        return refusal::answer(&headers, StatusCode::FORBIDDEN, "forbidden", "this request came from another site");
    }
    let visitor = Visitor {
        actor: extensions.get().cloned().unwrap_or(Actor::Reader),
        session: extensions.get::<session::Seat>().and_then(|seat| seat.session),
    };
    let permit = extensions.get::<Permit>().cloned();
    let upgrade = upgrade.max_message_size(FRAME_MAX).max_frame_size(FRAME_MAX);
    upgrade.on_upgrade(move |mut socket| async move {
        let newsroom = &app.site.newsroom;
        let closing = match enter(newsroom, &visitor, &article, wanted.schema).await {
            Ok((article, seat)) => serve(&app, &visitor, article, seat, &mut socket).await,
            Err(closing) => Some(closing),
        };
        if let Some(closing) = closing {
            say_goodbye(socket, closing).await;
        }
        drop(permit);
    })
}

async fn enter(
    newsroom: &Newsroom,
    visitor: &Visitor,
    article: &str,
    schema: Option<u32>,
) -> Result<(ArticleId, Seat), Closing> {
    if !visitor.actor.is_staff() {
        return Err(Closing::SignedOut);
    }
    if schema != Some(SCHEMA) {
        return Err(Closing::Schema);
    }
    let article = article.parse().map_err(|_| Closing::NotFound)?;
    let seat = newsroom.drafts().open(&visitor.actor, article).await?;
    Ok((article, seat))
}

/// Carries frames both ways until one side has enough. Answers why, where the client is there to hear it.
async fn serve(
    app: &App,
    visitor: &Visitor,
    article: ArticleId,
    mut seat: Seat,
    socket: &mut WebSocket,
) -> Option<Closing> {
    let newsroom = &app.site.newsroom;
    let mut ping = interval_at(Instant::now() + PING, PING);
    let mut check = interval(CHECK);
    check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let writes = newsroom.drafts().may_sit(&visitor.actor, article).await.unwrap_or(false);
    let mut bucket = Bucket::new();
    let mut heard = Instant::now();
    loop {
        tokio::select! {
            frame = seat.next() => match frame {
                Ok(frame) => send(socket, Message::Binary(frame)).await?,
                Err(closing) => return Some(closing),
            },
            received = socket.recv() => {
                heard = Instant::now();
                let frame = match received? {
                    Ok(Message::Binary(frame)) => frame,
                    Ok(Message::Ping(_) | Message::Pong(_)) => Bytes::new(),
                    Ok(Message::Text(_)) => return Some(Closing::Malformed),
                    Ok(Message::Close(_)) => return None,
                    Err(why) => return broken(&why),
                };
                if !bucket.take() && !app.bench {
                    return Some(Closing::TooFast);
                }
                if !frame.is_empty()
                    && let Err(closing) = seat.receive(frame).await
                {
                    return Some(closing);
                }
            }
            _ = ping.tick() => {
                if heard.elapsed() > SILENCE {
                    return None;
                }
                send(socket, Message::Ping(Bytes::new())).await?;
            }
            _ = check.tick() => if let Err(closing) = still(newsroom, visitor, article, writes).await {
                return Some(closing);
            },
        }
    }
}

/// Whether session and role still hold. A database that does not answer takes nobody's seat.
async fn still(newsroom: &Newsroom, visitor: &Visitor, article: ArticleId, writes: bool) -> Result<(), Closing> {
    let Some(session) = visitor.session else { return Err(Closing::SignedOut) };
    let actor = match newsroom.sessions().check(session).await {
        Ok(staff) => Actor::Staff(staff.ok_or(Closing::SignedOut)?),
        Err(_) => return Ok(()),
    };
    if actor.user() != visitor.actor.user() {
        return Err(Closing::SignedOut);
    }
    match newsroom.drafts().may_sit(&actor, article).await {
        Ok(may_write) if may_write == writes => Ok(()),
        // Who may write now and did not before comes back to a seat that can.
        Ok(may_write) => Err(if may_write { Closing::Replaced } else { Closing::Forbidden }),
        Err(Closing::Database | Closing::Failed) => Ok(()),
        Err(closing) => Err(closing),
    }
}

/// Sends, or answers none where the client takes nothing.
async fn send(socket: &mut WebSocket, message: Message) -> Option<()> {
    timeout(STALL, socket.send(message)).await.ok()?.ok()
}

/// A frame over the limit and one against the rules are told; a line that broke cannot be told anything.
fn broken(why: &axum::Error) -> Option<Closing> {
    let text = why.to_string();
    let told = [("Space limit", Closing::TooLarge), ("protocol error", Closing::Malformed)];
    told.into_iter().find(|(words, _)| text.contains(words)).map(|(_, closing)| closing)
}

async fn say_goodbye(mut socket: WebSocket, closing: Closing) {
    let frame = CloseFrame { code: closing.code(), reason: closing.reason().into() };
    let goodbye = async {
        if socket.send(Message::Close(Some(frame))).await.is_ok() {
            // Hanging up before the client has answered could lose the reason on the way.
            while let Some(Ok(_)) = socket.recv().await {}
        }
    };
    // A client that does not hear why finds out by itself.
    let _ = timeout(FAREWELL, goodbye).await;
}

/// Lets so many frames through in a second, and some more at once.
struct Bucket {
    left: f64,
    at: Instant,
}

impl Bucket {
    fn new() -> Self {
        Self { left: BURST, at: Instant::now() }
    }

    fn take(&mut self) -> bool {
        let now = Instant::now();
        self.left = (self.left + RATE * now.duration_since(self.at).as_secs_f64()).min(BURST);
        self.at = now;
        self.left -= 1.0;
        self.left >= 0.0
    }
}
