//! What happens by itself: stories become public at their moment, the bin is emptied.

use std::time::Duration;

use model::Millis;

use crate::{Newsroom, Result};

/// The door to what happens by itself.
#[derive(Debug)]
pub struct Jobs<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// Another process rings no bell here: so long, in milliseconds, does it take at the most to hear of what it scheduled.
const LOOK: i64 = 1_000;

/// How often the bin is looked through, in milliseconds.
const AN_HOUR: i64 = 3_600_000;

/// How long to wait after a failure.
const RECOVERY: Duration = Duration::from_secs(1);

impl Jobs<'_> {
    /// Does what is due, again and again, without anybody asking for anything. Runs as long as the process.
    ///
    /// Begins with what was missed while no process ran.
    pub async fn keep_working(newsroom: Newsroom) {
        let mut bell = newsroom.changes().bell();
        let mut tidied = Millis(i64::MIN);
        loop {
            if let Err(error) = newsroom.jobs().publish_due().await {
                tracing::warn!(%error, "what is due could not be published; trying again");
                tokio::time::sleep(RECOVERY).await;
                continue;
            }
            let now = newsroom.now();
            if now.0.saturating_sub(tidied.0) >= AN_HOUR {
                if let Err(error) = newsroom.jobs().tidy().await {
                    tracing::warn!(%error, "the bin could not be emptied; trying again in an hour");
                }
                tidied = now;
            }
            let due = newsroom.stories().next_due().await.ok().flatten();
            let next = due.map_or(now.0 + LOOK, |due| due.0.min(now.0 + LOOK));
            tokio::select! {
                () = newsroom.clock().sleep_until(Millis(next)) => {}
                _ = bell.changed() => {}
            }
        }
    }

    /// Publishes the scheduled stories whose moment has come; answers how many.
    pub async fn publish_due(&self) -> Result<u64> {
        self.newsroom.stories().publish_due().await
    }

    /// Forgets what has lain in the bin for thirty days and preview links that are over; answers how many stories went.
    pub async fn tidy(&self) -> Result<u64> {
        self.newsroom.stories().forget_previews().await?;
        self.newsroom.stories().empty_bin().await
    }
}
