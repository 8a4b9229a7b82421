//! What time it is, as a dependency: tests advance it, nothing else reads the system clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use model::Millis;

/// Tells the time. Clones of a manual clock share their hands.
#[derive(Clone, Debug)]
pub struct Clock(Hands);

#[derive(Clone, Debug)]
enum Hands {
    System,
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The clock on the wall.
    pub fn system() -> Self {
        Self(Hands::System)
    }

    /// A clock that stands at `now` until it is advanced.
    pub fn manual(now: Millis) -> Self {
        Self(Hands::Manual(Arc::new(AtomicI64::new(now.0))))
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
            Hands::Manual(now) => Millis(now.load(Ordering::SeqCst)),
        }
    }

    /// Moves a manual clock forward by `millis`; the clock on the wall goes its own way.
    pub fn advance(&self, millis: i64) {
        if let Hands::Manual(now) = &self.0 {
            now.fetch_add(millis, Ordering::SeqCst);
        }
    }
}
