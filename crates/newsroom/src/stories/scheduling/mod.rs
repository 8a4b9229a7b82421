//! What becomes public by itself, and what must not become so before its time.

mod local;
mod sql;

use model::{Actor, AppError, ArticleId, Millis, Story, StoryState};

use super::releasing::{self, Release, explained, parse_kind, parse_note};
use super::standing::{self, allow, refuse_if};
use super::{Stories, checking, outside};
use crate::articles;
use crate::{Error, Result};

/// How far ahead a story can be scheduled or kept back, in milliseconds: five years.
const AHEAD_MAX: i64 = 5 * 366 * 24 * 3600 * 1000;

/// How late a story may be, in milliseconds, before it counts as missed.
const LATE: i64 = 5_000;

impl Stories<'_> {
    /// Lets a story become public by itself at a moment, or be updated then; `kind` and `note` as for publishing.
    ///
    /// What is published is what is written at that moment. What is required must be there now already.
    pub async fn schedule(&self, actor: &Actor, id: ArticleId, at: Millis, kind: &str, note: &str) -> Result<Story> {
        let (kind, note) = (parse_kind(kind)?, parse_note(note, "note")?);
        let live = self.live(actor, id).await?;
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(actor.may_publish(story.owner))?;
        self.is_to_come(at, "at")?;
        story.may_go_public(at)?;
        self.keep(&mut tx, id, live, actor.name()).await?;
        let content = articles::working(&mut tx, id).await?;
        checking::required(&mut tx, &content).await?;
        let release = Release { kind, note, by: actor.name().to_owned(), at: Some(at) };
        if articles::is_changed(&mut tx, id).await? {
            explained(&story, &release)?;
        }
        let state = if story.listed { StoryState::Published } else { StoryState::Scheduled };
        sql::schedule(&mut tx, id, state, &release, at).await?;
        self.record(&mut tx, actor, "schedule", id, &at.0.to_string()).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        outside::moved(self.newsroom, id, state).await;
        self.get(actor, id).await
    }

    /// Takes that back.
    pub async fn unschedule(&self, actor: &Actor, id: ArticleId) -> Result<Story> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(actor.may_publish(story.owner))?;
        refuse_if(story.state == StoryState::Deleted, "story-in-bin")?;
        if story.schedule.is_some() {
            sql::unschedule(&mut tx, id, at_rest(&story), None).await?;
            self.record(&mut tx, actor, "unschedule", id, "").await?;
            tx.commit().await?;
            self.newsroom.bell().ring();
            outside::moved(self.newsroom, id, at_rest(&story)).await;
        }
        self.get(actor, id).await
    }

    /// Sets until when a story must not become public; none for no embargo.
    ///
    /// While it lasts the story cannot be published, scheduled for an earlier moment, or shown by a preview link.
    pub async fn embargo(&self, actor: &Actor, id: ArticleId, until: Option<Millis>) -> Result<Story> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(actor.may_publish(story.owner))?;
        refuse_if(story.state == StoryState::Deleted, "story-in-bin")?;
        if let Some(until) = until {
            self.is_to_come(until, "until")?;
            refuse_if(story.listed, "story-public-already")?;
            let too_early = story.schedule.as_ref().is_some_and(|schedule| schedule.at < until);
            refuse_if(too_early, "story-scheduled-before")?;
        }
        sql::embargo(&mut tx, id, until).await?;
        let detail = until.map(|until| until.0.to_string()).unwrap_or_default();
        self.record(&mut tx, actor, "embargo", id, &detail).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        self.get(actor, id).await
    }

    /// Publishes what is due, one story at a time; answers how many became public.
    ///
    /// Any number of processes may do so at once: each story is claimed and published in one transaction, so it is
    /// published once, and whatever ends that transaction early leaves it due.
    pub(crate) async fn publish_due(&self) -> Result<u64> {
        let mut published = 0;
        while let Some(id) = sql::due(&mut *self.newsroom.store().read().await?, self.newsroom.now()).await? {
            match self.publish_one_due(id).await {
                Ok(true) => published += 1,
                Ok(false) => {}
                Err(Error::App(why)) => self.give_up(id, &why).await?,
                Err(why) => return Err(why),
            }
        }
        Ok(published)
    }

    /// The next moment at which something is due.
    pub(crate) async fn next_due(&self) -> Result<Option<Millis>> {
        sql::next_due(&mut *self.newsroom.store().read().await?).await
    }

    /// Answers false where another process was quicker.
    async fn publish_one_due(&self, id: ArticleId) -> Result<bool> {
        let live = outside::live(self.newsroom, id).await?;
        let mut tx = self.newsroom.store().write().await?;
        let Some(story) = standing::locked_by_itself(&mut tx, id).await? else { return Ok(false) };
        let now = self.newsroom.now();
        let Some(schedule) = story.schedule.clone().filter(|schedule| schedule.at <= now) else { return Ok(false) };
        story.may_go_public(now)?;
        let missed = now.0 - schedule.at.0 > LATE;
        let at = if missed { now } else { schedule.at };
        let release = Release { kind: schedule.kind, note: schedule.note, by: schedule.by, at: Some(at) };
        let released = self.release(&mut tx, &story, live, &release).await?;
        releasing::done(&mut tx, id, missed.then_some(schedule.at)).await?;
        let action = if missed { "publish-missed" } else { "publish-scheduled" };
        self.record(&mut tx, &Actor::Operator, action, id, &release.by).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        outside::published(self.newsroom, id, released.version, &release.by).await;
        if missed {
            tracing::warn!(article = id.0, due = schedule.at.0, "a scheduled story was missed; it is public now");
        }
        Ok(true)
    }

    /// A story that cannot be published waits for people again, and says so.
    async fn give_up(&self, id: ArticleId, why: &AppError) -> Result<()> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked_by_itself(&mut tx, id).await?;
        let due = story.filter(|story| story.schedule.as_ref().is_some_and(|due| due.at <= self.newsroom.now()));
        let Some(story) = due else { return Ok(()) };
        let at = story.schedule.as_ref().map(|schedule| schedule.at);
        sql::unschedule(&mut tx, id, at_rest(&story), at).await?;
        self.record(&mut tx, &Actor::Operator, "publish-failed", id, &why.to_string()).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        outside::moved(self.newsroom, id, at_rest(&story)).await;
        tracing::warn!(article = id.0, %why, "a scheduled story could not be published; it waits for somebody");
        Ok(())
    }

    fn is_to_come(&self, at: Millis, field: &str) -> Result<()> {
        let ahead = at.0.saturating_sub(self.newsroom.now().0);
        if (1..=AHEAD_MAX).contains(&ahead) {
            return Ok(());
        }
        let why = if ahead <= 0 { "story-moment-past" } else { "story-moment-far" };
        Err(AppError::invalid(field, why).into())
    }
}

/// Where a story stands that waits for nothing.
fn at_rest(story: &standing::Standing) -> StoryState {
    match story.state {
        StoryState::Scheduled if story.withdrawn => StoryState::Withdrawn,
        StoryState::Scheduled => StoryState::Draft,
        state => state,
    }
}
