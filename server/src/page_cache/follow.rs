//! Following the change log: what changed is rendered afresh.

use std::sync::Arc;
use std::time::Duration;

use newsroom::{Change, ChangeKind};

use super::PageCache;

/// Changes of other processes ring no bell here: this is how long they take at the most. A look is one read at the end
/// of an index.
const LOOK: Duration = Duration::from_millis(100);
/// How long it waits before it looks again where the change log could not be read.
const REST: Duration = Duration::from_secs(1);

impl PageCache {
    /// Drops pages as the change log says, from `latest` on. Runs as long as the process.
    pub(crate) async fn follow(self: Arc<Self>, mut latest: i64) {
        let newsroom = self.site.newsroom.clone();
        let mut bell = newsroom.changes().bell();
        loop {
            // The bell's other end lives in the newsroom that is held here: it does not close before.
            let _ = tokio::time::timeout(LOOK, bell.changed()).await;
            let changes = match newsroom.changes().since(latest).await {
                Ok(changes) => changes,
                Err(why) => {
                    tracing::warn!(error = %why, "the change log cannot be read; looking again");
                    tokio::time::sleep(REST).await;
                    continue;
                }
            };
            let Some(last) = changes.last() else { continue };
            latest = last.seq;
            self.apply(&changes).await;
        }
    }

    async fn apply(&self, changes: &[Change]) {
        // What readers see nothing of must not keep a page that is being rendered from being kept.
        if changes.iter().all(|change| change.kind == ChangeKind::Story) {
            return;
        }
        let everything = changes
            .iter()
            .any(|change| matches!(change.kind, ChangeKind::Site | ChangeKind::Section | ChangeKind::Author));
        if changes.iter().any(|change| change.kind == ChangeKind::Site)
            && let Err(why) = self.site.newsroom.reload_site().await
        {
            tracing::warn!(error = %why, "the paper's particulars cannot be read");
        }
        let tags: Vec<String> = changes.iter().flat_map(tags_of).collect();
        self.purge(&tags, everything).await;
    }
}

/// The pages that a change reaches. An article stands in lists that only its database row knows: they go together.
fn tags_of(change: &Change) -> Vec<String> {
    match change.kind {
        ChangeKind::Article => vec![format!("article:{}", change.subject), "lists".to_owned()],
        ChangeKind::Comments => vec![format!("article:{}", change.subject)],
        // Readers see nothing of the first; the others stand on more pages than are worth naming.
        ChangeKind::Story | ChangeKind::Site | ChangeKind::Section | ChangeKind::Author => Vec::new(),
    }
}
