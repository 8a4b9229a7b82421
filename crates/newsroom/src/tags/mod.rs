//! Tags.

mod sql;

use model::{Actor, AppError, ArticleId, Tag, TagId};
use sqlx::AnyConnection;

use crate::articles::Names;
use crate::{Newsroom, Result, paths};

/// The door to the tags.
#[derive(Debug)]
pub struct Tags<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

impl Tags<'_> {
    /// The tag at `/tag/{slug}/`.
    pub async fn by_slug(&self, slug: &str) -> Result<Option<Tag>> {
        if !paths::could_exist(slug) {
            return Ok(None);
        }
        sql::by_slug(&mut *self.newsroom.store().read().await?, slug).await
    }

    /// The tags by name, the most used first: at most two hundred.
    pub async fn names(&self, actor: &Actor) -> Result<Vec<String>> {
        if !actor.is_staff() {
            return Err(AppError::SignInRequired.into());
        }
        sql::names(&mut *self.newsroom.store().read().await?).await
    }
}

/// The tags of an article as last published, in order.
pub(crate) async fn of_article(connection: &mut AnyConnection, id: ArticleId) -> Result<Vec<Tag>> {
    sql::of_article(connection, id.0).await
}

/// The tag of a name, made where there is none. Names that differ only in case are one tag; C and C++ are two.
pub(crate) async fn ensure(tx: &mut AnyConnection, names: &mut Names, name: &str) -> Result<TagId> {
    if let Some(id) = names.tags.get(name) {
        return Ok(*id);
    }
    let id = match sql::by_name(tx, name).await? {
        Some(id) => id,
        None => alike_or_new(tx, name).await?,
    };
    names.tags.insert(name.to_owned(), id);
    Ok(id)
}

async fn alike_or_new(tx: &mut AnyConnection, name: &str) -> Result<TagId> {
    let stem = paths::slug(name, "tag");
    for slug in paths::numbered(&stem) {
        match sql::by_slug(tx, &slug).await? {
            None => return sql::insert(tx, name, &slug).await,
            Some(tag) if tag.name.to_lowercase() == name.to_lowercase() => return Ok(tag.id),
            Some(_) => {}
        }
    }
    unreachable!("there is always another number")
}
