use model::{ArticleId, Comment, CommentId, CommentState, Millis, NewComment};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::deciding::rfc3339;
use super::{CommentLine, Imported};
use crate::{Error, Result};

/// A comment that came in with a key.
pub(super) struct First {
    pub id: CommentId,
    pub state: CommentState,
    article: ArticleId,
    parent: Option<CommentId>,
    name: String,
    email: String,
    body: String,
}

impl First {
    pub fn says_the_same(&self, new: &NewComment) -> bool {
        (self.article, self.parent) == (new.article_id, new.parent_id)
            && (&self.name, &self.email, &self.body) == (&new.name, &new.email, &new.body)
    }
}

/// What deciding on a comment needs to know of it.
pub(super) struct Standing {
    pub article: ArticleId,
    pub state: CommentState,
    pub imported: bool,
}

/// How many comments answer one.
pub(super) struct Answers {
    pub all: i64,
    pub approved: i64,
}

/// What importing a comment again needs to know of it.
pub(super) struct Known {
    pub id: CommentId,
    pub article: ArticleId,
    pub state: CommentState,
    pub decided: bool,
    pub erased: bool,
}

/// All comments of an article, oldest first; those that are not approved without their words.
pub(super) async fn of_article(
    connection: &mut AnyConnection,
    article: ArticleId,
) -> Result<Vec<(Comment, CommentState)>> {
    let rows = sqlx::query(
        "select id, state, parent_id, posted_at,
                case when state = 'approved' then name else '' end,
                case when state = 'approved' then body else '' end
           from comments
          where article_id = $1
          order by posted_at, id",
    )
    .bind(article.0)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let comment = Comment {
                id: CommentId(row.try_get(0)?),
                parent_id: row.try_get::<Option<i64>, _>(2)?.map(CommentId),
                posted_at: Millis(row.try_get(3)?),
                name: row.try_get(4)?,
                body: row.try_get(5)?,
            };
            Ok((comment, state(row)?))
        })
        .collect()
}

pub(super) async fn by_key(connection: &mut AnyConnection, key: &str) -> Result<Option<First>> {
    let row = sqlx::query(
        "select id, state, article_id, parent_id, name, email, body from comments where idempotency_key = $1",
    )
    .bind(key)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        Ok(First {
            id: CommentId(row.try_get(0)?),
            state: state(&row)?,
            article: ArticleId(row.try_get(2)?),
            parent: row.try_get::<Option<i64>, _>(3)?.map(CommentId),
            name: row.try_get(4)?,
            email: row.try_get(5)?,
            body: row.try_get(6)?,
        })
    })
    .transpose()
}

pub(super) async fn is_listed(connection: &mut AnyConnection, article: ArticleId) -> Result<bool> {
    let row = sqlx::query("select id from articles where id = $1 and listed_at is not null").bind(article.0);
    Ok(row.fetch_optional(connection).await?.is_some())
}

pub(super) async fn is_approved(connection: &mut AnyConnection, article: ArticleId, id: CommentId) -> Result<bool> {
    let row =
        sqlx::query("select id from comments where id = $1 and article_id = $2 and state = 'approved' and body <> ''")
            .bind(id.0)
            .bind(article.0)
            .fetch_optional(connection)
            .await?;
    Ok(row.is_some())
}

/// Writes a new comment; none where its key is taken.
pub(super) async fn insert(
    tx: &mut AnyConnection,
    new: &NewComment,
    state: CommentState,
    at: Millis,
) -> Result<Option<CommentId>> {
    let id: Option<i64> = sqlx::query_scalar(
        "insert into comments (article_id, parent_id, idempotency_key, name, email, body, state, posted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (idempotency_key) do nothing
         returning id",
    )
    .bind(new.article_id.0)
    .bind(new.parent_id.map(|parent| parent.0))
    .bind(&new.key)
    .bind(&new.name)
    .bind(&new.email)
    .bind(&new.body)
    .bind(state.as_str())
    .bind(at.0)
    .fetch_optional(tx)
    .await?;
    Ok(id.map(CommentId))
}

pub(super) async fn lines(
    connection: &mut AnyConnection,
    only: Option<CommentState>,
    after: i64,
    limit: i64,
) -> Result<Vec<CommentLine>> {
    let rows = sqlx::query(
        "select comments.id, comments.state, comments.article_id, articles.path, comments.name, comments.body,
                comments.posted_at
           from comments
           join articles on articles.id = comments.article_id
          where comments.id > $1 and comments.state like $2
          order by comments.id
          limit $3",
    )
    .bind(after)
    .bind(only.map_or("%", CommentState::as_str))
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            let article: i64 = row.try_get(2)?;
            Ok(CommentLine {
                id: CommentId(row.try_get(0)?),
                state: state(row)?,
                article: row.try_get::<Option<String>, _>(3)?.unwrap_or_else(|| format!("/a/{article}")),
                name: row.try_get(4)?,
                body: row.try_get(5)?,
                posted_at: rfc3339(Millis(row.try_get(6)?)),
            })
        })
        .collect()
}

pub(super) async fn standing(tx: &mut AnyConnection, id: CommentId) -> Result<Option<Standing>> {
    let row = sqlx::query("select id, state, article_id, ref from comments where id = $1")
        .bind(id.0)
        .fetch_optional(tx)
        .await?;
    row.map(|row| {
        Ok(Standing {
            article: ArticleId(row.try_get(2)?),
            state: state(&row)?,
            imported: row.try_get::<Option<String>, _>(3)?.is_some(),
        })
    })
    .transpose()
}

pub(super) async fn answers(tx: &mut AnyConnection, id: CommentId) -> Result<Answers> {
    let row = sqlx::query(
        "select count(*), count(case when state = 'approved' then 1 end) from comments where parent_id = $1",
    )
    .bind(id.0)
    .fetch_one(tx)
    .await?;
    Ok(Answers { all: row.try_get(0)?, approved: row.try_get(1)? })
}

pub(super) async fn decide(
    tx: &mut AnyConnection,
    id: CommentId,
    state: CommentState,
    at: Millis,
    by: &str,
) -> Result<()> {
    sqlx::query("update comments set state = $2, decided_at = $3, decided_by = $4 where id = $1")
        .bind(id.0)
        .bind(state.as_str())
        .bind(at.0)
        .bind(by)
        .execute(tx)
        .await?;
    Ok(())
}

/// Takes the words out of a comment.
pub(super) async fn blank(
    tx: &mut AnyConnection,
    id: CommentId,
    state: CommentState,
    at: Millis,
    by: &str,
) -> Result<()> {
    sqlx::query("update comments set name = '', email = '', body = '' where id = $1")
        .bind(id.0)
        .execute(&mut *tx)
        .await?;
    decide(tx, id, state, at, by).await
}

pub(super) async fn delete(tx: &mut AnyConnection, id: CommentId) -> Result<()> {
    sqlx::query("delete from comments where id = $1").bind(id.0).execute(tx).await?;
    Ok(())
}

pub(super) async fn recount(tx: &mut AnyConnection, article: ArticleId) -> Result<()> {
    sqlx::query(
        "update articles
            set comments = (select count(*)
                              from comments
                             where comments.article_id = articles.id
                               and comments.state = 'approved'
                               and comments.body <> '')
          where id = $1",
    )
    .bind(article.0)
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn by_reference(tx: &mut AnyConnection, reference: &str) -> Result<Option<Known>> {
    let row = sqlx::query(
        "select id, state, article_id, decided_at, case when body = '' then 1 else 0 end from comments where ref = $1",
    )
    .bind(reference)
    .fetch_optional(tx)
    .await?;
    row.map(|row| {
        Ok(Known {
            id: CommentId(row.try_get(0)?),
            state: state(&row)?,
            article: ArticleId(row.try_get(2)?),
            decided: row.try_get::<Option<i64>, _>(3)?.is_some(),
            erased: row.try_get::<i64, _>(4)? == 1,
        })
    })
    .transpose()
}

pub(super) async fn parent(tx: &mut AnyConnection, id: CommentId) -> Result<Option<CommentId>> {
    let parent: Option<i64> =
        sqlx::query_scalar("select parent_id from comments where id = $1").bind(id.0).fetch_one(tx).await?;
    Ok(parent.map(CommentId))
}

pub(super) async fn insert_imported(
    tx: &mut AnyConnection,
    article: ArticleId,
    parent: Option<CommentId>,
    comment: &Imported,
) -> Result<()> {
    sqlx::query(
        "insert into comments (article_id, parent_id, ref, name, email, body, state, posted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(article.0)
    .bind(parent.map(|parent| parent.0))
    .bind(&comment.reference)
    .bind(&comment.name)
    .bind(&comment.email)
    .bind(&comment.body)
    .bind(comment.state.as_str())
    .bind(comment.posted_at.0)
    .execute(tx)
    .await?;
    Ok(())
}

/// Writes a comment again; false where nothing is new.
pub(super) async fn update_imported(
    tx: &mut AnyConnection,
    id: CommentId,
    parent: Option<CommentId>,
    state: CommentState,
    comment: &Imported,
) -> Result<bool> {
    let updated = sqlx::query(
        "update comments set parent_id = $2, name = $3, email = $4, body = $5, state = $6, posted_at = $7
          where id = $1
            and (coalesce(parent_id, 0) <> coalesce($2, 0) or name <> $3 or email <> $4 or body <> $5 or state <> $6
                 or posted_at <> $7)",
    )
    .bind(id.0)
    .bind(parent.map(|parent| parent.0))
    .bind(&comment.name)
    .bind(&comment.email)
    .bind(&comment.body)
    .bind(state.as_str())
    .bind(comment.posted_at.0)
    .execute(tx)
    .await?;
    Ok(updated.rows_affected() > 0)
}

/// The state of a comment, from a row that begins with its id and state.
fn state(row: &AnyRow) -> Result<CommentState> {
    let word: String = row.try_get(1)?;
    CommentState::parse(&word).ok_or_else(|| Error::Corrupt {
        table: "comments",
        column: "state",
        row: row.try_get(0).unwrap_or_default(),
        why: format!("\"{word}\" is not a state"),
    })
}
