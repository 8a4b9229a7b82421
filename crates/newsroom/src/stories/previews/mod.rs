//! Preview links: a story as it is written now, for people without an account.

mod sql;

use std::fmt::Write as _;

use model::{Actor, AppError, Article, ArticleId, Millis, PreviewId, PreviewLine, Story};
use sqlx::AnyConnection;

use super::standing::{self, allow, refuse_if};
use super::{Stories, outside};
use crate::{Error, Result, articles, sections};

/// For how many days a link may be good.
const DAYS: std::ops::RangeInclusive<u32> = 1..=30;
const A_DAY: i64 = 24 * 3600 * 1000;

/// How many links of a story may be good at once.
const LINKS_MAX: usize = 20;

/// A story as somebody with a preview link sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The story as it is written now; it has no address, and its byline leads nowhere.
    pub article: Article,
    /// Until when the link is good.
    pub expires_at: Millis,
}

impl Stories<'_> {
    /// Makes a preview link that is good for 1 to 30 days; answers its path, which nobody can look up later.
    pub async fn make_preview(&self, actor: &Actor, id: ArticleId, days: u32) -> Result<String> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(story.may_write(actor))?;
        if !DAYS.contains(&days) {
            return Err(AppError::invalid("days", "story-preview-days").into());
        }
        let now = self.newsroom.now();
        refuse_if(story.embargo_until.is_some_and(|until| until > now), "story-preview-embargoed")?;
        refuse_if(sql::of(&mut tx, id, now).await?.len() >= LINKS_MAX, "story-preview-many")?;
        let token = token()?;
        let expires_at = Millis(now.0 + i64::from(days) * A_DAY);
        sql::insert(&mut tx, id, &hash(&token), actor.name(), now, expires_at).await?;
        self.record(&mut tx, actor, "preview", id, &days.to_string()).await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        Ok(format!("/preview/{token}/"))
    }

    /// Ends a preview link.
    pub async fn end_preview(&self, actor: &Actor, id: ArticleId, preview: PreviewId) -> Result<Story> {
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(story.may_write(actor))?;
        if !sql::end(&mut tx, id, preview).await? {
            return Err(AppError::NotFound.into());
        }
        self.record(&mut tx, actor, "end-preview", id, "").await?;
        tx.commit().await?;
        self.newsroom.bell().ring();
        self.get(actor, id).await
    }

    /// The story behind the secret of a preview link. Nothing where the link never was or is over, and while the story
    /// is under embargo or in the bin.
    pub async fn preview(&self, token: &str) -> Result<Option<Preview>> {
        if token.len() != 64 {
            return Ok(None);
        }
        let now = self.newsroom.now();
        let mut connection = self.newsroom.store().read().await?;
        let Some((id, expires_at)) = sql::find(&mut connection, &hash(token), now).await? else { return Ok(None) };
        let content = match outside::live(self.newsroom, id).await? {
            Some(live) => live.content,
            None => articles::working(&mut connection, id).await?,
        };
        let section = articles::section_of(&mut connection, id).await?;
        let section = sections::mentioned(&mut connection, section).await?.ok_or(AppError::NotFound)?;
        let article = articles::as_shown(&mut connection, id, section, content).await?;
        Ok(Some(Preview { article, expires_at }))
    }

    /// Forgets the links that are over.
    pub(crate) async fn forget_previews(&self) -> Result<()> {
        let mut tx = self.newsroom.store().write().await?;
        sql::forget(&mut tx, self.newsroom.now()).await?;
        Ok(tx.commit().await?)
    }
}

/// The links of a story that are good, latest first.
pub(super) async fn of(connection: &mut AnyConnection, id: ArticleId, now: Millis) -> Result<Vec<PreviewLine>> {
    sql::of(connection, id, now).await
}

/// 256 bits that nobody guesses, as 64 hex digits.
fn token() -> Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|why| Error::File(std::io::Error::other(why.to_string())))?;
    let mut token = String::with_capacity(64);
    for byte in bytes {
        write!(token, "{byte:02x}").expect("writing to memory does not fail");
    }
    Ok(token)
}

/// What is kept of a token: whoever reads the database cannot use it.
fn hash(token: &str) -> String {
    blake3::hash(token.as_bytes()).to_hex().to_string()
}
