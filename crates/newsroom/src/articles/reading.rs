//! Reading one article, in a handful of statements.

use model::{Actor, AppError, Article, ArticleContent, ArticleId, Credit, Millis, SectionRef};
use sqlx::AnyConnection;

use super::sql::{self, ArticleRow};
use super::{Articles, cards, versions};
use crate::{Error, Result, bylines, paths, pictures, stories, tags};

impl Articles<'_> {
    /// The article at a canonical path.
    ///
    /// `None` where none ever was; [`AppError::Gone`] where it was withdrawn, for all but those whose story it is.
    pub async fn read(&self, actor: &Actor, path: &str) -> Result<Option<Article>> {
        if !paths::could_exist(path) {
            return Ok(None);
        }
        let mut connection = self.newsroom.store().read().await?;
        let Some(row) = sql::by_path(&mut connection, path).await? else { return Ok(None) };
        if row.withdrawn_at.is_some() && !stories::is_seen_by(&mut connection, actor, row.id).await? {
            return Err(AppError::Gone.into());
        }
        complete(&mut connection, row).await.map(Some)
    }

    /// An article by its id, as last published. One that was withdrawn only those get whose story it is.
    pub async fn get(&self, actor: &Actor, id: ArticleId) -> Result<Option<Article>> {
        let mut connection = self.newsroom.store().read().await?;
        let Some(row) = sql::by_id(&mut connection, id).await? else { return Ok(None) };
        if row.withdrawn_at.is_some() && !stories::is_seen_by(&mut connection, actor, id).await? {
            return Ok(None);
        }
        complete(&mut connection, row).await.map(Some)
    }

    /// The canonical path of an article on the site.
    pub async fn path_of(&self, id: ArticleId) -> Result<Option<String>> {
        sql::path_of(&mut *self.newsroom.store().read().await?, id).await
    }
}

/// Adds to a row what other tables know.
async fn complete(connection: &mut AnyConnection, row: ArticleRow) -> Result<Article> {
    let content = content_of(&row)?;
    let (id, group) = (row.id, row.translation_group);
    let (byline, tags) = (bylines::of_article(connection, id).await?, tags::of_article(connection, id).await?);
    let translations = sql::translations(connection, id, group).await?;
    let notes = if row.version > 1 { versions::notes(connection, id).await? } else { Vec::new() };
    let article = dressed(connection, row, content).await?;
    Ok(Article { byline, tags, translations, notes, ..article })
}

/// What the latest version says.
pub(super) fn content_of(row: &ArticleRow) -> Result<ArticleContent> {
    serde_json::from_str(&row.content).map_err(|why| Error::Corrupt {
        table: "article_versions",
        column: "content",
        row: row.id.0,
        why: why.to_string(),
    })
}

/// An article that was never read by anybody, as its page will show it: without an address, readings and dates.
pub(crate) async fn shown(
    connection: &mut AnyConnection,
    id: ArticleId,
    section: SectionRef,
    content: ArticleContent,
) -> Result<Article> {
    let row = ArticleRow {
        id,
        version: 0,
        path: String::new(),
        excerpt: String::new(),
        section,
        published_at: Millis(0),
        updated_at: None,
        withdrawn_at: None,
        translation_group: 0,
        words: i64::from(content.body.words()),
        views: 0,
        comments: 0,
        content: String::new(),
    };
    dressed(connection, row, content).await
}

/// An article that says `content`, with its pictures. Who signs is known by name only, tags and notes are not.
pub(super) async fn dressed(
    connection: &mut AnyConnection,
    row: ArticleRow,
    content: ArticleContent,
) -> Result<Article> {
    let lead = content.lead_image.iter().map(|image| &image.picture);
    let figures = content.body.figures().map(|figure| &figure.picture);
    let mut hashes: Vec<String> = lead.chain(figures).cloned().collect();
    hashes.sort_unstable();
    hashes.dedup();
    let library = pictures::by_hashes(connection, &hashes).await?;
    let lead_image = content.lead_image.and_then(|image| cards::with_picture(image, &library));
    let pictures = content.body.figures().filter_map(|figure| library.get(&figure.picture).cloned()).collect();
    let unknown = |name: String| Credit { name, slug: String::new(), role: None, bio: None };
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
        byline: content.byline.into_iter().map(unknown).collect(),
        tags: Vec::new(),
        published_at: row.published_at,
        updated_at: row.updated_at,
        lead_image,
        pictures,
        body: content.body,
        copyright: content.copyright,
        views: row.views,
        comments: row.comments,
        translations: Vec::new(),
        words: row.words as u32,
        notes: Vec::new(),
    })
}
