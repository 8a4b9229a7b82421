//! Publishing: the working copy becomes the next version, and lists, addresses and the change log follow.

mod sql;

use std::collections::HashSet;
use std::hash::Hash;

use model::{Actor, AppError, ArticleContent, ArticleId, Millis, Published, StoryState, VersionKind};
use sqlx::AnyConnection;

use super::keeping::NAMELESS;
use super::shown::{self, Shown};
use super::versions::{self, NO_HASH, Version};
use super::{Articles, Names, VersionNote, calendar};
use crate::changes::{self, ChangeKind};
use crate::sections::Place;
use crate::{Error, Newsroom, Result, bylines, paths, sections, tags};
use sql::{Draft, PublicRow};

/// How a working copy becomes public.
#[derive(Clone, Debug)]
pub(crate) struct Publication {
    /// Why. The first version is of kind `First` and carries no note, whatever these say.
    pub kind: VersionKind,
    /// What readers are told.
    pub note: Option<String>,
    /// Who publishes.
    pub by: String,
    /// When the source first published it; now where there is none. Counts the first time only.
    pub first_published_at: Option<Millis>,
    /// When the source last changed it; now where there is none and it is not the first time.
    pub updated_at: Option<Millis>,
    /// The old address, to keep alive.
    pub old_path: Option<String>,
    /// Whether the note makes a version even where the words stayed: a rectification may add nothing but itself.
    pub note_is_news: bool,
}

/// What became of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Released {
    /// The canonical path.
    pub path: String,
    /// The number of the latest version.
    pub version: i64,
    /// Whether readers see anything new.
    pub new: bool,
}

impl Articles<'_> {
    /// Checks everything and keeps nothing: for commands that only say what they would do.
    #[must_use]
    pub fn rehearsing(mut self, rehearsal: bool) -> Self {
        self.rehearsal = rehearsal;
        self
    }

    /// Makes the working copy public, by the desk's rules, as a command does it: without being asked whether so many at
    /// once are meant. Answers whether readers see anything new.
    pub async fn publish(&self, actor: &Actor, id: ArticleId, note: VersionNote) -> Result<bool> {
        let words = note.note.unwrap_or_default();
        let stories = self.newsroom.stories().rehearsing(self.rehearsal);
        match stories.publish(actor, id, note.kind.as_str(), &words, true).await? {
            Published::Done { new, .. } => Ok(new),
            Published::ConfirmationNeeded => Ok(false),
        }
    }

    /// Takes an article off the site, by the desk's rules. Answers false where it was off already.
    pub async fn withdraw(&self, actor: &Actor, id: ArticleId) -> Result<bool> {
        let before = self.newsroom.stories().get(actor, id).await?.line.state;
        if before == StoryState::Withdrawn {
            return Ok(false);
        }
        self.newsroom.stories().rehearsing(self.rehearsal).withdraw(actor, id, "").await?;
        Ok(true)
    }
}

/// Whether the working copy says something that the latest version does not.
pub(crate) async fn is_changed(connection: &mut AnyConnection, id: ArticleId) -> Result<bool> {
    let draft = sql::draft(connection, id).await?.ok_or(AppError::NotFound)?;
    let latest = versions::latest(connection, id).await?;
    Ok(latest.is_none_or(|latest| latest.content != draft.working))
}

/// What the working copy says.
pub(crate) async fn working(connection: &mut AnyConnection, id: ArticleId) -> Result<ArticleContent> {
    let draft = sql::draft(connection, id).await?.ok_or(AppError::NotFound)?;
    read(&draft.working, id)
}

/// Takes an article off the site: its addresses answer "gone".
pub(crate) async fn take_off(tx: &mut AnyConnection, newsroom: &Newsroom, id: ArticleId) -> Result<()> {
    let draft = sql::draft(tx, id).await?.ok_or(AppError::NotFound)?;
    sql::withdraw(tx, id, newsroom.now()).await?;
    tell(tx, newsroom, id, draft.translation_group).await
}

/// Writes into the change log that what readers see of an article changed.
pub(crate) async fn announce(tx: &mut AnyConnection, newsroom: &Newsroom, id: ArticleId) -> Result<()> {
    let draft = sql::draft(tx, id).await?.ok_or(AppError::NotFound)?;
    tell(tx, newsroom, id, draft.translation_group).await
}

/// Puts a withdrawn article back on the site, as it was last published.
pub(crate) async fn put_back(tx: &mut AnyConnection, newsroom: &Newsroom, id: ArticleId) -> Result<()> {
    let draft = sql::draft(tx, id).await?.ok_or(AppError::NotFound)?;
    sql::put_back(tx, id).await?;
    tell(tx, newsroom, id, draft.translation_group).await
}

/// Makes the working copy public as a new version, unless the latest version already says the same.
///
/// A withdrawn article gets its version and stays withdrawn, and so does one in the bin. The old path is kept alive in
/// any case. What is under embargo, and what lies in the bin and was never public, is left alone.
pub(crate) async fn publish(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    names: &mut Names,
    id: ArticleId,
    publication: &Publication,
) -> Result<Released> {
    let now = newsroom.now();
    let draft = sql::draft(tx, id).await?.ok_or(AppError::NotFound)?;
    if draft.embargo_until.is_some_and(|until| until > now) || draft.is_deleted && draft.version == 0 {
        return Ok(Released { path: draft.path.unwrap_or_default(), version: draft.version, new: false });
    }
    let content = read(&draft.working, id)?;
    shown::check(&content)?;
    let published_at = draft.published_at.or(publication.first_published_at).unwrap_or(now);
    let place = sections::ensure(tx, newsroom, names, &content.section).await?;
    let headline = paths::slug(&content.headline, NAMELESS);
    let (slug, path) = address(tx, newsroom, names, id, (&draft, &headline), &place, published_at).await?;
    if let Some(old) = publication.old_path.as_ref().filter(|old| **old != path) {
        paths::lead_to_article(tx, old, id, now).await?;
    }

    let latest = if draft.version == 0 { None } else { versions::latest(tx, id).await? };
    let says_the_same = latest.as_ref().is_some_and(|latest| latest.content == draft.working);
    let same = says_the_same && !publication.note_is_news;
    if same && draft.path.as_deref() == Some(path.as_str()) {
        return Ok(Released { path, version: draft.version, new: false });
    }
    let updated_at = if same { draft.updated_at } else { updated_at(&draft, publication, published_at, now) };
    if !same {
        versions::append(tx, next_version(id, &draft, latest, publication, published_at, now)).await?;
    }
    let public = PublicRow {
        lang: &content.lang,
        slug: &slug,
        path: &path,
        section: place.section,
        version: draft.version + i64::from(!same),
        shown: &Shown::of(&content),
        published_at,
        updated_at,
        listed_at: draft.withdrawn_at.is_none().then_some(published_at),
        month: calendar::month(calendar::date(published_at, &newsroom.zone())),
    };
    sql::show(tx, id, &public).await?;
    if draft.version > 0 {
        sql::forget_credits(tx, id).await?;
    }
    credit(tx, names, id, &content).await?;
    if draft.translations > 0 {
        tell(tx, newsroom, id, draft.translation_group).await?;
    } else {
        changes::append(tx, newsroom.store(), ChangeKind::Article, id.0, now).await?;
    }
    Ok(Released { version: public.version, path, new: true })
}

/// Slug and path, the slug of the headline where none was chosen. Once public they stay, unless the slug or the top section was changed on purpose.
async fn address(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    names: &mut Names,
    id: ArticleId,
    (draft, headline): (&Draft, &str),
    place: &Place,
    published_at: Millis,
) -> Result<(String, String)> {
    if let Some(path) = &draft.path {
        let slug_stays = path.trim_end_matches('/').rsplit('/').next() == Some(draft.slug.as_str());
        if slug_stays && draft.top_path == place.top_path {
            return Ok((draft.slug.clone(), path.clone()));
        }
    }
    let date = calendar::date(published_at, &newsroom.zone());
    let folder = paths::folder(newsroom.site().permalink, &place.top_path, date);
    let now = newsroom.now();
    let slug = if draft.slug.is_empty() { headline } else { &draft.slug };
    let wanted = format!("{folder}{slug}/");
    // Most addresses are free: taking one is one statement, asking first would be two.
    if paths::could_lead_to_article(slug) && paths::take(tx, &wanted, id, now).await? {
        return Ok((slug.to_owned(), wanted));
    }
    let slug = paths::free_slug(tx, &mut names.numbers, &folder, slug, Some(id)).await?;
    let path = format!("{folder}{slug}/");
    paths::lead_to_article(tx, &path, id, now).await?;
    Ok((slug, path))
}

/// A change that readers were not told of, a misprint put right, leaves the date as it was.
fn updated_at(draft: &Draft, publication: &Publication, published_at: Millis, now: Millis) -> Option<Millis> {
    if draft.version == 0 {
        return publication.updated_at.filter(|at| *at > published_at);
    }
    if publication.kind == VersionKind::Misprint {
        return draft.updated_at;
    }
    Some(publication.updated_at.unwrap_or(now))
}

fn next_version(
    id: ArticleId,
    draft: &Draft,
    latest: Option<Version>,
    publication: &Publication,
    first_at: Millis,
    now: Millis,
) -> Version {
    let (kind, note, published_at) = match draft.version {
        0 => (VersionKind::First, None, first_at),
        _ => (publication.kind, publication.note.clone(), publication.updated_at.unwrap_or(now)),
    };
    Version {
        article: id,
        number: draft.version + 1,
        kind: kind.as_str().to_owned(),
        note,
        content: draft.working.clone(),
        published_at,
        published_by: publication.by.clone(),
        previous_hash: latest.map_or_else(|| NO_HASH.to_owned(), |latest| latest.hash),
        hash: String::new(),
    }
}

/// Writes down who signs and what it is about.
async fn credit(tx: &mut AnyConnection, names: &mut Names, id: ArticleId, content: &ArticleContent) -> Result<()> {
    let mut authors = Vec::with_capacity(content.byline.len());
    for name in content.byline.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        authors.push(bylines::ensure(tx, names, name).await?);
    }
    let mut about = Vec::with_capacity(content.tags.len());
    for name in content.tags.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        about.push(tags::ensure(tx, names, name).await?);
    }
    sql::add_authors(tx, id, &once(authors)).await?;
    sql::add_tags(tx, id, &once(about)).await
}

/// Two spellings of one name are one.
fn once<T: Copy + Eq + Hash>(mut ids: Vec<T>) -> Vec<T> {
    let mut seen = HashSet::new();
    ids.retain(|id| seen.insert(*id));
    ids
}

/// Writes into the change log that an article, and with it the links on its translations, changed.
pub(super) async fn tell(tx: &mut AnyConnection, newsroom: &Newsroom, id: ArticleId, group: i64) -> Result<()> {
    let now = newsroom.now();
    changes::append(tx, newsroom.store(), ChangeKind::Article, id.0, now).await?;
    for translation in sql::translations(tx, id, group).await? {
        changes::append(tx, newsroom.store(), ChangeKind::Article, translation.0, now).await?;
    }
    Ok(())
}

fn read(working: &str, id: ArticleId) -> Result<ArticleContent> {
    serde_json::from_str(working).map_err(|why| Error::Corrupt {
        table: "articles",
        column: "working",
        row: id.0,
        why: why.to_string(),
    })
}
