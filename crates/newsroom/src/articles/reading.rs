//! Reading one article, in a handful of statements.

use model::{Actor, AppError, Article, ArticleContent, ArticleId};
use sqlx::AnyConnection;

use super::sql::{self, ArticleRow};
use super::{Articles, cards};
use crate::{Error, Result, bylines, paths, pictures, tags};

impl Articles<'_> {
    /// The article at a canonical path.
    ///
    /// `None` where none ever was; [`AppError::Gone`] for readers where it was withdrawn.
    pub async fn read(&self, actor: &Actor, path: &str) -> Result<Option<Article>> {
        if !paths::could_exist(path) {
            return Ok(None);
        }
        let mut connection = self.newsroom.store().read().await?;
        let Some(row) = sql::by_path(&mut connection, path).await? else { return Ok(None) };
        if row.withdrawn_at.is_some() && !actor.is_staff() {
            return Err(AppError::Gone.into());
        }
        complete(&mut connection, row).await.map(Some)
    }

    /// An article by its id, as last published. Readers get those on the site only.
    pub async fn get(&self, actor: &Actor, id: ArticleId) -> Result<Option<Article>> {
        let mut connection = self.newsroom.store().read().await?;
        match sql::by_id(&mut connection, id).await? {
            Some(row) if row.withdrawn_at.is_none() || actor.is_staff() => {
                complete(&mut connection, row).await.map(Some)
            }
            _ => Ok(None),
        }
    }

    /// The canonical path of an article on the site.
    pub async fn path_of(&self, id: ArticleId) -> Result<Option<String>> {
        sql::path_of(&mut *self.newsroom.store().read().await?, id).await
    }
}

/// Adds to a row what other tables know.
async fn complete(connection: &mut AnyConnection, row: ArticleRow) -> Result<Article> {
    let content: ArticleContent = serde_json::from_str(&row.content).map_err(|why| Error::Corrupt {
        table: "article_versions",
        column: "content",
        row: row.id.0,
        why: why.to_string(),
    })?;
    let lead = content.lead_image.iter().map(|image| &image.picture);
    let figures = content.body.figures().map(|figure| &figure.picture);
    let mut hashes: Vec<String> = lead.chain(figures).cloned().collect();
    hashes.sort_unstable();
    hashes.dedup();
    let library = pictures::by_hashes(connection, &hashes).await?;
    let byline = bylines::of_article(connection, row.id).await?;
    let tags = tags::of_article(connection, row.id).await?;
    let translations = sql::translations(connection, row.id, row.translation_group).await?;
    let lead_image = content.lead_image.and_then(|image| cards::with_picture(image, &library));
    let pictures = content.body.figures().filter_map(|figure| library.get(&figure.picture).cloned()).collect();
    Ok(Article {
        id: row.id,
        version: row.version,
        lang: content.lang,
        path: row.path,
        kicker: content.kicker,
        headline: content.headline,
        standfirst: content.standfirst,
        excerpt: row.excerpt,
        section: row.section,
        byline,
        tags,
        published_at: row.published_at,
        updated_at: row.updated_at,
        lead_image,
        pictures,
        body: content.body,
        copyright: content.copyright,
        views: row.views,
        comments: row.comments,
        translations,
        words: row.words as u32,
    })
}
