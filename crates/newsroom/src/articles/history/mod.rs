//! What readers may know of how articles changed: their published versions, and the corrections of all of them.

mod sql;

use model::{AppError, ArticleContent, ArticleId, Correction, History, PAGE_SIZE, Page, PastVersion, VersionLine};
use sqlx::AnyConnection;

use super::sql::ArticleRow;
use super::{Articles, compare, reading, versions};
use crate::{Error, Result, paths};

impl Articles<'_> {
    /// The published versions of the article at a canonical path.
    ///
    /// `None` where none ever was; [`AppError::Gone`] where it was withdrawn, whoever asks: the desk has its own list.
    pub async fn history(&self, path: &str) -> Result<Option<History>> {
        let mut connection = self.newsroom.store().read().await?;
        let Some(row) = public(&mut connection, path).await? else { return Ok(None) };
        let versions = versions::lines(&mut connection, row.id).await?.into_iter().map(unsigned).collect();
        let today = reading::content_of(&row)?;
        Ok(Some(History {
            id: row.id,
            lang: today.lang,
            headline: today.headline,
            path: row.path,
            section: row.section,
            versions,
        }))
    }

    /// A published version of the article at a canonical path, with what changed since the one before.
    ///
    /// `None` and errors as in [`Articles::history`].
    pub async fn version(&self, path: &str, number: i64) -> Result<Option<PastVersion>> {
        let mut connection = self.newsroom.store().read().await?;
        let Some(row) = public(&mut connection, path).await? else { return Ok(None) };
        let (id, latest) = (row.id, row.version);
        let lines = versions::lines(&mut connection, id).await?;
        let Some(version) = lines.into_iter().find(|line| line.number == number) else { return Ok(None) };
        let then = content(&mut connection, id, number).await?;
        let before = if number > 1 { Some(content(&mut connection, id, number - 1).await?) } else { None };
        let article = reading::dressed(&mut connection, row, then.clone()).await?;
        drop(connection);
        let changes = match before {
            Some(before) => Some(tokio::task::spawn_blocking(move || compare(&before, &then)).await?),
            None => None,
        };
        Ok(Some(PastVersion { article, version: unsigned(version), latest, changes }))
    }

    /// The line that somebody left at the address of a withdrawn article; none where nobody left one.
    pub async fn last_words(&self, path: &str) -> Result<Option<String>> {
        let Some(key) = paths::known_as(path) else { return Ok(None) };
        sql::last_words(&mut *self.newsroom.store().read().await?, &key).await
    }

    /// A page of what readers were told was wrong or unclear, latest first, of the articles on the site.
    pub async fn corrections(&self, page: u32) -> Result<Page<Correction>> {
        let number = page.max(1);
        let mut connection = self.newsroom.store().read().await?;
        let total = sql::count_corrections(&mut connection).await?;
        let offset = i64::from(number - 1) * i64::from(PAGE_SIZE);
        let items = sql::corrections(&mut connection, i64::from(PAGE_SIZE), offset).await?;
        let pages = (total.unsigned_abs() as u32).div_ceil(PAGE_SIZE).max(1);
        Ok(Page { items, number, pages, total })
    }
}

/// What a version says, word for word.
pub(crate) async fn content(connection: &mut AnyConnection, id: ArticleId, number: i64) -> Result<ArticleContent> {
    let version = versions::get(connection, id, number).await?.ok_or(AppError::NotFound)?;
    serde_json::from_str(&version.content).map_err(|why| Error::Corrupt {
        table: "article_versions",
        column: "content",
        row: id.0,
        why: why.to_string(),
    })
}

/// The article on the site at a canonical path.
async fn public(connection: &mut AnyConnection, path: &str) -> Result<Option<ArticleRow>> {
    if !paths::could_exist(path) {
        return Ok(None);
    }
    match super::sql::by_path(connection, path).await? {
        Some(row) if row.withdrawn_at.is_some() => Err(AppError::Gone.into()),
        row => Ok(row),
    }
}

/// Who published a version is the desk's business.
fn unsigned(line: VersionLine) -> VersionLine {
    VersionLine { by: String::new(), ..line }
}
