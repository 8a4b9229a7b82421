//! One line of an edition, read and checked: what can be kept, and what there is to tell about it.

use std::collections::BTreeSet;

use document::{Document, Inline, Limits};
use jiff::Timestamp;
use model::{ArticleContent, EditionArticle, EditionImage, LeadImage, Millis};

use super::album::{Album, Wanted};
use super::comments::{self, Thread};
use super::lines::{LINE_MAX, Line};
use super::report::{Note, Place};
use crate::articles::Entry;

const HEADLINE_MAX: usize = 300;
/// Names of sections, authors and tags, slugs, rights lines.
const NAME_MAX: usize = 200;
const STANDFIRST_MAX: usize = 2_000;
const PATH_MAX: usize = 4_096;
const REFERENCE_MAX: usize = 500;

/// What became of a line on reading it.
pub(super) struct Reading {
    pub place: Place,
    /// The article, or why the line is passed over.
    pub story: Result<Story, Note>,
    /// What was changed or left out.
    pub notes: Vec<Note>,
    /// Fields that nobody knows.
    pub unknown: Vec<String>,
}

/// An article that is ready to be kept once its pictures are there.
pub(super) struct Story {
    pub reference: String,
    pub entry: Entry,
    pub lead_image: Option<EditionImage>,
    pub published_at: Option<Millis>,
    pub updated_at: Option<Millis>,
    pub path: Option<String>,
    pub thread: Thread,
}

/// Reads a line of the file.
pub(super) fn read_line(line: &Line) -> Reading {
    let parsed = match &line.bytes {
        None => Err(format!("the line is longer than {} MB", LINE_MAX >> 20)),
        Some(bytes) => serde_json::from_slice::<EditionArticle>(bytes).map_err(|why| without_line(&why)),
    };
    match parsed {
        Ok(article) => read(Some(line.number), article),
        Err(why) => Reading {
            place: Place { line: Some(line.number), reference: None },
            story: Err(("line".to_owned(), format!("{why}; the line was passed over"))),
            notes: Vec::new(),
            unknown: Vec::new(),
        },
    }
}

/// Checks an article.
pub(super) fn read(line: Option<u64>, mut article: EditionArticle) -> Reading {
    let reference = article.reference.trim().to_owned();
    let place = Place { line, reference: Some(reference.clone()).filter(|reference| !reference.is_empty()) };
    let unknown = std::mem::take(&mut article.unknown).into_keys().collect();
    let mut notes = Vec::new();
    let story = story(reference, article, &mut notes);
    Reading { place, story, notes, unknown }
}

impl Story {
    /// The pictures that the article asks for.
    pub(super) fn wanted(&self) -> impl Iterator<Item = Wanted> {
        let lead = self.lead_image.iter().map(|lead| Wanted {
            address: lead.file.clone(),
            alt: lead.alt.clone(),
            caption: lead.caption.clone(),
            credit: lead.credit.clone(),
        });
        let body = self.entry.content.body.figures().map(|figure| Wanted {
            address: figure.picture.clone(),
            alt: figure.alt.clone(),
            caption: None,
            credit: figure.credit.clone(),
        });
        lead.chain(body)
    }

    /// Puts the pictures' hashes in the place of their addresses. What has no picture goes, and is told.
    pub(super) fn settle(&mut self, album: &Album) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some(lead) = self.lead_image.take() {
            match album.pick(&lead.file) {
                Ok(picture) => self.entry.content.lead_image = Some(lead_image(picture, lead)),
                Err(why) => {
                    notes.push(note("lead_image", format!("{}: {why}; the article goes without it", lead.file)));
                }
            }
        }
        let body = &mut self.entry.content.body;
        let mut refused = BTreeSet::new();
        for figure in body.figures_mut() {
            match album.pick(&figure.picture) {
                Ok(hash) => figure.picture = hash,
                Err(why) => {
                    notes.push(note("figure", format!("{}: {why}; the figure was left out", figure.picture)));
                    refused.insert(figure.picture.clone());
                }
            }
        }
        if !refused.is_empty() {
            body.retain_figures(|figure| !refused.contains(&figure.picture));
            *body = std::mem::take(body).tidy();
        }
        notes
    }
}

fn story(reference: String, article: EditionArticle, notes: &mut Vec<Note>) -> Result<Story, Note> {
    let required = |field: &str, value: String, max: usize| match fits(&value, max) {
        _ if value.is_empty() => Err(note(field, "it is missing; the article was passed over")),
        true => Ok(value),
        false => Err(note(field, format!("it has more than {max} characters; the article was passed over"))),
    };
    let reference = required("ref", reference, REFERENCE_MAX)?;
    let lang = required("lang", one_line(&article.lang), 35)?;
    if !lang.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        return Err(note("lang", format!("\"{lang}\" is not a language tag; the article was passed over")));
    }
    let headline = required("headline", one_line(&article.headline), HEADLINE_MAX)?;
    let section = section(&required("section", one_line(&article.section), 2 * NAME_MAX)?)?;
    let body = body(article.html, article.markdown, article.blocks, notes)?;
    body.check(&Limits::default()).map_err(|why| note("body", format!("{why}; the article was passed over")))?;

    let mut optional = |field: &str, value: Option<String>, max: usize| {
        let value = one_line(&value?);
        if !fits(&value, max) {
            notes.push(note(field, format!("it has more than {max} characters; it was left out")));
            return None;
        }
        Some(value).filter(|value| !value.is_empty())
    };
    let content = ArticleContent {
        lang,
        kicker: optional("kicker", article.kicker, NAME_MAX),
        headline,
        standfirst: optional("standfirst", article.standfirst, STANDFIRST_MAX),
        section,
        byline: names("authors", article.authors, &mut optional),
        tags: names("tags", article.tags, &mut optional),
        lead_image: None,
        body,
        copyright: optional("copyright", article.copyright, NAME_MAX),
    };
    let slug = optional("slug", article.slug, NAME_MAX);
    let translation_of = optional("translation_of", article.translation_of, REFERENCE_MAX);
    let path = optional("path", article.path, PATH_MAX);
    Ok(Story {
        entry: Entry {
            reference: Some(reference.clone()),
            content,
            slug,
            translation_of,
            views_before: views(article.views, notes),
        },
        reference,
        lead_image: article.lead_image.filter(|lead| !lead.file.is_empty()),
        published_at: moment("published_at", article.published_at, notes),
        updated_at: moment("updated_at", article.updated_at, notes),
        path: old_path(path, notes),
        thread: comments::read(article.comments),
    })
}

/// `Name` or `Name/Subsection`.
fn section(text: &str) -> Result<String, Note> {
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    if parts.len() > 2 || parts.iter().any(|part| part.is_empty() || !fits(part, NAME_MAX)) {
        return Err(note(
            "section",
            format!("\"{text}\" is not a section or Section/Subsection; the article was passed over"),
        ));
    }
    Ok(parts.join("/"))
}

fn body(
    html: Option<String>,
    markdown: Option<String>,
    blocks: Option<Document>,
    notes: &mut Vec<Note>,
) -> Result<Document, Note> {
    let refused = |why: String| note("body", format!("{why}; the article was passed over"));
    let (field, converted) = match (html, markdown, blocks) {
        (Some(html), None, None) => ("html", document::from_html(&html)),
        (None, Some(markdown), None) => ("markdown", document::from_markdown(&markdown)),
        (None, None, Some(blocks)) => return Ok(blocks.tidy()),
        (None, None, None) => return Err(refused("there is none of html, markdown and blocks".to_owned())),
        _ => return Err(refused("there is more than one of html, markdown and blocks".to_owned())),
    };
    let converted = converted.map_err(|why| refused(why.to_string()))?;
    notes.extend(converted.dropped.into_iter().map(|dropped| note(field, dropped)));
    Ok(converted.document)
}

/// Names in their order, each once.
fn names(
    field: &str,
    names: Vec<String>,
    optional: &mut impl FnMut(&str, Option<String>, usize) -> Option<String>,
) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let checked = names.into_iter().filter_map(|name| optional(field, Some(name), NAME_MAX));
    checked.filter(|name| seen.insert(name.to_lowercase())).collect()
}

fn moment(field: &str, text: Option<String>, notes: &mut Vec<Note>) -> Option<Millis> {
    let text = text?;
    let moment: Option<Timestamp> = text.parse().ok();
    if moment.is_none() {
        notes.push(note(field, format!("\"{text}\" is not a date as RFC 3339 writes it; it was left out")));
    }
    moment.map(|moment| Millis(moment.as_millisecond()))
}

fn views(views: Option<i64>, notes: &mut Vec<Note>) -> Option<i64> {
    if views.is_some_and(|views| views < 0) {
        notes.push(note("views", "nothing is read fewer than 0 times; it was left out"));
        return None;
    }
    views
}

fn old_path(path: Option<String>, notes: &mut Vec<Note>) -> Option<String> {
    let path = path?;
    if !path.starts_with('/') || path.starts_with("//") {
        notes.push(note(
            "path",
            format!("\"{path}\" is not a path of this site, such as /2019/05/old/; it was left out"),
        ));
        return None;
    }
    Some(path)
}

fn lead_image(picture: String, lead: EditionImage) -> LeadImage<String> {
    let text = |text: Option<String>| text.map(|text| one_line(&text)).filter(|text| !text.is_empty());
    LeadImage {
        picture,
        alt: one_line(&lead.alt),
        caption: text(lead.caption).map(Inline::text).into_iter().collect(),
        credit: text(lead.credit),
    }
}

/// What the parser said, without the "at line 1 column 9" that would name the wrong line.
fn without_line(why: &serde_json::Error) -> String {
    let said = why.to_string();
    let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
    format!("it is not an article as JSON: {what} (character {})", why.column())
}

/// White space, line ends included, becomes single blanks; control characters go.
fn one_line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn fits(text: &str, max: usize) -> bool {
    text.chars().take(max + 1).count() <= max
}

fn note(field: &str, message: impl Into<String>) -> Note {
    (field.to_owned(), message.into())
}
