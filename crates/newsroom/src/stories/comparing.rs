//! Older versions of a story: what changed since, and its words once more.

use model::{Actor, ArticleContent, ArticleId, Story, VersionDiff};
use sqlx::AnyConnection;

use super::standing::{self, allow};
use super::{Stories, outside};
use crate::{Result, articles};

/// The number that stands for what is written now.
const NOW: i64 = 0;

impl Stories<'_> {
    /// What changed from one version to another; 0 stands for what is written now.
    pub async fn diff(&self, actor: &Actor, id: ArticleId, from: i64, to: i64) -> Result<VersionDiff> {
        let mut connection = self.newsroom.store().read().await?;
        standing::found(&mut connection, actor, id).await?;
        let before = self.said(&mut connection, id, from).await?;
        let after = self.said(&mut connection, id, to).await?;
        drop(connection);
        Ok(tokio::task::spawn_blocking(move || articles::compare(&before, &after)).await?)
    }

    /// Makes what an older version said the words of the draft again, for everybody who has it open.
    pub async fn restore(&self, actor: &Actor, id: ArticleId, version: i64) -> Result<Story> {
        let mut connection = self.newsroom.store().read().await?;
        allow(standing::found(&mut connection, actor, id).await?.may_write(actor))?;
        let content = articles::version_content(&mut connection, id, version).await?;
        drop(connection);
        outside::rewrite(self.newsroom, actor, id, content, version).await?;
        self.get(actor, id).await
    }

    async fn said(&self, connection: &mut AnyConnection, id: ArticleId, version: i64) -> Result<ArticleContent> {
        if version != NOW {
            return articles::version_content(connection, id, version).await;
        }
        match outside::live(self.newsroom, id).await? {
            Some(live) => Ok(live.content),
            None => articles::working(connection, id).await,
        }
    }
}
