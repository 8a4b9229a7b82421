//! Writing together: a draft is a Yjs document, shared by everybody who has it open.
//!
//! [`Drafts::open`] gives a connection its [`Seat`] in the draft's room. A room is one task: it lets updates into the
//! document, has them written to disk together with those of all other rooms, and only then acknowledges them and
//! passes them on. The documents themselves live on the scribes' threads. Nothing that comes over the wire is decoded
//! before the skimmer has looked through it. The protocol is told in `docs/live.md`.

mod closing;
mod committer;
mod draft;
mod limits;
mod room;
mod rooms;
mod scribes;
mod seat;
mod shape;
mod skim;
mod sql;
mod wire;

use std::collections::BTreeMap;

use model::{Actor, AppError, ArticleContent, ArticleId, Present};
use serde::Serialize;
use sqlx::AnyConnection;
use tokio::sync::{mpsc, oneshot, watch};

use crate::audit::Deed;
use crate::changes::{self, ChangeKind};
use crate::{Error, Newsroom, Result, articles};
use draft::Draft;
use room::{Guest, Message};
use shape::Unreadable;

pub use closing::Closing;
pub use limits::FRAME_MAX;
pub(crate) use rooms::Writing;
pub use seat::Seat;
pub use shape::Written;

/// The version of the editor's schema. A client of another version would delete what it does not know, for everybody.
pub const SCHEMA: u32 = 1;

/// How often a room is knocked at that closes in the same moment.
const KNOCKS: u32 = 10;

/// The door to the drafts.
#[derive(Debug)]
pub struct Drafts<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// Something that everybody in a draft is told.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// The draft was published.
    Published {
        /// As which version.
        version: i64,
        /// By whom.
        by: String,
    },
    /// The story moved on.
    State {
        /// Where it stands now, such as `review`.
        state: String,
    },
}

/// Who has which draft open here.
pub type Presence = BTreeMap<ArticleId, Vec<Present>>;

impl Drafts<'_> {
    /// Takes a seat at a draft, which is made from the working copy where there is none.
    pub async fn open(&self, actor: &Actor, article: ArticleId) -> Result<Seat, Closing> {
        let guest = self.guest(actor, article).await?;
        self.begin(article).await.map_err(|error| closing(&error))?;
        let seat = self.newsroom.writing().number();
        for _ in 0..KNOCKS {
            let door = self.newsroom.writing().door(self.newsroom, article);
            let (answer, answered) = oneshot::channel();
            if door.messages.send(Message::Join { seat, guest: guest.clone(), answer }).await.is_err() {
                tokio::task::yield_now().await;
                continue;
            }
            if let Ok(inbox) = answered.await {
                let (room, farewell, pongs) = (door.messages, door.farewells, mpsc::channel(16));
                return Ok(Seat { number: seat, inbox: inbox?, room, farewell, pongs });
            }
        }
        Err(Closing::Failed)
    }

    /// Whether anybody opened the draft yet; until then the working copy has it all.
    pub async fn is_begun(&self, article: ArticleId) -> Result<bool> {
        sql::is_begun(&mut *self.newsroom.store().read().await?, article).await
    }

    /// What somebody may do at a draft; refused where that is nothing. Asked again while they sit there.
    pub async fn may_sit(&self, actor: &Actor, article: ArticleId) -> Result<bool, Closing> {
        self.guest(actor, article).await.map(|guest| guest.writes)
    }

    /// What the draft says, checked, as it would be published; the working copy where nobody opened a draft yet.
    /// A refusal says where.
    pub async fn content(&self, article: ArticleId) -> Result<ArticleContent> {
        self.written(article).await.map(|written| written.content)
    }

    /// The same, with the last part of the address.
    pub async fn written(&self, article: ArticleId) -> Result<Written> {
        if self.is_begun(article).await? {
            return self.ask(article, |answer| Message::Read { answer }).await?;
        }
        checked(self.working(article).await?)
    }

    /// Makes the draft hold other content: an older version, an import. Those who have it open in this process are sent
    /// away for the moment and come back to it; to those in another one it comes as an update. Where there is no draft
    /// yet, the working copy alone changes.
    ///
    /// The audit log says so in the same transaction, by the word `action` and with `detail`.
    pub async fn replace(
        &self,
        actor: &Actor,
        article: ArticleId,
        content: ArticleContent,
        action: &'static str,
        detail: &str,
    ) -> Result<()> {
        let subject = format!("article:{article}");
        let deed = Deed { actor: actor.clone(), action, subject, detail: detail.to_owned() };
        let slug = self.written_slug(article).await?;
        let written = Written { content, slug };
        if !self.is_begun(article).await? {
            let (now, mut tx) = (self.newsroom.now(), self.newsroom.store().write().await?);
            keep_working(&mut tx, self.newsroom, article, &written, actor.name()).await?;
            deed.note(&mut tx, now).await?;
            changes::append(&mut tx, self.newsroom.store(), ChangeKind::Story, article.0, now).await?;
            tx.commit().await?;
            self.newsroom.bell().ring();
            return Ok(());
        }
        self.ask(article, |answer| Message::Replace { written: Box::new(written), deed, answer }).await??;
        self.sync(article).await
    }

    /// Makes the working copy say what the draft says. It happens by itself two seconds after the last keystroke.
    pub async fn sync(&self, article: ArticleId) -> Result<()> {
        if !self.is_begun(article).await? {
            return Ok(());
        }
        self.ask(article, |answer| Message::Sync { answer }).await?
    }

    /// Who has which draft open in this process, and whenever that changes.
    pub fn presence(&self) -> watch::Receiver<Presence> {
        self.newsroom.writing().presence()
    }

    /// Tells everybody who has a draft open here.
    pub async fn tell(&self, article: ArticleId, notice: &Notice) {
        let door = self.newsroom.writing().open_door(article);
        let (Some(door), Ok(notice)) = (door, serde_json::to_value(notice)) else { return };
        // A room that closes in this moment has nobody in it.
        let _ = door.messages.send(Message::Tell { notice: room::notice(&notice) }).await;
    }

    async fn guest(&self, actor: &Actor, article: ArticleId) -> Result<Guest, Closing> {
        if !actor.is_staff() {
            return Err(Closing::SignedOut);
        }
        // What somebody may not read does not exist for them.
        let abilities = self.newsroom.stories().abilities(actor, article).await.map_err(|error| closing(&error))?;
        Ok(Guest { user: actor.user(), name: actor.name().to_owned(), writes: abilities.write })
    }

    /// Makes the draft from the working copy, once.
    async fn begin(&self, article: ArticleId) -> Result<()> {
        if self.is_begun(article).await? {
            return Ok(());
        }
        let written = self.working(article).await?;
        let writing = self.newsroom.writing();
        let first = writing.scribes().aside(writing.number(), move || Draft::first(&written)).await;
        let first = first.map_err(|_| AppError::Unavailable)?;
        let mut tx = self.newsroom.store().write().await?;
        sql::begin(&mut tx, article, &first, self.newsroom.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn working(&self, article: ArticleId) -> Result<Written> {
        let working = sql::working(&mut *self.newsroom.store().read().await?, article).await?;
        let (working, slug) = working.ok_or(AppError::NotFound)?;
        let content = serde_json::from_str(&working).map_err(|why| Error::Corrupt {
            table: "articles",
            column: "working",
            row: article.0,
            why: why.to_string(),
        })?;
        Ok(Written { content, slug: Some(slug).filter(|slug| !slug.is_empty()) })
    }

    /// The last part of the address, as the draft has it: no version keeps it.
    async fn written_slug(&self, article: ArticleId) -> Result<Option<String>> {
        match self.written(article).await {
            Ok(written) => Ok(written.slug),
            // What is replaced need not be whole.
            Err(Error::App(AppError::Invalid { .. })) => Ok(self.working(article).await?.slug),
            Err(error) => Err(error),
        }
    }

    async fn ask<T>(&self, article: ArticleId, message: impl FnOnce(oneshot::Sender<T>) -> Message) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let mut message = message(answer);
        for _ in 0..KNOCKS {
            let door = self.newsroom.writing().door(self.newsroom, article);
            match door.messages.send(message).await {
                Ok(()) => return answered.await.map_err(|_| AppError::Unavailable.into()),
                Err(unsent) => message = unsent.0,
            }
            tokio::task::yield_now().await;
        }
        Err(AppError::Unavailable.into())
    }
}

/// Writes the working copy, and the last part of the address.
async fn keep_working(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    article: ArticleId,
    written: &Written,
    edited_by: &str,
) -> Result<()> {
    articles::keep_working(tx, newsroom, article, &written.content, edited_by).await?;
    articles::keep_slug(tx, article, written.slug.as_deref().unwrap_or_default()).await
}

/// Forgets the draft of a story for good.
pub(crate) async fn forget(tx: &mut AnyConnection, article: ArticleId) -> Result<()> {
    sql::forget(tx, article).await
}

/// Answers what a draft says, where it may be published.
fn checked(written: Written) -> Result<Written> {
    let limits = document::Limits::default();
    written.content.body.check(&limits).map_err(|why| AppError::invalid("body", why.to_string()))?;
    Ok(written)
}

fn unreadable(why: Unreadable) -> Error {
    AppError::invalid("body", why.to_string()).into()
}

fn closing(error: &Error) -> Closing {
    match error {
        Error::App(AppError::NotFound) => Closing::NotFound,
        Error::Database(_) => Closing::Database,
        _ => Closing::Failed,
    }
}
