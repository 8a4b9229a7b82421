//! Every path that was ever public, and what it leads to. It answers for ever.

mod key;
mod slug;
mod sql;

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use model::{ArticleId, Millis, Permalink, SectionId};
use sqlx::AnyConnection;

use crate::{Newsroom, Result};

pub(crate) use key::could_exist;
pub(crate) use slug::{answers, numbered, slug};

/// The door to the paths.
#[derive(Debug)]
pub struct Paths<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// An article, at its canonical path.
    Article(ArticleId),
    /// A section, at its canonical path.
    Section(SectionId),
    /// Elsewhere: the canonical path, in one step.
    Moved(String),
    /// An article that was withdrawn.
    Gone,
}

/// A path as the record writes it, however somebody else did; none where nothing can be there.
pub(crate) fn known_as(path: &str) -> Option<String> {
    key::key(path)
}

/// The next number to try for an address, so that the hundredth "Brevi" need not ask about the ninety-nine before.
pub(crate) type Numbers = HashMap<String, u32>;

impl Paths<'_> {
    /// What a path leads to; `None` where nothing ever was.
    ///
    /// A path in other case, percent-encoded or without its last slash has moved to the canonical one, in one step.
    pub async fn resolve(&self, path: &str) -> Result<Option<Destination>> {
        let Some(key) = key::key(path) else { return Ok(None) };
        let Some(known) = sql::find(&mut *self.newsroom.store().read().await?, &key).await? else { return Ok(None) };
        if let (Some(id), Some(canonical)) = (known.section, known.section_path) {
            return Ok(Some(if canonical == path { Destination::Section(id) } else { Destination::Moved(canonical) }));
        }
        let (Some(id), Some(canonical)) = (known.article, known.article_path) else { return Ok(None) };
        if known.withdrawn_at.is_some() {
            return Ok(Some(Destination::Gone));
        }
        if known.listed_at.is_none() {
            return Ok(None);
        }
        Ok(Some(if canonical == path { Destination::Article(id) } else { Destination::Moved(canonical) }))
    }
}

/// The part of an article's address before its slug. `section` is the path of its top section.
pub(crate) fn folder(permalink: Permalink, section: &str, published_on: Date) -> String {
    let (year, month, day) = (published_on.year(), published_on.month(), published_on.day());
    match permalink {
        Permalink::SectionSlug => section.to_owned(),
        Permalink::MonthSlug => format!("/{year:04}/{month:02}/"),
        Permalink::DaySlug => format!("/{year:04}/{month:02}/{day:02}/"),
        Permalink::Slug => "/".to_owned(),
    }
}

/// The slug to take in a folder: `wanted`, or the first of `wanted-2`, `wanted-3`, … that leads nowhere, or to `own`.
pub(crate) async fn free_slug(
    tx: &mut AnyConnection,
    numbers: &mut Numbers,
    folder: &str,
    wanted: &str,
    own: Option<ArticleId>,
) -> Result<String> {
    let stem = format!("{folder}{wanted}");
    if !slug::is_reserved(wanted) {
        match sql::find(tx, &format!("{stem}/")).await? {
            None => return Ok(wanted.to_owned()),
            Some(known) if own.is_some() && known.article == own => return Ok(wanted.to_owned()),
            Some(_) => {}
        }
    }
    let mut number = match numbers.get(&stem) {
        Some(number) => *number,
        None => match first_free(tx, &stem, own).await? {
            Free::Own(number) => return Ok(format!("{wanted}-{number}")),
            Free::New(number) => number,
        },
    };
    while sql::find(tx, &format!("{stem}-{number}/")).await?.is_some() {
        number += 1;
    }
    numbers.insert(stem, number + 1);
    Ok(format!("{wanted}-{number}"))
}

/// Whether a slug is no word that the site's own addresses begin with.
pub(crate) fn could_lead_to_article(slug: &str) -> bool {
    !slug::is_reserved(slug)
}

/// Makes a canonical path lead to an article from now on; answers false where it leads somewhere already.
pub(crate) async fn take(tx: &mut AnyConnection, path: &str, id: ArticleId, at: Millis) -> Result<bool> {
    sql::lead_to_article(tx, path, id, at).await
}

/// Makes a path lead to an article from now on, unless it leads somewhere already.
///
/// The path may be written in any way; the front page is nobody's.
pub(crate) async fn lead_to_article(tx: &mut AnyConnection, path: &str, id: ArticleId, at: Millis) -> Result<()> {
    match key::key(path) {
        Some(key) if key != "/" => sql::lead_to_article(tx, &key, id, at).await.map(drop),
        _ => Ok(()),
    }
}

/// Makes a path lead to a section from now on.
pub(crate) async fn lead_to_section(tx: &mut AnyConnection, path: &str, id: SectionId, at: Millis) -> Result<()> {
    sql::lead_to_section(tx, path, id, at).await
}

enum Free {
    /// The article has this one already.
    Own(u32),
    /// Nobody has.
    New(u32),
}

async fn first_free(tx: &mut AnyConnection, stem: &str, own: Option<ArticleId>) -> Result<Free> {
    let mut taken = HashSet::new();
    for (path, article) in sql::beside(tx, stem).await? {
        let Some(number) = slug::number(path.trim_end_matches('/'), stem) else { continue };
        if own.is_some() && article == own {
            return Ok(Free::Own(number));
        }
        taken.insert(number);
    }
    let mut number = 2;
    while taken.contains(&number) {
        number += 1;
    }
    Ok(Free::New(number))
}
