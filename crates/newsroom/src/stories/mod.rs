//! Stories: articles as the desk sees them. What is being written, by whom, and when it becomes public.
//!
//! Every door function checks who asks. What somebody may not read does not exist for them: they are told the same as
//! of a story that never was.

mod checking;
mod comparing;
mod folding;
mod listing;
mod moving;
mod outside;
mod previews;
mod releasing;
mod rows;
mod scheduling;
mod standing;

use model::{Abilities, Actor, ArticleId, Story};
use sqlx::AnyConnection;

use crate::changes::{self, ChangeKind};
use crate::{Newsroom, Result, articles};

pub use previews::Preview;
pub(crate) use rows::{Told, begin, enter, tell};
pub(crate) use standing::is_seen_by;

/// The door to the stories.
#[derive(Debug)]
pub struct Stories<'a> {
    pub(crate) newsroom: &'a Newsroom,
    /// Whether publishing and withdrawing check everything and keep nothing.
    pub(crate) rehearsal: bool,
}

impl Stories<'_> {
    /// Publishes and withdraws without keeping it: for commands that only say what they would do.
    #[must_use]
    pub(crate) fn rehearsing(mut self, rehearsal: bool) -> Self {
        self.rehearsal = rehearsal;
        self
    }

    /// A story with its versions and its preview links.
    pub async fn get(&self, actor: &Actor, id: ArticleId) -> Result<Story> {
        let mut connection = self.newsroom.store().read().await?;
        let standing = standing::found(&mut connection, actor, id).await?;
        let line = listing::line(&mut connection, id).await?;
        let versions = articles::version_lines(&mut connection, id).await?;
        let previews = previews::of(&mut connection, id, self.newsroom.now()).await?;
        Ok(Story { line, versions, previews, abilities: standing.abilities(actor) })
    }

    /// What somebody may do with a story that they may see.
    pub async fn abilities(&self, actor: &Actor, id: ArticleId) -> Result<Abilities> {
        let standing = standing::found(&mut *self.newsroom.store().read().await?, actor, id).await?;
        Ok(standing.abilities(actor))
    }

    /// Writes into the audit log what was done, and into the change log that lists of the desk show it.
    async fn record(
        &self,
        tx: &mut AnyConnection,
        actor: &Actor,
        action: &str,
        id: ArticleId,
        detail: &str,
    ) -> Result<()> {
        outside::note(tx, self.newsroom, actor, action, id, detail).await?;
        changes::append(tx, self.newsroom.store(), ChangeKind::Story, id.0, self.newsroom.now()).await
    }
}
