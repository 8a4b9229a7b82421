//! Lists of stories: latest edited first, by key, so that the thousandth stretch is as quick as the first.

mod sql;

use model::{Actor, AppError, ArticleId, Millis, SectionId, StoryFilter, StoryLine, StoryPage};
use sqlx::AnyConnection;

use super::{Stories, folding};
use crate::{Result, sections};
use sql::Wanted;

/// How many stories a stretch holds.
const STRETCH: usize = 50;

/// How far a calendar may reach: a year and a bit.
const CALENDAR_MAX: i64 = 400 * 24 * 3600 * 1000;

impl Stories<'_> {
    /// A stretch of the list of stories. `after` is the `next` of the stretch before, empty for the first.
    ///
    /// Who may not read everyone's stories gets their own.
    pub async fn list(&self, actor: &Actor, filter: &StoryFilter, after: &str) -> Result<StoryPage> {
        if !actor.is_staff() {
            return Err(AppError::SignInRequired.into());
        }
        let mut connection = self.newsroom.store().read().await?;
        let Some(sections) = sections_of(&mut connection, &filter.section).await? else {
            return Ok(StoryPage { lines: Vec::new(), next: None });
        };
        let own_only = filter.mine || !actor.may_read_story(None);
        let mut patterns = folding::anywhere(&filter.words);
        patterns.extend(folding::in_byline(&filter.byline));
        let wanted = Wanted {
            state: filter.state,
            sections,
            // The operator has no stories of their own.
            owner: own_only.then(|| actor.user().map_or(0, |user| user.0)),
            patterns,
            after: cursor(after)?,
        };
        let mut found = sql::page(&mut connection, &wanted, STRETCH as i64 + 1).await?;
        let more = found.len() > STRETCH;
        found.truncate(STRETCH);
        let next = found.last().filter(|_| more).map(|(at, id)| format!("{:x}-{:x}", at.0, id.0));
        let ids: Vec<ArticleId> = found.into_iter().map(|(_, id)| id).collect();
        Ok(StoryPage { lines: sql::lines(&mut connection, &ids).await?, next })
    }

    /// The stories that become public from `from` on and before `to`, or did, in the order of that.
    pub async fn calendar(&self, actor: &Actor, from: Millis, to: Millis) -> Result<Vec<StoryLine>> {
        if !actor.is_staff() {
            return Err(AppError::SignInRequired.into());
        }
        if to < from || to.0.saturating_sub(from.0) > CALENDAR_MAX {
            return Err(AppError::invalid("to", "story-calendar-range").into());
        }
        let owner = (!actor.may_read_story(None)).then(|| actor.user().map_or(0, |user| user.0));
        let mut connection = self.newsroom.store().read().await?;
        let ids = sql::between(&mut connection, from, to, owner).await?;
        let mut lines = sql::lines(&mut connection, &ids).await?;
        lines.sort_by_key(|line| line.scheduled_at.or(line.published_at));
        Ok(lines)
    }
}

/// What lists show of one story that is there.
pub(super) async fn line(connection: &mut AnyConnection, id: ArticleId) -> Result<StoryLine> {
    Ok(sql::lines(connection, &[id]).await?.pop().ok_or(AppError::NotFound)?)
}

/// The section of a name and those below it; an empty list for all, none where there is no such section.
async fn sections_of(connection: &mut AnyConnection, name: &str) -> Result<Option<Vec<SectionId>>> {
    if name.trim().is_empty() {
        return Ok(Some(Vec::new()));
    }
    let Some(id) = sections::named(connection, name).await? else { return Ok(None) };
    let tree = sections::tree(connection).await?;
    let below = tree.iter().filter(|section| section.id == id).flat_map(|section| &section.children);
    Ok(Some(std::iter::once(id).chain(below.map(|section| section.id)).collect()))
}

/// Reads the place where a stretch ended.
fn cursor(text: &str) -> Result<Option<(Millis, ArticleId)>> {
    if text.is_empty() {
        return Ok(None);
    }
    let number = |digits: &str| i64::from_str_radix(digits, 16).ok();
    let place = text.split_once('-').and_then(|(at, id)| Some((Millis(number(at)?), ArticleId(number(id)?))));
    place.map(Some).ok_or_else(|| AppError::invalid("after", "story-list-place").into())
}
