use model::{Actor, AuditLine, Millis};
use sqlx::{AnyConnection, Row};

use crate::Result;

pub(super) async fn list(connection: &mut AnyConnection, before: i64) -> Result<Vec<AuditLine>> {
    let rows =
        sqlx::query("select id, at, who, action, subject, detail from audit where id < $1 order by id desc limit 50")
            .bind(before)
            .fetch_all(connection)
            .await?;
    rows.iter()
        .map(|row| {
            Ok(AuditLine {
                id: row.try_get(0)?,
                at: Millis(row.try_get(1)?),
                who: row.try_get(2)?,
                action: row.try_get(3)?,
                subject: row.try_get(4)?,
                detail: row.try_get(5)?,
            })
        })
        .collect()
}

pub(super) async fn insert(
    tx: &mut AnyConnection,
    actor: &Actor,
    at: Millis,
    action: &str,
    subject: &str,
    detail: &str,
) -> Result<()> {
    sqlx::query("insert into audit (at, user_id, who, action, subject, detail) values ($1, $2, $3, $4, $5, $6)")
        .bind(at.0)
        .bind(actor.user().map(|user| user.0))
        .bind(actor.name())
        .bind(action)
        .bind(subject)
        .bind(detail)
        .execute(tx)
        .await?;
    Ok(())
}
