//! The paper's own particulars.

mod sql;

use model::{Actor, AppError, Site};

use crate::changes::{self, ChangeKind};
use crate::{Newsroom, Result};

impl Newsroom {
    /// Changes the paper's particulars.
    pub async fn set_site(&self, actor: &Actor, site: &Site) -> Result<()> {
        if !actor.may_administer() {
            return Err(AppError::Forbidden.into());
        }
        if crate::paper::zone_of(site).is_none() {
            return Err(AppError::invalid("timezone", format!("\"{}\" is not a time zone", site.timezone)).into());
        }
        if !matches!(site.lang.as_str(), "it" | "en") {
            return Err(AppError::invalid("lang", "the interface speaks \"it\" and \"en\"").into());
        }
        let mut tx = self.store().write().await?;
        sql::write(&mut tx, &serde_json::to_string(site).expect("a site is plain data")).await?;
        changes::append(&mut tx, self.store(), ChangeKind::Site, 0, self.clock().now()).await?;
        tx.commit().await?;
        self.bell().ring();
        self.reload_site().await
    }

    /// Reads the particulars again: another process may have changed them. Followers of the change log call it.
    pub async fn reload_site(&self) -> Result<()> {
        let site = match sql::read(&mut *self.store().read().await?).await? {
            None => Site::default(),
            Some(text) => serde_json::from_str(&text).map_err(|why| crate::Error::Corrupt {
                table: "settings",
                column: "value",
                row: 0,
                why: why.to_string(),
            })?,
        };
        self.keep_site(site);
        Ok(())
    }
}
