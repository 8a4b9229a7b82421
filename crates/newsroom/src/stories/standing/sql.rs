use model::{ArticleId, Millis, StoryState, UserId, VersionKind};
use sqlx::{AnyConnection, Row};

use super::{Schedule, Standing};
use crate::{Error, Result};

/// Keeps others from changing a story until the transaction ends; the one way that both engines have.
pub(super) async fn lock(tx: &mut AnyConnection, id: ArticleId) -> Result<()> {
    sqlx::query("update stories set state = state where article_id = $1").bind(id.0).execute(tx).await?;
    Ok(())
}

pub(super) async fn standing(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<Standing>> {
    let row = sqlx::query(
        "select s.state, s.owner_id, a.version, a.listed_at, a.withdrawn_at, s.embargo_until,
                s.scheduled_at, s.scheduled_by, s.schedule_kind, s.schedule_note, s.deleted_from
           from stories s
           join articles a on a.id = s.article_id
          where s.article_id = $1",
    )
    .bind(id.0)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let moment = |column: usize| row.try_get::<Option<i64>, _>(column).map(|at| at.map(Millis));
        let text = |column: usize| row.try_get::<Option<String>, _>(column);
        let schedule = match moment(6)? {
            None => None,
            Some(at) => Some(Schedule {
                at,
                by: text(7)?.unwrap_or_default(),
                kind: text(8)?.as_deref().and_then(VersionKind::parse),
                note: text(9)?.unwrap_or_default(),
            }),
        };
        Ok(Standing {
            id,
            state: state(row.try_get(0)?, id)?,
            owner: row.try_get::<Option<i64>, _>(1)?.map(UserId),
            version: row.try_get(2)?,
            listed: moment(3)?.is_some(),
            withdrawn: moment(4)?.is_some(),
            embargo_until: moment(5)?,
            schedule,
            deleted_from: text(10)?.as_deref().and_then(StoryState::parse),
        })
    })
    .transpose()
}

fn state(word: &str, id: ArticleId) -> Result<StoryState> {
    StoryState::parse(word).ok_or_else(|| Error::Corrupt {
        table: "stories",
        column: "state",
        row: id.0,
        why: format!("{word} is no state"),
    })
}
