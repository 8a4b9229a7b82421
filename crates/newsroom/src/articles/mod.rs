//! Articles: reading, listing, publishing.

mod calendar;
mod cards;
mod comparing;
mod front;
mod history;
mod keeping;
mod names;
mod publishing;
mod reading;
mod related;
mod shown;
mod sql;
mod versions;

use model::{
    Actor, AppError, ArticleId, ArticleState, Card, Listing, Millis, Neighbours, PAGE_SIZE, Page, VersionKind,
};
use serde::Serialize;
use sqlx::AnyConnection;

use crate::{Newsroom, Result};

pub(crate) use comparing::compare;
pub use front::{Front, FrontBlock};
pub(crate) use history::content as version_content;
pub(crate) use keeping::{Entry, Kept, begin, by_reference, keep, keep_slug, keep_working, look_ahead, section_of};
pub(crate) use names::Names;
pub(crate) use publishing::{Publication, Released, announce, is_changed, publish, put_back, take_off, working};
pub(crate) use reading::shown as as_shown;
pub(crate) use shown::HEADLINE_MAX;
pub(crate) use versions::lines as version_lines;

/// The pattern that every language matches.
const ANY_LANGUAGE: &str = "%";

/// The door to the articles.
#[derive(Debug)]
pub struct Articles<'a> {
    pub(crate) newsroom: &'a Newsroom,
    /// Whether everything is checked and nothing kept.
    pub(crate) rehearsal: bool,
}

/// Why a version is published, and what readers are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionNote {
    /// Why.
    pub kind: VersionKind,
    /// What readers are told; all kinds but the first and a misprint need it.
    pub note: Option<String>,
}

/// In which months articles were published, latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// The months that have articles.
    pub months: Vec<ArchiveMonth>,
}

/// A month of the archive, in the site's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArchiveMonth {
    /// The year.
    pub year: i16,
    /// The month, 1–12.
    pub month: i8,
    /// How many articles were first published in it.
    pub articles: i64,
}

/// An article as the desk's lists show it, drafts included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleLine {
    /// The article.
    pub id: ArticleId,
    /// The stable id of the source it was imported from.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// Where it stands.
    pub state: ArticleState,
    /// The headline.
    pub headline: String,
    /// Its canonical path, from the first publication on.
    pub path: Option<String>,
    /// When it was first published.
    pub published_at: Option<Millis>,
}

impl Articles<'_> {
    /// A page of a list, newest first. A page beyond the last is empty.
    pub async fn list(&self, listing: &Listing, page: u32) -> Result<Page<Card>> {
        let number = page.max(1);
        let mut connection = self.newsroom.store().read().await?;
        let total = sql::count_listed(&mut connection, listing).await?;
        let offset = i64::from(number - 1) * i64::from(PAGE_SIZE);
        let ids = sql::listed(&mut connection, listing, i64::from(PAGE_SIZE), offset).await?;
        let items = cards::of(&mut connection, &ids).await?;
        let pages = (total.unsigned_abs() as u32).div_ceil(PAGE_SIZE).max(1);
        Ok(Page { items, number, pages, total })
    }

    /// The newest articles.
    pub async fn latest(&self, limit: u32) -> Result<Vec<Card>> {
        let mut connection = self.newsroom.store().read().await?;
        let ids = sql::listed(&mut connection, &Listing::All, i64::from(limit), 0).await?;
        cards::of(&mut connection, &ids).await
    }

    /// The articles most read in the last seven days, then those most read of all time.
    pub async fn most_read(&self, limit: u32) -> Result<Vec<Card>> {
        let mut connection = self.newsroom.store().read().await?;
        let ids = most_read(&mut connection, self.week(), ANY_LANGUAGE, limit as usize).await?;
        cards::of(&mut connection, &ids).await
    }

    /// The articles just before and just after one in its section, in its language. None for one that is off the site.
    pub async fn neighbours(&self, id: ArticleId) -> Result<Neighbours> {
        let mut connection = self.newsroom.store().read().await?;
        let Some(standing) = sql::standing(&mut connection, id).await? else { return Ok(Neighbours::default()) };
        let (earlier, later) = sql::neighbours(&mut connection, &standing).await?;
        let ids: Vec<ArticleId> = earlier.into_iter().chain(later).collect();
        let (mut before, mut after): (Vec<Card>, Vec<Card>) =
            cards::of(&mut connection, &ids).await?.into_iter().partition(|card| Some(card.id) == earlier);
        Ok(Neighbours { earlier: before.pop(), later: after.pop() })
    }

    /// The months that have articles, latest first.
    pub async fn archive(&self) -> Result<Archive> {
        Ok(Archive { months: sql::archive(&mut *self.newsroom.store().read().await?).await? })
    }

    /// How many articles there are, drafts and withdrawn ones included.
    pub async fn count(&self) -> Result<i64> {
        sql::count(&mut *self.newsroom.store().read().await?).await
    }

    /// The articles after `after`, by id, as the desk's lists show them; all states where none is named.
    pub async fn lines(
        &self,
        actor: &Actor,
        state: Option<ArticleState>,
        after: Option<ArticleId>,
        limit: u32,
    ) -> Result<Vec<ArticleLine>> {
        if !actor.is_staff() {
            return Err(AppError::Forbidden.into());
        }
        let after = after.map_or(i64::MIN, |id| id.0);
        sql::lines(&mut *self.newsroom.store().read().await?, state, after, i64::from(limit)).await
    }

    /// Walks the hash chain of every article and says what is broken, a sentence each.
    pub async fn verify(&self) -> Result<Vec<String>> {
        versions::verify(&mut *self.newsroom.store().read().await?).await
    }

    /// The first of the last seven days.
    fn week(&self) -> i64 {
        calendar::day(calendar::date(self.newsroom.now(), &self.newsroom.zone())) - 6
    }
}

/// The most read since a day, then the most read of all time, each once. `lang` is a pattern of `like`.
async fn most_read(connection: &mut AnyConnection, since: i64, lang: &str, limit: usize) -> Result<Vec<ArticleId>> {
    let mut ids = sql::most_read_since(connection, since, lang, limit as i64).await?;
    if ids.len() < limit {
        let ever = sql::most_read_ever(connection, lang, limit as i64).await?;
        let new: Vec<ArticleId> = ever.into_iter().filter(|id| !ids.contains(id)).collect();
        ids.extend(new);
        ids.truncate(limit);
    }
    Ok(ids)
}
