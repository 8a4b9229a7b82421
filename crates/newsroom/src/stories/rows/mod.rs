//! A story's own row: what lists of the desk show of the working copy, written whenever that is.

mod sql;

use model::{ArticleContent, ArticleId, Millis, SectionId, UserId};
use sqlx::AnyConnection;

use super::folding::folded;
use crate::Result;

/// What lists of the desk show of a working copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// The headline; may be empty.
    pub headline: String,
    /// The section; as it was, where the working copy names one that is not there.
    pub section: SectionId,
    /// Who signs, as printed.
    pub byline: String,
    /// Words in the body.
    pub words: i64,
    /// Whether it says something that no version says.
    pub changed: bool,
}

impl Told {
    /// What lists show of this.
    pub(crate) fn of(content: &ArticleContent, section: SectionId, changed: bool) -> Self {
        Self {
            headline: content.headline.clone(),
            section,
            byline: content.byline.join(", "),
            words: i64::from(content.body.words()),
            changed,
        }
    }

    fn folded(&self) -> String {
        folded(&self.headline, &self.byline)
    }
}

/// Makes the row of a story that somebody begins.
pub(crate) async fn begin(
    tx: &mut AnyConnection,
    id: ArticleId,
    told: &Told,
    owner: Option<UserId>,
    by: &str,
    at: Millis,
) -> Result<()> {
    sql::insert(tx, id, told, owner, by, at).await
}

/// Makes or renews the row of an article that came in from elsewhere. Where it stands, its own row says, but for what
/// waits in the bin, in review or for a moment: an import moves none of these.
pub(crate) async fn enter(
    tx: &mut AnyConnection,
    id: ArticleId,
    section: SectionId,
    content: &ArticleContent,
    at: Millis,
    changed: bool,
) -> Result<()> {
    sql::enter(tx, id, &Told::of(content, section, changed), at).await
}

/// Renews the row after somebody wrote. Answers whether lists show anything else than the time.
pub(crate) async fn tell(tx: &mut AnyConnection, id: ArticleId, told: &Told, by: &str, at: Millis) -> Result<bool> {
    let before = sql::told(tx, id).await?;
    sql::tell(tx, id, told, by, at).await?;
    let shown = |told: &Told| (told.headline.clone(), told.section, told.byline.clone(), told.changed);
    Ok(before.is_none_or(|before| shown(&before) != shown(told)))
}
