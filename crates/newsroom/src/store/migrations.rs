//! The tables, brought up to date when the database opens. Migrations come in pairs with equal names.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AnyPool, SqlSafeStr};

use super::{Engine, OpenError};

macro_rules! migrations {
    ($engine:literal: $($version:literal $name:literal),+ $(,)?) => {
        vec![$(Migration::new(
            $version,
            $name.into(),
            MigrationType::Simple,
            include_str!(concat!("../../migrations/", $engine, "/", $name, ".sql")).into_sql_str(),
            false,
        )),+]
    };
}

pub(super) async fn run(engine: Engine, pool: &AnyPool, database: &str) -> Result<(), OpenError> {
    let migrations = match engine {
        Engine::Sqlite => migrations!("sqlite": 1 "0001_paper", 2 "0002_people", 3 "0003_stories", 4 "0004_drafts"),
        Engine::Postgres => migrations!("postgres": 1 "0001_paper", 2 "0002_people", 3 "0003_stories", 4 "0004_drafts"),
    };
    let known = migrations.len() as i64;
    let failed = |why: String| OpenError::Database { database: database.to_owned(), why };

    let mut connection = pool.acquire().await.map_err(|why| failed(why.to_string()))?;
    let migrator = Migrator::with_migrations(migrations);
    match migrator.run(&mut *connection).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(migration)) if migration > known => {
            Err(OpenError::Newer { database: database.to_owned(), migration })
        }
        Err(why) => Err(failed(why.to_string())),
    }
}
