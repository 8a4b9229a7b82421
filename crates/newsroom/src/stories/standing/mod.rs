//! Where a story stands, and what that lets somebody do with it.

mod sql;

use model::{Abilities, Actor, AppError, ArticleId, Millis, StoryState, UserId, VersionKind};
use sqlx::AnyConnection;

use crate::{Error, Result};

/// Where a story stands, as the rules need to know it.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// The article.
    pub id: ArticleId,
    /// Where it stands.
    pub state: StoryState,
    /// Who began it.
    pub owner: Option<UserId>,
    /// The number of its latest version; 0 before the first.
    pub version: i64,
    /// Whether it is on the site.
    pub listed: bool,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Until when it must not become public.
    pub embargo_until: Option<Millis>,
    /// When it becomes public, or is updated, by itself.
    pub schedule: Option<Schedule>,
    /// Where it stood before it was put into the bin.
    pub deleted_from: Option<StoryState>,
}

/// What is to happen by itself.
#[derive(Clone, Debug)]
pub(super) struct Schedule {
    /// When.
    pub at: Millis,
    /// Who said so.
    pub by: String,
    /// Why a later version is published.
    pub kind: Option<VersionKind>,
    /// What readers are told.
    pub note: String,
}

/// Where a story stands, for somebody who may know that it is there.
pub(super) async fn found(connection: &mut AnyConnection, actor: &Actor, id: ArticleId) -> Result<Standing> {
    if !actor.is_staff() {
        return Err(AppError::SignInRequired.into());
    }
    let standing = sql::standing(connection, id).await?;
    Ok(standing.filter(|standing| actor.may_read_story(standing.owner)).ok_or(AppError::NotFound)?)
}

/// Whether somebody may know of a story that is not on the site.
pub(crate) async fn is_seen_by(connection: &mut AnyConnection, actor: &Actor, id: ArticleId) -> Result<bool> {
    match found(connection, actor, id).await {
        Ok(_) => Ok(true),
        Err(Error::App(_)) => Ok(false),
        Err(why) => Err(why),
    }
}

/// The same, and nobody else changes the story before this transaction ends.
pub(super) async fn locked(tx: &mut AnyConnection, actor: &Actor, id: ArticleId) -> Result<Standing> {
    sql::lock(tx, id).await?;
    found(tx, actor, id).await
}

/// The same, for what happens by itself.
pub(super) async fn locked_by_itself(tx: &mut AnyConnection, id: ArticleId) -> Result<Option<Standing>> {
    sql::lock(tx, id).await?;
    sql::standing(tx, id).await
}

/// Refuses what somebody may see and not do.
pub(super) fn allow(may: bool) -> Result<()> {
    if may { Ok(()) } else { Err(AppError::Forbidden.into()) }
}

/// Refuses what does not fit where a story stands; `message` is a key of the Fluent files.
pub(super) fn refuse_if(is_so: bool, message: &str) -> Result<()> {
    if is_so { Err(AppError::Conflict { message: message.to_owned() }.into()) } else { Ok(()) }
}

impl Standing {
    /// Whether somebody may write in it now. What was approved for a moment is not rewritten by a contributor.
    pub(super) fn may_write(&self, actor: &Actor) -> bool {
        let is_public = self.version > 0 || self.state == StoryState::Scheduled;
        self.state != StoryState::Deleted && actor.may_write(self.owner, is_public)
    }

    /// Whether somebody may put it into the bin and take it out again.
    pub(super) fn may_delete(&self, actor: &Actor) -> bool {
        actor.may_publish(self.owner) || self.version == 0 && actor.may_write(self.owner, self.schedule.is_some())
    }

    /// What somebody may do with it.
    pub(super) fn abilities(&self, actor: &Actor) -> Abilities {
        let there = self.state != StoryState::Deleted;
        Abilities {
            write: self.may_write(actor),
            publish: there && actor.may_publish(self.owner),
            delete: self.may_delete(actor),
        }
    }

    /// Refuses to make it public before its time, or out of the bin.
    pub(super) fn may_go_public(&self, at: Millis) -> Result<()> {
        refuse_if(self.state == StoryState::Deleted, "story-in-bin")?;
        refuse_if(self.embargo_until.is_some_and(|until| until > at), "story-embargoed")
    }
}
