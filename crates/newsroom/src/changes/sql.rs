use model::Millis;
use sqlx::{AnyConnection, Row};

use super::{Change, ChangeKind};
use crate::Result;

pub(super) async fn latest(connection: &mut AnyConnection) -> Result<i64> {
    Ok(sqlx::query_scalar("select coalesce(max(seq), 0) from changes").fetch_one(connection).await?)
}

pub(super) async fn since(connection: &mut AnyConnection, seq: i64) -> Result<Vec<Change>> {
    let rows = sqlx::query("select seq, kind, subject, at from changes where seq > $1 order by seq limit 1000")
        .bind(seq)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Change {
                seq: row.try_get(0)?,
                kind: ChangeKind::parse(row.try_get(1)?),
                subject: row.try_get(2)?,
                at: Millis(row.try_get(3)?),
            })
        })
        .collect()
}

pub(super) async fn insert(tx: &mut AnyConnection, kind: ChangeKind, subject: i64, at: Millis) -> Result<()> {
    sqlx::query("insert into changes (kind, subject, at) values ($1, $2, $3)")
        .bind(kind.as_str())
        .bind(subject)
        .bind(at.0)
        .execute(tx)
        .await?;
    Ok(())
}

/// Waits for its turn to append; PostgreSQL only.
pub(super) async fn lock(tx: &mut AnyConnection) -> Result<()> {
    sqlx::query("select 1 from (select pg_advisory_xact_lock(7236112)) as turn").execute(tx).await?;
    Ok(())
}
