//! Related articles: by closeness in subject, then in time.

mod sql;

use std::cmp::Ordering;
use std::collections::HashMap;

use model::{ArticleId, Card, SectionId};
use sqlx::AnyConnection;

use super::sql::Standing;
use super::{ANY_LANGUAGE, Articles, cards};
use crate::Result;

/// A tag on more articles than this says nothing about the subject of one.
const COMMON: i64 = 1000;

const MONTH: f64 = 30.0 * 24.0 * 3600.0 * 1000.0;

const ANY_SECTION: SectionId = SectionId(0);

/// An article that may be related.
struct Other {
    id: ArticleId,
    lang: String,
    section: SectionId,
    listed_at: i64,
    /// What the shared tags weigh together: the rarer a tag, the more.
    shared: f64,
}

impl Articles<'_> {
    /// The articles closest to one, closest first; never itself or a translation of it.
    ///
    /// Its own language comes first. Within it, shared tags count by their rarity, up to a quarter more for what was
    /// published near in time; then the same section, then nearness in time. There are always `limit` if the site has
    /// as many.
    pub async fn related(&self, id: ArticleId, limit: u32) -> Result<Vec<Card>> {
        let mut connection = self.newsroom.store().read().await?;
        let Some(place) = super::sql::standing(&mut connection, id).await? else { return Ok(Vec::new()) };
        let mut others = sharing(&mut connection, &place).await?;
        fill(&mut connection, &place, &mut others, limit as usize).await?;
        let mut ranked: Vec<Other> = others.into_values().collect();
        ranked.sort_unstable_by(|one, two| closer_first(one, two, &place));
        ranked.truncate(limit as usize);
        let ids: Vec<ArticleId> = ranked.iter().map(|other| other.id).collect();
        cards::of(&mut connection, &ids).await
    }
}

/// Those that share a tag.
async fn sharing(connection: &mut AnyConnection, place: &Standing) -> Result<HashMap<ArticleId, Other>> {
    let mut sizes: Vec<_> = sql::tag_sizes(connection, place.id).await?.into_iter().collect();
    sizes.sort_unstable();
    let mut others: HashMap<ArticleId, Other> = HashMap::new();
    for (tag, size) in sizes.into_iter().filter(|(_, size)| (2..=COMMON).contains(size)) {
        let rarity = 1.0 / (size as f64).ln_1p();
        for other in sql::with_tag(connection, tag, place).await? {
            others.entry(other.id).or_insert(other).shared += rarity;
        }
    }
    Ok(others)
}

/// Adds those near in time, from ever further afield, until there are enough.
async fn fill(
    connection: &mut AnyConnection,
    place: &Standing,
    others: &mut HashMap<ArticleId, Other>,
    limit: usize,
) -> Result<()> {
    let own = place.lang.as_str();
    for (section, lang) in [(place.section, own), (ANY_SECTION, own), (ANY_SECTION, ANY_LANGUAGE)] {
        let enough = others.values().filter(|other| lang == ANY_LANGUAGE || other.lang == own).count() >= limit;
        if enough {
            return Ok(());
        }
        // What shares a tag may be near as well: ask for as many more.
        for other in sql::near(connection, place, section, lang, (limit + others.len()) as i64).await? {
            others.entry(other.id).or_insert(other);
        }
    }
    Ok(())
}

fn closer_first(one: &Other, two: &Other, place: &Standing) -> Ordering {
    let same_language = |other: &Other| other.lang == place.lang;
    let same_section = |other: &Other| other.section == place.section;
    let distance = |other: &Other| other.listed_at.abs_diff(place.listed_at);
    let closeness = |other: &Other| other.shared * (1.0 + 0.25 / (1.0 + distance(other) as f64 / MONTH));
    same_language(two)
        .cmp(&same_language(one))
        .then_with(|| closeness(two).total_cmp(&closeness(one)))
        .then_with(|| same_section(two).cmp(&same_section(one)))
        .then_with(|| distance(one).cmp(&distance(two)))
        .then_with(|| two.id.cmp(&one.id))
}
