//! Bringing in what others wrote: the edition file, a line at a time.
//!
//! Reading a line ([`lines`], [`story`]) knows no database, gathering pictures ([`album`]) happens before the transaction,
//! and a batch of articles with their comments is one transaction ([`writing`]). Whatever was changed or left out is told.

mod album;
mod comments;
mod lines;
mod report;
mod story;
mod writing;

use std::io::BufRead;
use std::path::{Path, PathBuf};

use model::{Actor, AppError, EditionArticle, ImportReport};

pub(crate) use album::Album;

use crate::{Newsroom, Result};
use lines::{Line, Lines};
use story::Reading;
use writing::Writing;

/// The door to imports.
#[derive(Debug)]
pub struct Imports<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

/// How to import.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// Makes the articles public, not only drafts.
    pub publish: bool,
    /// Writes nothing, and reports what would have been written.
    pub dry_run: bool,
    /// The folder that the names of pictures are relative to. No name leads out of it.
    pub media: Option<PathBuf>,
    /// Where there is no `media`: the folder of the edition file, which names are relative to then. They may lead into its
    /// parent folder, where editions keep photographs beside each other, but no further.
    pub folder: Option<PathBuf>,
    /// Is told after every batch how many lines have been dealt with.
    pub progress: Option<fn(u64)>,
}

/// How many articles one transaction holds.
const BATCH: usize = 100;

impl Imports<'_> {
    /// Imports an edition file of one JSON object a line ([`EditionArticle`]).
    ///
    /// A line that cannot be used is reported and passed over. Articles are known by their `ref`: importing them again
    /// updates what changed and touches nothing else. Comments come along whether or not the article is published.
    pub async fn jsonl(
        &self,
        actor: &Actor,
        lines: impl BufRead + Send,
        options: &ImportOptions,
    ) -> Result<ImportReport> {
        let mut writing = Writing::new(self.newsroom, actor, options.publish, options.dry_run, options.album()?)?;
        let mut lines = Lines::new(lines);
        let mut ahead = read_ahead(lines.batch(BATCH)?);
        let mut done = 0;
        loop {
            let readings = ahead.await?;
            let Some(last) = readings.last() else { break };
            done = last.place.line.unwrap_or(done);
            // The next batch is parsed while this one is written.
            ahead = read_ahead(lines.batch(BATCH)?);
            writing.batch(readings).await?;
            if let Some(progress) = options.progress {
                progress(done);
            }
        }
        writing.finish().await
    }

    /// Imports and publishes articles that this program brought along itself.
    pub(crate) async fn articles(
        &self,
        actor: &Actor,
        articles: Vec<EditionArticle>,
        album: Album,
    ) -> Result<ImportReport> {
        let mut writing = Writing::new(self.newsroom, actor, true, false, album)?;
        writing.batch(articles.into_iter().map(|article| story::read(None, article)).collect()).await?;
        writing.finish().await
    }
}

impl ImportOptions {
    fn album(&self) -> Result<Album> {
        let (folder, bounds) = match (&self.media, &self.folder) {
            (Some(media), _) => (media.clone(), media.clone()),
            (None, Some(folder)) => (folder.clone(), folder.join("..")),
            (None, None) => return Ok(Album::default()),
        };
        // The parent of a bare file name is the empty path, which means here.
        let here = Path::new(".");
        Album::folder(&here.join(&folder), &here.join(bounds)).map_err(|why| {
            let message = format!("the folder {} cannot be used: {why}", folder.display());
            AppError::invalid("media", message).into()
        })
    }
}

/// Parses lines off the async threads: a body may be large, and hostile.
fn read_ahead(lines: Vec<Line>) -> tokio::task::JoinHandle<Vec<Reading>> {
    tokio::task::spawn_blocking(move || lines.iter().map(story::read_line).collect())
}
