//! Bylines: who signs. Credits, not accounts.

mod sql;

use model::{Actor, AppError, ArticleId, Author, AuthorId, Credit};
use sqlx::AnyConnection;

use crate::articles::Names;
use crate::changes::{self, ChangeKind};
use crate::{Newsroom, Result, paths, pictures};

/// The door to the bylines.
#[derive(Debug)]
pub struct Bylines<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

impl Bylines<'_> {
    /// The author at `/author/{slug}/`.
    pub async fn by_slug(&self, slug: &str) -> Result<Option<Author>> {
        if !paths::could_exist(slug) {
            return Ok(None);
        }
        let mut connection = self.newsroom.store().read().await?;
        let Some(row) = sql::by_slug(&mut connection, slug).await? else { return Ok(None) };
        let portrait = match row.portrait {
            None => None,
            Some(hash) => pictures::by_hashes(&mut connection, std::slice::from_ref(&hash)).await?.remove(&hash),
        };
        Ok(Some(Author { id: row.id, name: row.name, slug: row.slug, role: row.role, bio: row.bio, portrait }))
    }

    /// The names that sign, the most used first: at most two hundred.
    pub async fn names(&self, actor: &Actor) -> Result<Vec<String>> {
        if !actor.is_staff() {
            return Err(AppError::SignInRequired.into());
        }
        sql::names(&mut *self.newsroom.store().read().await?).await
    }

    /// Makes an author, or changes what is said of the one who has this name. An author once made keeps their slug.
    pub async fn describe(
        &self,
        actor: &Actor,
        name: &str,
        slug: Option<&str>,
        role: Option<&str>,
        bio: Option<&str>,
    ) -> Result<AuthorId> {
        if !actor.may_edit_all() {
            return Err(AppError::Forbidden.into());
        }
        let name = name.trim();
        if name.is_empty() {
            return Err(AppError::invalid("name", "an author has a name").into());
        }
        let mut tx = self.newsroom.store().write().await?;
        let id = find_or_make(&mut tx, name, slug.unwrap_or(name)).await?;
        sql::describe(&mut tx, id, role, bio).await?;
        changes::append(&mut tx, self.newsroom.store(), ChangeKind::Author, id.0, self.newsroom.now()).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        Ok(id)
    }
}

/// The byline of an article as last published, in order.
pub(crate) async fn of_article(connection: &mut AnyConnection, id: ArticleId) -> Result<Vec<Credit>> {
    sql::of_article(connection, id.0).await
}

/// The author of a name, made where there is none. Names that differ only in case are one author.
pub(crate) async fn ensure(tx: &mut AnyConnection, names: &mut Names, name: &str) -> Result<AuthorId> {
    if let Some(id) = names.authors.get(name) {
        return Ok(*id);
    }
    let id = find_or_make(tx, name, name).await?;
    names.authors.insert(name.to_owned(), id);
    Ok(id)
}

async fn find_or_make(tx: &mut AnyConnection, name: &str, slug: &str) -> Result<AuthorId> {
    if let Some(id) = sql::by_name(tx, name).await? {
        return Ok(id);
    }
    let stem = paths::slug(slug, "firma");
    for slug in paths::numbered(&stem) {
        match sql::by_slug(tx, &slug).await? {
            None => return sql::insert(tx, name, &slug).await,
            Some(author) if author.name.to_lowercase() == name.to_lowercase() => return Ok(author.id),
            Some(_) => {}
        }
    }
    unreachable!("there is always another number")
}
