//! Whether a session still holds, asked while a socket is open.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use model::{Actor, AppError, SessionId};

type Answer = Pin<Box<dyn Future<Output = Result<Option<Actor>, AppError>> + Send>>;

/// Asks who a session belongs to now; none where it was revoked. Put into a request's extensions by whoever knows.
#[derive(Clone)]
pub struct SessionCheck(Arc<dyn Fn(SessionId) -> Answer + Send + Sync>);

impl SessionCheck {
    /// Asks by calling `ask`.
    pub fn new<Asked>(ask: impl Fn(SessionId) -> Asked + Send + Sync + 'static) -> Self
    where
        Asked: Future<Output = Result<Option<Actor>, AppError>> + Send + 'static,
    {
        Self(Arc::new(move |session| Box::pin(ask(session))))
    }

    /// Who the session belongs to now.
    pub async fn ask(&self, session: SessionId) -> Result<Option<Actor>, AppError> {
        (self.0)(session).await
    }
}

impl Default for SessionCheck {
    /// Nobody knows: every session has ended.
    fn default() -> Self {
        Self::new(|_| async { Ok(None) })
    }
}

impl fmt::Debug for SessionCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionCheck")
    }
}
