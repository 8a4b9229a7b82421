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
        let unavailable = matches!(&self, Self::Database(why) if is_passing(why));
        let trace = reference();
        tracing::error!(trace.id = %trace, error = %self, "a request failed");
        if unavailable { AppError::Unavailable } else { AppError::Internal { trace } }
    }
}

/// Whether a database says "not now": too much to do, no connection, going away. Asking again later may succeed.
fn is_passing(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed | sqlx::Error::Io(_) => true,
        sqlx::Error::Database(why) => why.code().is_some_and(|code| PASSING.contains(&&*code)),
        _ => false,
    }
}

/// SQLite: busy, also while a snapshot ages or a log is recovered, and locked. PostgreSQL: a transaction that lost to
/// others, no more connections, shutting down, crashed, starting up.
const PASSING: [&str; 11] = ["5", "517", "261", "6", "40001", "40P01", "53300", "57P01", "57P02", "57P03", "55P03"];

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
