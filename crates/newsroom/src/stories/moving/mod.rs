//! A story's way from its first word: begun, read by others, put into the bin and taken out of it.

mod sql;

use model::{Actor, AppError, ArticleContent, ArticleId, Millis, Story, StoryState};
use sqlx::AnyConnection;

use super::standing::{self, allow, refuse_if};
use super::{Stories, outside};
use crate::articles::{self, HEADLINE_MAX};
use crate::{Result, sections};

/// How long a story can be taken out of the bin, in milliseconds: thirty days.
const KEPT: i64 = 30 * 24 * 3600 * 1000;

/// How many stories are forgotten in one transaction.
const BATCH: i64 = 100;

impl Stories<'_> {
    /// Begins a story with a headline, which may be empty, in a section, or the first one where `section` is empty.
    pub async fn begin(&self, actor: &Actor, headline: &str, section: &str) -> Result<Story> {
        if !actor.is_staff() {
            return Err(AppError::SignInRequired.into());
        }
        allow(actor.may_begin())?;
        let headline = one_line(headline);
        if headline.chars().count() > HEADLINE_MAX {
            return Err(AppError::invalid("headline", "story-headline-long").into());
        }
        let byline = outside::byline(self.newsroom, actor).await?;
        let mut tx = self.newsroom.store().write().await?;
        let content = ArticleContent {
            lang: self.newsroom.site().lang.clone(),
            headline,
            section: self.section_for(&mut tx, section).await?,
            byline: byline.into_iter().collect(),
            ..ArticleContent::default()
        };
        let id = articles::begin(&mut tx, self.newsroom, content, actor.user(), actor.name()).await?;
        self.record(&mut tx, actor, "begin", id, "").await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        self.get(actor, id).await
    }

    /// Moves a story between draft and review; `state` is where to.
    pub async fn move_to(&self, actor: &Actor, id: ArticleId, state: &str) -> Result<Story> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(story.may_write(actor))?;
        let movable = |state| matches!(state, StoryState::Draft | StoryState::Review);
        let to = StoryState::parse(state)
            .filter(|state| movable(*state))
            .ok_or_else(|| AppError::invalid("state", "story-state-unknown"))?;
        refuse_if(!movable(story.state), "story-not-movable")?;
        if to != story.state {
            sql::stand(&mut tx, id, to).await?;
            self.record(&mut tx, actor, "move", id, to.as_str()).await?;
            tx.commit().await?;
            self.newsroom.bell().ring();
            outside::moved(self.newsroom, id, to).await;
        }
        self.get(actor, id).await
    }

    /// Puts a story into the bin. One that was on the site leaves it: its address says that it is gone.
    pub async fn delete(&self, actor: &Actor, id: ArticleId) -> Result<Story> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(story.may_delete(actor))?;
        if story.state != StoryState::Deleted {
            sql::delete(&mut tx, id, self.newsroom.now(), story.state).await?;
            if story.listed {
                articles::take_off(&mut tx, self.newsroom, id).await?;
            }
            self.record(&mut tx, actor, "delete", id, "").await?;
            tx.commit().await?;
            self.newsroom.bell().ring();
            outside::moved(self.newsroom, id, StoryState::Deleted).await;
        }
        self.get(actor, id).await
    }

    /// Takes a story out of the bin, to where it stood: one that was on the site is on it again, one that waited for a
    /// moment waits again, if the moment is still to come.
    pub async fn undelete(&self, actor: &Actor, id: ArticleId) -> Result<Story> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(story.may_delete(actor))?;
        if story.state == StoryState::Deleted {
            let back = match story.deleted_from {
                Some(StoryState::Scheduled) if !self.is_ahead(&story) && story.withdrawn => StoryState::Withdrawn,
                Some(StoryState::Scheduled) if !self.is_ahead(&story) => StoryState::Draft,
                Some(StoryState::Deleted) | None => StoryState::Draft,
                Some(state) => state,
            };
            sql::undelete(&mut tx, id, back, self.newsroom.now()).await?;
            if back == StoryState::Published {
                articles::put_back(&mut tx, self.newsroom, id).await?;
            }
            self.record(&mut tx, actor, "undelete", id, "").await?;
            tx.commit().await?;
            self.newsroom.bell().ring();
            outside::moved(self.newsroom, id, back).await;
        }
        self.get(actor, id).await
    }

    /// Forgets what has lain in the bin for thirty days; answers how many stories that were.
    ///
    /// What was never public goes as a whole. Of what was, the published versions stay, and its addresses say for ever
    /// that it is gone.
    pub(crate) async fn empty_bin(&self) -> Result<u64> {
        let mut forgotten = 0;
        loop {
            let before = Millis(self.newsroom.now().0 - KEPT);
            let mut tx = self.newsroom.store().write().await?;
            let ids = sql::forgettable(&mut tx, before, BATCH).await?;
            if ids.is_empty() {
                return Ok(forgotten);
            }
            for id in &ids {
                outside::forget(&mut tx, *id).await?;
                sql::forget(&mut tx, *id).await?;
                self.record(&mut tx, &Actor::Operator, "forget", *id, "").await?;
            }
            tx.commit().await?;
            self.newsroom.bell().ring();
            forgotten += ids.len() as u64;
        }
    }

    fn is_ahead(&self, story: &standing::Standing) -> bool {
        story.schedule.as_ref().is_some_and(|schedule| schedule.at > self.newsroom.now())
    }

    /// A section that is there, by its name; the first one where none is named.
    async fn section_for(&self, connection: &mut AnyConnection, name: &str) -> Result<String> {
        if name.trim().is_empty() {
            let first = sections::tree(connection).await?.into_iter().next();
            return Ok(first
                .map(|section| section.name)
                .ok_or_else(|| AppError::invalid("section", "story-no-section"))?);
        }
        match sections::named(connection, name).await? {
            Some(_) => Ok(name.trim().to_owned()),
            None => Err(AppError::invalid("section", "story-section-unknown").into()),
        }
    }
}

/// Text without line ends and other signs that are not seen.
pub(super) fn one_line(text: &str) -> String {
    let seen = text.split(|c: char| c.is_whitespace() || c.is_control());
    seen.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
