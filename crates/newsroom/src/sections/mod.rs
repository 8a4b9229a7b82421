//! Sections: the paper's subjects, in a tree of two levels.

mod sql;

use model::{Actor, AppError, Section, SectionId, SectionRef, one_line};
use sqlx::AnyConnection;

use crate::articles::Names;
use crate::changes::{self, ChangeKind};
use crate::{Newsroom, Result, audit, paths};
use sql::{NewRow, SectionRow};

/// How many colours the stylesheet has for sections.
const COLOURS: i64 = 12;
/// The most characters of a section's name, and of what it covers.
const NAME_MAX: usize = 80;
const DESCRIPTION_MAX: usize = 300;

/// The door to the sections.
#[derive(Debug)]
pub struct Sections<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// A section as an editor sets it up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSection {
    /// Its name; with the parent, what finds it again.
    pub name: String,
    /// The last part of its address; made from the name where there is none.
    pub slug: Option<String>,
    /// What it covers, in a sentence.
    pub description: Option<String>,
    /// Its colour, 0–11; the next of the palette where there is none, below another section that one's.
    pub colour: Option<u8>,
    /// The section above it.
    pub parent: Option<SectionId>,
}

/// Where an article stands: its section, and the path of the top section, which its address begins with.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub section: SectionId,
    pub top_path: String,
}

impl Sections<'_> {
    /// The top sections in their order, each with those below it.
    pub async fn tree(&self) -> Result<Vec<Section>> {
        tree(&mut *self.newsroom.store().read().await?).await
    }

    /// The section at a canonical path.
    pub async fn by_path(&self, path: &str) -> Result<Option<Section>> {
        let rows = sql::all(&mut *self.newsroom.store().read().await?).await?;
        Ok(rows.iter().find(|row| row.path == path).map(|row| section(row, &rows)))
    }

    /// A section by its id.
    pub async fn get(&self, id: SectionId) -> Result<Option<Section>> {
        let rows = sql::all(&mut *self.newsroom.store().read().await?).await?;
        Ok(rows.iter().find(|row| row.id == id).map(|row| section(row, &rows)))
    }

    /// Makes a section, or changes the description and colour of the one that has this name under this parent.
    ///
    /// A section once made keeps its address.
    pub async fn describe(&self, actor: &Actor, new: &NewSection) -> Result<SectionId> {
        if !actor.may_administer() {
            return Err(AppError::Forbidden.into());
        }
        let mut tx = self.newsroom.store().write().await?;
        let rows = sql::all(&mut tx).await?;
        let id = describe(&mut tx, self.newsroom, &rows, new).await?;
        audit::note(&mut tx, actor, self.newsroom.now(), "section", &format!("section:{id}"), &new.name).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        Ok(id)
    }

    /// Makes a section, or changes the one of this name, as a form sends it: `parent` is the name of its top section or
    /// empty, as `description` may be.
    pub async fn set(
        &self,
        actor: &Actor,
        name: &str,
        parent: &str,
        description: &str,
        colour: u32,
    ) -> Result<SectionId> {
        if !actor.may_administer() {
            return Err(audit::refusal(actor).into());
        }
        let name = parse(name)?;
        let description = Some(one_line(description)).filter(|description| !description.is_empty());
        if description.as_ref().is_some_and(|description| description.chars().count() > DESCRIPTION_MAX) {
            return Err(AppError::invalid("description", "settings-text-long").into());
        }
        let colour = u8::try_from(colour).ok().filter(|colour| i64::from(*colour) < COLOURS);
        let colour = colour.ok_or_else(|| AppError::invalid("colour", "settings-colour-wrong"))?;
        let mut tx = self.newsroom.store().write().await?;
        let rows = sql::all(&mut tx).await?;
        let parent = match one_line(parent) {
            empty if empty.is_empty() => None,
            parent => Some(find(&rows, None, &parent).ok_or_else(no_such_parent)?.id),
        };
        let new = NewSection { name, slug: None, description, colour: Some(colour), parent };
        let id = describe(&mut tx, self.newsroom, &rows, &new).await?;
        audit::note(&mut tx, actor, self.newsroom.now(), "section", &format!("section:{id}"), &new.name).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        Ok(id)
    }
}

/// Checks a name such as `Sport` or `Sport/Ciclismo`.
pub(crate) fn check_path(name: &str) -> Result<(), AppError> {
    let (top, sub) = name.split_once('/').map_or((name, None), |(top, sub)| (top, Some(sub)));
    parse(top)?;
    sub.map_or(Ok(()), |sub| parse(sub).map(drop))
}

/// Reads a section's name.
fn parse(name: &str) -> Result<String, AppError> {
    let name = one_line(name);
    if name.is_empty() || name.chars().count() > NAME_MAX || name.contains('/') {
        return Err(AppError::invalid("name", "settings-section-wrong"));
    }
    Ok(name)
}

async fn describe(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    rows: &[SectionRow],
    new: &NewSection,
) -> Result<SectionId> {
    let Some(known) = find(rows, new.parent, &new.name) else {
        return Ok(make(tx, newsroom, rows, new).await?.id);
    };
    let colour = new.colour.map_or(known.colour, |colour| i64::from(colour) % COLOURS);
    sql::describe(tx, known.id, new.description.as_deref(), colour).await?;
    changes::append(tx, newsroom.store(), ChangeKind::Section, known.id.0, newsroom.now()).await?;
    Ok(known.id)
}

/// The top sections in their order, each with those below it.
pub(crate) async fn tree(connection: &mut AnyConnection) -> Result<Vec<Section>> {
    let rows = sql::all(connection).await?;
    Ok(rows.iter().filter(|row| row.parent.is_none()).map(|row| section(row, &rows)).collect())
}

/// The section of a name such as `Sport` or `Sport/Ciclismo`; none where there is none.
pub(crate) async fn named(connection: &mut AnyConnection, name: &str) -> Result<Option<SectionId>> {
    let rows = sql::all(connection).await?;
    let (top, sub) = name.split_once('/').map_or((name, ""), |(top, sub)| (top, sub.trim_matches(['/', ' '])));
    let top = find(&rows, None, top);
    let section = if sub.is_empty() { top } else { top.and_then(|top| find(&rows, Some(top.id), sub)) };
    Ok(section.map(|section| section.id))
}

/// A section as others mention it.
pub(crate) async fn mentioned(connection: &mut AnyConnection, id: SectionId) -> Result<Option<SectionRef>> {
    Ok(sql::all(connection).await?.iter().find(|row| row.id == id).map(reference))
}

/// The section of a name such as `Sport` or `Sport/Ciclismo`, made where there is none.
pub(crate) async fn ensure(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    names: &mut Names,
    name: &str,
) -> Result<Place> {
    if let Some(place) = names.sections.get(name) {
        return Ok(place.clone());
    }
    let (top, sub) = name.split_once('/').map_or((name, ""), |(top, sub)| (top, sub.trim_matches(['/', ' '])));
    let top = find_or_make(tx, newsroom, None, top).await?;
    let section = if sub.is_empty() { top.id } else { find_or_make(tx, newsroom, Some(top.id), sub).await?.id };
    let place = Place { section, top_path: top.path };
    names.sections.insert(name.to_owned(), place.clone());
    Ok(place)
}

async fn find_or_make(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    parent: Option<SectionId>,
    name: &str,
) -> Result<SectionRow> {
    let rows = sql::all(tx).await?;
    if let Some(known) = find(&rows, parent, name) {
        return Ok(known.clone());
    }
    make(tx, newsroom, &rows, &NewSection { name: name.to_owned(), parent, ..NewSection::default() }).await
}

/// Names that differ only in case are one section.
fn find<'a>(rows: &'a [SectionRow], parent: Option<SectionId>, name: &str) -> Option<&'a SectionRow> {
    let name = name.trim().to_lowercase();
    rows.iter().find(|row| row.parent == parent && row.name.to_lowercase() == name)
}

async fn make(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    rows: &[SectionRow],
    new: &NewSection,
) -> Result<SectionRow> {
    let name = new.name.trim();
    if name.is_empty() {
        return Err(AppError::invalid("section", "a section has a name").into());
    }
    let parent = match new.parent {
        None => None,
        Some(id) => Some(rows.iter().find(|row| row.id == id && row.parent.is_none()).ok_or_else(no_such_parent)?),
    };
    let folder = parent.map_or("/", |parent| parent.path.as_str());
    let wanted = paths::slug(new.slug.as_deref().unwrap_or(name), "sezione");
    let slug = paths::free_slug(tx, &mut paths::Numbers::new(), folder, &wanted, None).await?;
    let siblings = rows.iter().filter(|row| row.parent == new.parent).count() as i64;
    let next_colour = parent.map_or(siblings, |parent| parent.colour);
    let path = format!("{folder}{slug}/");
    let colour = new.colour.map_or(next_colour, i64::from) % COLOURS;
    let description = new.description.as_deref();
    let row = NewRow { parent: new.parent, name, slug: &slug, path: &path, description, colour, position: siblings };
    let id = sql::insert(tx, &row).await?;
    paths::lead_to_section(tx, &path, id, newsroom.now()).await?;
    changes::append(tx, newsroom.store(), ChangeKind::Section, id.0, newsroom.now()).await?;
    Ok(SectionRow { id, parent: new.parent, name: name.to_owned(), path, description: new.description.clone(), colour })
}

fn no_such_parent() -> AppError {
    AppError::invalid("parent", "a subsection belongs to a section that is there and is no subsection itself")
}

fn section(row: &SectionRow, rows: &[SectionRow]) -> Section {
    Section {
        id: row.id,
        parent: rows.iter().find(|other| Some(other.id) == row.parent).map(reference),
        name: row.name.clone(),
        path: row.path.clone(),
        description: row.description.clone(),
        colour: row.colour as u8,
        children: rows.iter().filter(|other| other.parent == Some(row.id)).map(reference).collect(),
    }
}

fn reference(row: &SectionRow) -> SectionRef {
    SectionRef { id: row.id, name: row.name.clone(), path: row.path.clone(), colour: row.colour as u8 }
}
