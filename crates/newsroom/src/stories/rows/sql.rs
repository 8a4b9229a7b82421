use model::{ArticleId, Millis, SectionId, UserId};
use sqlx::{AnyConnection, Row};

use super::Told;
use crate::Result;

pub(super) async fn insert(
    tx: &mut AnyConnection,
    id: ArticleId,
    told: &Told,
    owner: Option<UserId>,
    by: &str,
    at: Millis,
) -> Result<()> {
    sqlx::query(
        "insert into stories (article_id, state, owner_id, headline, section_id, byline, words, folded,
                              edited_at, edited_by, changed)
         values ($1, 'draft', $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(id.0)
    .bind(owner.map(|owner| owner.0))
    .bind(&told.headline)
    .bind(told.section.0)
    .bind(&told.byline)
    .bind(told.words)
    .bind(told.folded())
    .bind(at.0)
    .bind(by)
    .bind(i64::from(told.changed))
    .execute(tx)
    .await?;
    Ok(())
}

/// Makes or renews the row of an imported article.
pub(super) async fn enter(tx: &mut AnyConnection, id: ArticleId, told: &Told, at: Millis) -> Result<()> {
    sqlx::query(
        "insert into stories (article_id, state, headline, section_id, byline, words, folded, edited_at, edited_by,
                              changed)
         select a.id,
                case when a.listed_at is not null then 'published'
                     when a.withdrawn_at is not null then 'withdrawn' else 'draft' end,
                $2, $3, $4, $5, $6, $7, 'import', case when a.version = 0 then 1 else $8 end
           from articles a
          where a.id = $1
         on conflict (article_id) do update
            set state = case when excluded.state = 'published' then 'published' else stories.state end,
                headline = excluded.headline, section_id = excluded.section_id, byline = excluded.byline,
                words = excluded.words, folded = excluded.folded, edited_at = excluded.edited_at,
                edited_by = excluded.edited_by, changed = excluded.changed",
    )
    .bind(id.0)
    .bind(&told.headline)
    .bind(told.section.0)
    .bind(&told.byline)
    .bind(told.words)
    .bind(told.folded())
    .bind(at.0)
    .bind(i64::from(told.changed))
    .execute(tx)
    .await?;
    Ok(())
}

/// What the row says now.
pub(super) async fn told(connection: &mut AnyConnection, id: ArticleId) -> Result<Option<Told>> {
    let row = sqlx::query("select headline, section_id, byline, words, changed from stories where article_id = $1")
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        Ok(Told {
            headline: row.try_get(0)?,
            section: SectionId(row.try_get(1)?),
            byline: row.try_get(2)?,
            words: row.try_get(3)?,
            changed: row.try_get::<i64, _>(4)? != 0,
        })
    })
    .transpose()
}

pub(super) async fn tell(tx: &mut AnyConnection, id: ArticleId, told: &Told, by: &str, at: Millis) -> Result<()> {
    sqlx::query(
        "update stories set headline = $2, section_id = $3, byline = $4, words = $5, folded = $6, changed = $7,
                            edited_at = $8, edited_by = $9
          where article_id = $1",
    )
    .bind(id.0)
    .bind(&told.headline)
    .bind(told.section.0)
    .bind(&told.byline)
    .bind(told.words)
    .bind(told.folded())
    .bind(i64::from(told.changed))
    .bind(at.0)
    .bind(by)
    .execute(tx)
    .await?;
    Ok(())
}
