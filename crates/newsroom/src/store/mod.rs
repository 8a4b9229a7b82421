//! The database: one SQL text over SQLite and PostgreSQL.
//!
//! SQLite has one writer and many readers, so there are two pools; on PostgreSQL both are the same one.
//! Statements live in each feature's `sql.rs`, take `&mut AnyConnection`, and use only what both engines share:
//! `$1` placeholders, BIGINT, TEXT, DOUBLE PRECISION and BLOB/BYTEA columns, RETURNING, ON CONFLICT.

mod migrations;

use std::path::Path;

use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Connection, Executor, Transaction};

use crate::Result;

/// Which database is underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in the data folder.
    Sqlite,
    /// A server elsewhere.
    Postgres,
}

/// Why the database could not be opened, as one sentence for whoever started the program.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be used.
    #[error("the data folder {folder} cannot be used: {why}")]
    Folder {
        /// The folder.
        folder: String,
        /// What the system said.
        why: std::io::Error,
    },
    /// The database does not open.
    #[error("the database {database} cannot be opened: {why}")]
    Database {
        /// The file, or the server without its password.
        database: String,
        /// What the driver said.
        why: String,
    },
    /// Mail cannot be sent with these settings.
    #[error("mail cannot be sent: {why}")]
    Mail {
        /// What is wrong with them.
        why: String,
    },
    /// The data comes from a later version of this program.
    #[error(
        "the data in {database} was written by a newer version of Redazione (it has migration {migration}); run that version, or restore a backup"
    )]
    Newer {
        /// The file, or the server without its password.
        database: String,
        /// The first migration that this program does not know.
        migration: i64,
    },
}

/// A transaction that writes.
pub(crate) type Tx = Transaction<'static, Any>;

/// A handle on the database; clones share its connections.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    engine: Engine,
    readers: AnyPool,
    writer: AnyPool,
}

/// How many connections read from SQLite at once, and how many there are to PostgreSQL.
const CONNECTIONS: u32 = 8;

impl Store {
    /// Opens the SQLite file `redazione.db` in `data`, or the `postgres://` address, and brings its tables up to date.
    pub async fn open(data: &Path, database_url: Option<&str>) -> Result<Self, OpenError> {
        install_default_drivers();
        let store = match database_url {
            Some(url) => Self::postgres(url).await?,
            None => Self::sqlite(data).await?,
        };
        let name = database_url.map_or_else(|| data.join(FILE).display().to_string(), without_password);
        migrations::run(store.engine, &store.writer, &name).await?;
        Ok(store)
    }

    async fn sqlite(data: &Path) -> Result<Self, OpenError> {
        let file = data.join(FILE);
        let failed =
            |why: sqlx::Error| OpenError::Database { database: file.display().to_string(), why: why.to_string() };
        let address = format!("sqlite://{}?mode=rwc", file.display());
        probe(&address, "pragma schema_version").await.map_err(failed)?;
        let writer = AnyPoolOptions::new()
            .max_connections(1)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    connection.execute("pragma journal_mode = wal").await?;
                    connection.execute(PRAGMAS).await.map(drop)
                })
            })
            .connect(&address)
            .await
            .map_err(failed)?;
        let readers = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .after_connect(|connection, _| Box::pin(async move { connection.execute(PRAGMAS).await.map(drop) }))
            .connect(&format!("sqlite://{}?mode=ro", file.display()))
            .await
            .map_err(failed)?;
        Ok(Self { engine: Engine::Sqlite, readers, writer })
    }

    async fn postgres(url: &str) -> Result<Self, OpenError> {
        let failed = |why: sqlx::Error| OpenError::Database { database: without_password(url), why: why.to_string() };
        probe(url, "select 1").await.map_err(failed)?;
        let pool = AnyPoolOptions::new().max_connections(CONNECTIONS).connect(url).await.map_err(failed)?;
        Ok(Self { engine: Engine::Postgres, readers: pool.clone(), writer: pool })
    }

    /// Which database is underneath.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A connection that only reads.
    pub async fn read(&self) -> Result<PoolConnection<Any>> {
        Ok(self.readers.acquire().await?)
    }

    /// A transaction that writes. Nothing of it is there until `commit`.
    ///
    /// On SQLite it takes the write lock at once: a read that turns into a write later fails without waiting.
    pub async fn write(&self) -> Result<Tx> {
        Ok(match self.engine {
            Engine::Sqlite => self.writer.begin_with("begin immediate").await?,
            Engine::Postgres => self.writer.begin().await?,
        })
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.writer.is_closed()
    }

    /// Closes every connection; on SQLite this also folds the write-ahead log back.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Opens the database once by hand: what is wrong is known at once, where a pool would try for half a minute.
async fn probe(address: &str, statement: &'static str) -> sqlx::Result<()> {
    let mut connection = AnyConnection::connect(address).await?;
    connection.execute(statement).await?;
    connection.close().await
}

const FILE: &str = "redazione.db";

/// The file is not mapped, and each connection caches only the two megabytes that are SQLite's default: whatever a
/// connection keeps is kept once for each of them, and the system has the file in memory anyway.
const PRAGMAS: &str = "pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000; \
                       pragma temp_store = memory;";

/// A database address fit for a message.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "(address not shown)".to_owned() };
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    format!("{scheme}://{host}")
}
