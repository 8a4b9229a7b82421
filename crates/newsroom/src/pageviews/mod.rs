//! How often articles are read: one reading per reader, article and day.
//!
//! Whether somebody was counted today is decided by a mark in the database, a keyed hash under the day's random salt.
//! Marks are written once a second, all of them in one transaction that also adds up what they are worth; so the counts
//! are exact with any number of nodes, and a crash loses at most a second. Nobody is ever counted twice: a flush that
//! failed is repeated, and what was written before is not written again. Marks and salt go soon after the day is over.

mod bots;
mod reader;
mod sql;
mod tallying;

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::{AppError, ArticleId, Millis};

use crate::{Error, Newsroom, Result};
use tallying::{Mark, Salt};

pub use reader::Reader;
pub(crate) use tallying::Tallying;

/// How long the marks of a day outlive it, in milliseconds: until every node has surely written its last ones.
const GRACE: i64 = 10 * 60 * 1_000;

/// How many marks one statement writes.
const BATCH: usize = 500;

/// The door to the view counts.
#[derive(Debug)]
pub struct Pageviews<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

impl Pageviews<'_> {
    /// Counts a reading, and answers the article's count with this one in it. Crawlers are answered, not counted.
    pub async fn record(&self, from: &Reader, article: ArticleId) -> Result<i64> {
        if from.is_bot() {
            return self.count(article).await;
        }
        let tallying = self.newsroom.tallying();
        let day = self.today();
        let mark = Mark { day, hash: from.mark(&self.salt(day).await?, article) };

        let mut connection = self.newsroom.store().read().await?;
        let _steady = tallying.steady().await;
        let count = sql::count(&mut connection, article).await?.ok_or(AppError::NotFound)?;
        if !sql::is_marked(&mut connection, &mark).await? {
            tallying.note(mark, article);
        }
        Ok(count + tallying.pending(article))
    }

    /// How often an article that is on the site was read: imported readings, those counted, those not yet written.
    pub async fn count(&self, article: ArticleId) -> Result<i64> {
        let tallying = self.newsroom.tallying();
        let mut connection = self.newsroom.store().read().await?;
        let _steady = tallying.steady().await;
        let count = sql::count(&mut connection, article).await?;
        Ok(count.ok_or(AppError::NotFound)? + tallying.pending(article))
    }

    /// Writes what was counted since the last time. What cannot be written stays for the next.
    pub async fn flush(&self) -> Result<()> {
        let tallying = self.newsroom.tallying();
        let _turn = tallying.turn().await;
        let oldest = self.day_at(Millis(self.newsroom.now().0 - GRACE));
        let batch = tallying.batch(oldest);
        if batch.is_empty() && tallying.is_cleared(oldest) {
            return Ok(());
        }

        let mut tx = self.newsroom.store().write().await?;
        let mut readings: BTreeMap<(ArticleId, i64), i64> = BTreeMap::new();
        // Sorted, so that nodes that write at the same time do not wait for each other in a ring.
        let marks: Vec<Mark> = batch.keys().copied().collect();
        for some in marks.chunks(BATCH) {
            for mark in sql::write_marks(&mut tx, some).await? {
                *readings.entry((batch[&mark], mark.day)).or_default() += 1;
            }
        }
        for ((article, day), count) in readings {
            sql::add_readings(&mut tx, article, day, count).await?;
        }
        sql::clear(&mut tx, oldest).await?;

        // Nobody may look between the commit and the forgetting: they would see readings twice.
        let _alone = tallying.alone().await;
        tx.commit().await?;
        tallying.written(&batch, oldest);
        Ok(())
    }

    /// Flushes once a second, for as long as it is polled. A failure is logged, and tried again.
    pub async fn keep_flushing(newsroom: Newsroom) {
        let mut second = tokio::time::interval(Duration::from_secs(1));
        second.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            second.tick().await;
            if let Err(error) = newsroom.pageviews().flush().await {
                tracing::warn!(%error, "readings could not be written; they wait for the next second");
            }
        }
    }

    /// The day's salt: the first node that needs it makes it.
    async fn salt(&self, day: i64) -> Result<Salt> {
        if let Some(salt) = self.newsroom.tallying().salt(day) {
            return Ok(salt);
        }
        let mut fresh = Salt::default();
        getrandom::fill(&mut fresh).map_err(|why| Error::File(std::io::Error::other(why.to_string())))?;
        let mut tx = self.newsroom.store().write().await?;
        let salt = sql::settle_salt(&mut tx, day, &fresh).await?;
        tx.commit().await?;
        self.newsroom.tallying().keep_salt(day, salt);
        Ok(salt)
    }

    /// Days since 1970-01-01 in the site's zone.
    fn today(&self) -> i64 {
        self.day_at(self.newsroom.now())
    }

    fn day_at(&self, at: Millis) -> i64 {
        day(at, &self.newsroom.zone())
    }
}

/// The day on which a moment falls, as days since 1970-01-01.
fn day(at: Millis, zone: &TimeZone) -> i64 {
    let date = zone.to_datetime(Timestamp::from_millisecond(at.0).unwrap_or(Timestamp::UNIX_EPOCH)).date();
    date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}
