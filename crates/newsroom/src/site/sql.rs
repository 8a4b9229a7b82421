use sqlx::AnyConnection;

use crate::Result;

pub(super) async fn read(connection: &mut AnyConnection) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("select value from settings where name = 'site'").fetch_optional(connection).await?)
}

pub(super) async fn write(tx: &mut AnyConnection, value: &str) -> Result<()> {
    sqlx::query("insert into settings (name, value) values ('site', $1) on conflict (name) do update set value = excluded.value")
        .bind(value)
        .execute(tx)
        .await?;
    Ok(())
}
