use sqlx::AnyConnection;

use crate::Result;

pub(super) async fn keep(tx: &mut AnyConnection, hash: &str) -> Result<()> {
    sqlx::query("insert into settings (name, value) values ('wizard', $1) on conflict (name) do update set value = excluded.value")
        .bind(hash)
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn read(connection: &mut AnyConnection) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("select value from settings where name = 'wizard'").fetch_optional(connection).await?)
}

/// Takes the token away; false where it is not this one, or somebody else was quicker.
pub(super) async fn take(tx: &mut AnyConnection, hash: &str) -> Result<bool> {
    let taken = sqlx::query("delete from settings where name = 'wizard' and value = $1").bind(hash).execute(tx).await?;
    Ok(taken.rows_affected() == 1)
}
