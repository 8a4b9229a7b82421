//! What can go wrong inside. It never crosses the wire: it becomes an [`AppError`], and is logged once on the way.

use model::AppError;

/// The result of whatever the newsroom does.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong inside the newsroom.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules say no; the reader may know why.
    #[error(transparent)]
    App(#[from] AppError),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A row holds what no row should.
    #[error("{table}.{column} of row {row} cannot be read: {why}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// Which row.
        row: i64,
        /// What is wrong with it.
        why: String,
    },
    /// The media store failed.
    #[error("media store: {0}")]
    Media(#[from] object_store::Error),
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// A task of ours ended before it answered.
    #[error("a background task ended early: {0}")]
    Task(#[from] tokio::task::JoinError),
}

impl Error {
    /// What a reader may know. Whatever is ours is logged here, once, under the reference that the reader is given.
    pub fn into_app(self) -> AppError {
        if let Self::App(error) = self {
            return error;
        }
        let unavailable = matches!(&self, Self::Database(sqlx::Error::PoolTimedOut | sqlx::Error::Io(_)));
        let trace = reference();
        tracing::error!(trace.id = %trace, error = %self, "a request failed");
        if unavailable { AppError::Unavailable } else { AppError::Internal { trace } }
    }
}

impl From<Error> for AppError {
    fn from(error: Error) -> Self {
        error.into_app()
    }
}

/// Eight hex digits that tie an answer to its log line.
fn reference() -> String {
    let mut bytes = [0_u8; 4];
    // Without randomness the reference is dull, not wrong.
    let _ = getrandom::fill(&mut bytes);
    format!("{:08x}", u32::from_be_bytes(bytes))
}
