//! The working copy: what is being written. Readers never see it; publishing copies it into a version.

mod sql;

use model::{AppError, ArticleContent, ArticleId, SectionId, UserId};
use sqlx::AnyConnection;

use super::shown::Shown;
use super::{Names, publishing};
use crate::changes::{self, ChangeKind};
use crate::stories::{self, Told};
use crate::{Newsroom, Result, paths, sections};
pub(crate) use sql::Known;
use sql::NewRow;

/// The slug of an article whose headline holds nothing that can be read aloud.
pub(super) const NAMELESS: &str = "articolo";

/// What an import or a desk hands over.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// The stable id of the source: handing it over again updates the article.
    pub reference: Option<String>,
    /// What an editor decides.
    pub content: ArticleContent,
    /// The last part of the address; made from the headline where there is none.
    pub slug: Option<String>,
    /// The reference of the article that this one translates.
    pub translation_of: Option<String>,
    /// Readings that the import brings along.
    pub views_before: Option<i64>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// New.
    Created,
    /// Changed.
    Updated,
    /// There already, and the same.
    Unchanged,
}

/// Writes the working copy, and makes its section where it is new.
pub(crate) async fn keep(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    names: &mut Names,
    entry: &Entry,
) -> Result<(ArticleId, Kept)> {
    let known = match &entry.reference {
        Some(reference) => match names.known.remove(reference) {
            Some(known) => known,
            None => sql::known(tx, &[reference]).await?.into_values().next(),
        },
        None => None,
    };
    match known {
        Some(known) => update(tx, newsroom, names, entry, known).await,
        None => create(tx, newsroom, names, entry).await,
    }
}

/// Asks at once what is known of the articles of a batch; [`keep`] then need not ask for each.
pub(crate) async fn look_ahead(tx: &mut AnyConnection, names: &mut Names, references: &[&str]) -> Result<()> {
    if references.is_empty() {
        return Ok(());
    }
    let mut known = sql::known(tx, references).await?;
    names.known.clear();
    for reference in references {
        // One that stands twice in a batch is known once: its second is asked for after the first was written.
        names.known.entry((*reference).to_owned()).or_insert_with(|| known.remove(*reference));
    }
    Ok(())
}

/// The id of an imported article.
pub(crate) async fn by_reference(connection: &mut AnyConnection, reference: &str) -> Result<Option<ArticleId>> {
    sql::id_by_reference(connection, reference).await
}

/// Begins an article on the desk, in a section that is there: the working copy, and the story's own row.
pub(crate) async fn begin(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    content: ArticleContent,
    owner: Option<UserId>,
    by: &str,
) -> Result<ArticleId> {
    let mut names = Names::default();
    let entry = Entry { content, ..Entry::default() };
    let (id, _) = create(tx, newsroom, &mut names, &entry).await?;
    let place = sections::ensure(tx, newsroom, &mut names, &entry.content.section).await?;
    stories::begin(tx, id, &Told::of(&entry.content, place.section, true), owner, by, newsroom.now()).await?;
    Ok(id)
}

/// Writes the working copy of an article that is there, as somebody left it, and what lists of the desk show of it.
///
/// A section that is not there is not made: lists show the article where it was.
pub(crate) async fn keep_working(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    id: ArticleId,
    content: &ArticleContent,
    edited_by: &str,
) -> Result<()> {
    let known = sql::known_by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let working = text(content);
    if working == known.working {
        return Ok(());
    }
    sql::set_working(tx, id, &working, &known.slug, known.views_before).await?;
    let section = match sections::named(tx, &content.section).await? {
        Some(section) => section,
        None => section_of(tx, id).await?,
    };
    if known.version == 0 {
        sql::show_draft(tx, id, &content.lang, section, &Shown::of(content)).await?;
    }
    let changed = publishing::is_changed(tx, id).await?;
    let now = newsroom.now();
    if stories::tell(tx, id, &Told::of(content, section, changed), edited_by, now).await? {
        changes::append(tx, newsroom.store(), ChangeKind::Story, id.0, now).await?;
    }
    Ok(())
}

/// The section that a story is in, as the desk shows it.
pub(crate) async fn section_of(connection: &mut AnyConnection, id: ArticleId) -> Result<SectionId> {
    sql::section_of(connection, id).await
}

/// Sets the last part of an article's address; a published article moves when it is published next. Empty: the first
/// publication makes it from the headline, and a published article keeps what it has.
pub(crate) async fn keep_slug(tx: &mut AnyConnection, id: ArticleId, slug: &str) -> Result<()> {
    let known = sql::known_by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let wanted = paths::slug(slug, "");
    let stays = match known.version {
        0 => known.slug == wanted,
        _ => wanted.is_empty() || paths::answers(&known.slug, &wanted),
    };
    if stays { Ok(()) } else { sql::set_working(tx, id, &known.working, &wanted, known.views_before).await }
}

async fn create(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    names: &mut Names,
    entry: &Entry,
) -> Result<(ArticleId, Kept)> {
    let place = sections::ensure(tx, newsroom, names, &entry.content.section).await?;
    // What is begun on the desk has no headline yet to make one from.
    let is_named = entry.reference.is_some() || entry.slug.is_some();
    let new = NewRow {
        reference: entry.reference.as_deref(),
        lang: &entry.content.lang,
        slug: &if is_named { wanted_slug(entry) } else { String::new() },
        section: place.section,
        shown: &Shown::of(&entry.content),
        working: &text(&entry.content),
        views_before: entry.views_before.unwrap_or(0),
        at: newsroom.now(),
    };
    let id = sql::insert(tx, &new).await?;
    let group = original_group(tx, names, entry, id).await?.unwrap_or(id.0);
    sql::set_group(tx, id, group).await?;
    let waiting = entry.reference.as_ref().and_then(|reference| names.waiting.remove(reference));
    for translation in waiting.unwrap_or_default() {
        sql::set_group(tx, translation, group).await?;
    }
    Ok((id, Kept::Created))
}

async fn update(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    names: &mut Names,
    entry: &Entry,
    known: Known,
) -> Result<(ArticleId, Kept)> {
    let id = known.id;
    let working = text(&entry.content);
    let slug = new_slug(entry, &known).unwrap_or_else(|| known.slug.clone());
    let views_before = entry.views_before.unwrap_or(known.views_before);
    let group = original_group(tx, names, entry, id).await?.unwrap_or(known.translation_group);
    let same_text = working == known.working && slug == known.slug;
    if same_text && views_before == known.views_before && group == known.translation_group {
        return Ok((id, Kept::Unchanged));
    }
    sql::set_working(tx, id, &working, &slug, views_before).await?;
    if group != known.translation_group {
        sql::set_group(tx, id, group).await?;
    }
    let place = sections::ensure(tx, newsroom, names, &entry.content.section).await?;
    if known.version == 0 {
        sql::show_draft(tx, id, &entry.content.lang, place.section, &Shown::of(&entry.content)).await?;
    } else if views_before != known.views_before || group != known.translation_group {
        // No version says so, and readers see it at once.
        publishing::tell(tx, newsroom, id, group).await?;
    }
    Ok((id, Kept::Updated))
}

/// The slug that an entry brings, where it is not what the article has already, perhaps with a number.
///
/// A published article keeps its slug when only the headline changes.
fn new_slug(entry: &Entry, known: &Known) -> Option<String> {
    if entry.slug.is_none() && known.version > 0 {
        return None;
    }
    Some(wanted_slug(entry)).filter(|wanted| !paths::answers(&known.slug, wanted))
}

fn wanted_slug(entry: &Entry) -> String {
    paths::slug(entry.slug.as_deref().unwrap_or(&entry.content.headline), NAMELESS)
}

/// The group of the article that this one translates. Where that one is yet to come, this one waits for it.
async fn original_group(
    tx: &mut AnyConnection,
    names: &mut Names,
    entry: &Entry,
    id: ArticleId,
) -> Result<Option<i64>> {
    let Some(original) = &entry.translation_of else { return Ok(None) };
    let group = sql::group_of(tx, original).await?;
    if group.is_none() {
        names.waiting.entry(original.clone()).or_default().push(id);
    }
    Ok(group)
}

/// The one text that a content has: what is compared, kept and hashed.
fn text(content: &ArticleContent) -> String {
    serde_json::to_string(content).expect("an article's content is plain data")
}
