//! The check list before publishing: a few things are required, the others only said.

mod links;

use document::{Figure, Limits};
use model::{Actor, AppError, ArticleContent, ArticleId, CheckLine};
use sqlx::AnyConnection;

use super::{Stories, outside, standing};
use crate::articles::{self, HEADLINE_MAX};
use crate::{Result, sections};

/// How long a standfirst reads well, in characters.
const STANDFIRST: std::ops::RangeInclusive<usize> = 60..=220;

impl Stories<'_> {
    /// The check list of a story as it is written now.
    pub async fn check(&self, actor: &Actor, id: ArticleId) -> Result<Vec<CheckLine>> {
        let mut connection = self.newsroom.store().read().await?;
        standing::found(&mut connection, actor, id).await?;
        let content = match outside::live(self.newsroom, id).await? {
            Some(live) => live.content,
            None => articles::working(&mut connection, id).await?,
        };
        let section = section_fault(&mut connection, &content).await?;
        drop(connection);
        let headline = headline_fault(&content);
        let standfirst = content.standfirst.as_deref().map_or(0, |text| text.trim().chars().count());
        let fits = STANDFIRST.contains(&standfirst);
        Ok(vec![
            line("headline", headline.is_none(), true, Vec::new()),
            line("section", section.is_none(), true, section.map(|_| content.section.clone()).into_iter().collect()),
            line("byline", content.byline.iter().any(|name| !name.trim().is_empty()), false, Vec::new()),
            listed("alt", without_alt(&content)),
            line("standfirst", fits, false, if fits { Vec::new() } else { vec![standfirst.to_string()] }),
            listed("links", links::dead(self.newsroom, &content).await?),
            body_line(&content),
        ])
    }
}

/// Refuses what must not be published: without headline, section or body, or with a body that no page can show.
pub(super) async fn required(connection: &mut AnyConnection, content: &ArticleContent) -> Result<()> {
    if let Some(message) = headline_fault(content) {
        return Err(AppError::invalid("headline", message).into());
    }
    if let Some(message) = section_fault(connection, content).await? {
        return Err(AppError::invalid("section", message).into());
    }
    match body_fault(content) {
        Some(message) => Err(AppError::invalid("body", message).into()),
        None => Ok(()),
    }
}

fn headline_fault(content: &ArticleContent) -> Option<&'static str> {
    match content.headline.trim().chars().count() {
        0 => Some("story-headline-missing"),
        length if length > HEADLINE_MAX => Some("story-headline-long"),
        _ => None,
    }
}

async fn section_fault(connection: &mut AnyConnection, content: &ArticleContent) -> Result<Option<&'static str>> {
    if content.section.trim().is_empty() {
        return Ok(Some("story-section-missing"));
    }
    let there = sections::named(connection, &content.section).await?.is_some();
    Ok((!there).then_some("story-section-unknown"))
}

/// A key of the Fluent files, or where in the body it is wrong.
fn body_fault(content: &ArticleContent) -> Option<String> {
    let says_something = !content.body.plain_text().trim().is_empty() || content.body.figures().next().is_some();
    if !says_something {
        return Some("story-body-missing".to_owned());
    }
    content.body.check(&Limits::default()).err().map(|why| why.to_string())
}

fn body_line(content: &ArticleContent) -> CheckLine {
    match body_fault(content) {
        None => line("body", true, true, Vec::new()),
        Some(fault) => line("body", false, true, vec![fault].into_iter().filter(|fault| fault.contains(' ')).collect()),
    }
}

/// The pictures that say nothing to those who do not see them, by caption or by number.
fn without_alt(content: &ArticleContent) -> Vec<String> {
    let lead = content.lead_image.iter().map(|image| (image.alt.as_str(), &image.caption));
    let figures = content.body.figures().map(|figure: &Figure| (figure.alt.as_str(), &figure.caption));
    let numbered = lead.chain(figures).enumerate().filter(|(_, (alt, _))| alt.trim().is_empty());
    numbered
        .map(|(at, (_, caption))| {
            let paragraph = document::Block::Paragraph { content: caption.clone() };
            let words = document::Document { blocks: vec![paragraph] }.plain_text();
            if words.trim().is_empty() { (at + 1).to_string() } else { words.trim().to_owned() }
        })
        .collect()
}

/// A line that passes where nothing is to be named.
fn listed(rule: &str, detail: Vec<String>) -> CheckLine {
    line(rule, detail.is_empty(), false, detail)
}

fn line(rule: &str, passed: bool, required: bool, detail: Vec<String>) -> CheckLine {
    CheckLine { rule: rule.to_owned(), passed, required, detail }
}
