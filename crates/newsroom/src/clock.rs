//! What time it is, as a dependency: tests advance it, nothing else reads the system clock.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use model::Millis;
use tokio::sync::watch;

/// Tells the time. Clones of a manual clock share their hands.
#[derive(Clone, Debug)]
pub struct Clock(Hands);

#[derive(Clone, Debug)]
enum Hands {
    System,
    Manual(Arc<watch::Sender<i64>>),
}

impl Clock {
    /// The clock on the wall.
    pub fn system() -> Self {
        Self(Hands::System)
    }

    /// A clock that stands at `now` until it is advanced.
    pub fn manual(now: Millis) -> Self {
        Self(Hands::Manual(Arc::new(watch::Sender::new(now.0))))
    }

    /// What time it is.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that looks at the clock on the wall")]
    pub fn now(&self) -> Millis {
        match &self.0 {
            Hands::System => Millis(
                SystemTime::now()
                    .duration_since(UNIX_EPOCH)
                    .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)),
            ),
            Hands::Manual(now) => Millis(*now.borrow()),
        }
    }

    /// Moves a manual clock forward by `millis`; the clock on the wall goes its own way.
    pub fn advance(&self, millis: i64) {
        if let Hands::Manual(now) = &self.0 {
            now.send_modify(|now| *now += millis);
        }
    }

    /// Waits until it is `at`; not at all where it is later already.
    pub async fn sleep_until(&self, at: Millis) {
        match &self.0 {
            Hands::System => {
                let left = at.0.saturating_sub(self.now().0);
                tokio::time::sleep(Duration::from_millis(u64::try_from(left).unwrap_or(0))).await;
            }
            Hands::Manual(now) => {
                // The clock itself holds the other end: it does not close while somebody waits for it.
                let _ = now.subscribe().wait_for(|now| *now >= at.0).await;
            }
        }
    }
}
