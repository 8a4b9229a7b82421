//! `/desk/events`: what others on the desk do, as it happens (Server-Sent Events).
//!
//! `{"kind":"story","id":17}` when a story may look different, `{"kind":"presence","id":17,"people":[…]}` when somebody
//! opens or leaves a draft. They say that something changed and never what: whoever may see it asks.

use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::{Stream, StreamExt, stream};
use model::{Actor, ArticleId, Present, SessionId};
use newsroom::{ChangeKind, Newsroom, Presence};
use serde::Serialize;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use super::refusal;
use crate::listen::Stopping;
use crate::middleware::session::Seat;
use crate::router::App;

/// How often it is asked whether the session still holds; changes of other processes take as long.
const CHECK: Duration = Duration::from_secs(3);

/// How often a silent stream says that it is there.
const BREATH: Duration = Duration::from_secs(15);

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Told<'a> {
    Story { id: i64 },
    Presence { id: i64, people: &'a [Present] },
}

/// Tells whoever is signed in, until they are not.
pub(crate) async fn events(
    State(app): State<App>,
    headers: HeaderMap,
    Extension(actor): Extension<Actor>,
    Extension(seat): Extension<Seat>,
    stopping: Option<Extension<Stopping>>,
) -> Response {
    let Some(session) = seat.session else {
        return refusal::answer(&headers, StatusCode::UNAUTHORIZED, "sign_in_required", "sign in first");
    };
    match Listener::new(app.site.newsroom, actor, session).await {
        Ok(listener) => Sse::new(until(listener.events(), stopping.map(|Extension(stopping)| stopping)))
            .keep_alive(KeepAlive::new().interval(BREATH))
            .into_response(),
        Err(why) => {
            let status = StatusCode::from_u16(why.into_app().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            refusal::answer(&headers, status, "unavailable", "not available at the moment")
        }
    }
}

/// Ends with the server: a page that listens for ever must not hold it up.
fn until<S: Stream>(events: S, stopping: Option<Stopping>) -> impl Stream<Item = S::Item> {
    events.take_until(async move {
        match stopping {
            Some(stopping) => stopping.wait().await,
            None => std::future::pending().await,
        }
    })
}

/// One open page of the desk.
struct Listener {
    newsroom: Newsroom,
    actor: Actor,
    session: SessionId,
    bell: watch::Receiver<u64>,
    presence: watch::Receiver<Presence>,
    /// What it was told last.
    present: Presence,
    latest: i64,
    checked: Instant,
}

impl Listener {
    async fn new(newsroom: Newsroom, actor: Actor, session: SessionId) -> newsroom::Result<Self> {
        let latest = newsroom.changes().latest().await?;
        let (bell, mut presence) = (newsroom.changes().bell(), newsroom.drafts().presence());
        // Who is there already is the first thing to tell.
        presence.mark_changed();
        let (present, checked) = (Presence::new(), Instant::now());
        Ok(Self { newsroom, actor, session, bell, presence, present, latest, checked })
    }

    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        let batches = stream::unfold(self, |mut listener| async move {
            let told = listener.next().await?;
            Some((stream::iter(told), listener))
        });
        batches.flatten().map(|told| Ok(Event::default().data(told)))
    }

    /// Waits for something to tell. None once the session has ended.
    async fn next(&mut self) -> Option<Vec<String>> {
        loop {
            let until = self.checked + CHECK;
            let waited = timeout_at(until, async {
                tokio::select! {
                    _ = self.bell.changed() => {}
                    _ = self.presence.changed() => {}
                }
            });
            if waited.await.is_err() {
                self.checked = Instant::now();
                match self.newsroom.sessions().check(self.session).await {
                    Ok(Some(staff)) => self.actor = Actor::Staff(staff),
                    Ok(None) => return None,
                    // A database that does not answer ends nobody's session.
                    Err(_) => continue,
                }
            }
            let mut told = self.stories().await;
            told.extend(self.people());
            if !told.is_empty() {
                return Some(told);
            }
        }
    }

    async fn stories(&mut self) -> Vec<String> {
        let changes = self.newsroom.changes().since(self.latest).await.unwrap_or_default();
        self.latest = changes.last().map_or(self.latest, |last| last.seq);
        let of_stories = changes.iter().filter(|change| matches!(change.kind, ChangeKind::Article | ChangeKind::Story));
        let mut ids: Vec<i64> = of_stories.map(|change| change.subject).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().map(|id| json(&Told::Story { id })).collect()
    }

    fn people(&mut self) -> Vec<String> {
        let now = self.presence.borrow_and_update().clone();
        // Whoever sees own stories only is not told who works on others'.
        if !self.actor.may_edit_all() && !self.actor.may_moderate() {
            return Vec::new();
        }
        let gone = self.present.keys().filter(|id| !now.contains_key(id)).map(|id| presence(*id, &[]));
        let news = now.iter().filter(|(id, people)| self.present.get(id) != Some(people));
        let told = gone.chain(news.map(|(id, people)| presence(*id, people))).collect();
        self.present = now;
        told
    }
}

fn presence(id: ArticleId, people: &[Present]) -> String {
    json(&Told::Presence { id: id.0, people })
}

fn json(told: &Told<'_>) -> String {
    serde_json::to_string(told).expect("ids and names are JSON")
}
