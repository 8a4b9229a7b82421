//! The front page, made up by rule: until an editor does it, the newest lead and every section has its block.

mod sql;

use std::collections::{HashMap, HashSet};

use model::{ArticleId, Card, Section, SectionRef};
use sqlx::AnyConnection;

use super::{ANY_LANGUAGE, Articles, cards};
use crate::{Result, sections};

const SECONDARY: usize = 4;
const BLOCK: usize = 4;
const LATEST: usize = 8;
const MOST_READ: usize = 5;

/// A lead story with a picture is looked for among so many of the newest.
const LEAD_AMONG: usize = 6;

/// The lists of the latest and of the most read take a sixth of the articles each at most: in a small paper the blocks
/// of the sections come first.
const SHARE: usize = 6;

/// As many articles as full lists go by.
const NEWEST: usize = LATEST * SHARE;

/// The front page; no article stands on it twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The lead story: the newest with a picture among the newest few, else the newest.
    pub lead: Option<Card>,
    /// The stories beside it, four at most.
    pub secondary: Vec<Card>,
    /// A block for every top section that has stories left.
    pub blocks: Vec<FrontBlock>,
    /// The newest of the rest, eight at most.
    pub latest: Vec<Card>,
    /// The most read of the rest, five at most.
    pub most_read: Vec<Card>,
}

/// The block of a section on the front page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontBlock {
    /// The section.
    pub section: SectionRef,
    /// Its stories, newest first; four at most.
    pub cards: Vec<Card>,
}

/// Which articles go where.
#[derive(Default)]
struct Plan {
    lead: Vec<ArticleId>,
    secondary: Vec<ArticleId>,
    latest: Vec<ArticleId>,
    most_read: Vec<ArticleId>,
    blocks: Vec<(SectionRef, Vec<ArticleId>)>,
}

impl Articles<'_> {
    /// The front page, in the site's language; in all of them where nothing is written in that one.
    pub async fn front(&self) -> Result<Front> {
        let mut connection = self.newsroom.store().read().await?;
        let mut lang = format!("{}%", self.newsroom.site().lang);
        let mut newest = sql::newest(&mut connection, &lang, NEWEST as i64).await?;
        if newest.is_empty() {
            ANY_LANGUAGE.clone_into(&mut lang);
            newest = sql::newest(&mut connection, &lang, NEWEST as i64).await?;
        }
        let plan = plan(&mut connection, &newest, &lang, self.week()).await?;
        make_up(&mut connection, plan).await
    }
}

async fn plan(connection: &mut AnyConnection, newest: &[(ArticleId, bool)], lang: &str, week: i64) -> Result<Plan> {
    let mut taken = HashSet::new();
    let share = newest.len() / SHARE;
    let lead = newest.iter().take(LEAD_AMONG).find(|(_, pictured)| *pictured).or(newest.first());
    let lead = take(&mut taken, lead.map(|(id, _)| *id), 1);
    let ids = || newest.iter().map(|(id, _)| *id);
    let secondary = take(&mut taken, ids(), SECONDARY);
    let latest = take(&mut taken, ids(), LATEST.min(share));
    let most = super::most_read(connection, week, lang, taken.len() + MOST_READ).await?;
    let most_read = take(&mut taken, most, MOST_READ.min(share));
    let mut blocks = Vec::new();
    for section in sections::tree(connection).await? {
        let stories = sql::in_section(connection, section.id, lang, (taken.len() + BLOCK) as i64).await?;
        let stories = take(&mut taken, stories, BLOCK);
        if !stories.is_empty() {
            blocks.push((reference(section), stories));
        }
    }
    Ok(Plan { lead, secondary, latest, most_read, blocks })
}

/// The first `count` that no other place has taken.
fn take(taken: &mut HashSet<ArticleId>, ids: impl IntoIterator<Item = ArticleId>, count: usize) -> Vec<ArticleId> {
    ids.into_iter().filter(|id| taken.insert(*id)).take(count).collect()
}

/// Fetches all cards at once and puts each in its place.
async fn make_up(connection: &mut AnyConnection, plan: Plan) -> Result<Front> {
    let lists = [&plan.lead, &plan.secondary, &plan.latest, &plan.most_read];
    let ids: Vec<ArticleId> =
        lists.into_iter().chain(plan.blocks.iter().map(|(_, stories)| stories)).flatten().copied().collect();
    let mut cards: HashMap<ArticleId, Card> =
        cards::of(connection, &ids).await?.into_iter().map(|card| (card.id, card)).collect();
    let mut pick = |ids: Vec<ArticleId>| -> Vec<Card> { ids.iter().filter_map(|id| cards.remove(id)).collect() };
    Ok(Front {
        lead: pick(plan.lead).pop(),
        secondary: pick(plan.secondary),
        latest: pick(plan.latest),
        most_read: pick(plan.most_read),
        blocks: plan
            .blocks
            .into_iter()
            .map(|(section, stories)| FrontBlock { section, cards: pick(stories) })
            .collect(),
    })
}

fn reference(section: Section) -> SectionRef {
    SectionRef { id: section.id, name: section.name, path: section.path, colour: section.colour }
}
