//! Batches of an import on their way into the database.

use std::collections::{BTreeSet, HashMap};

use model::{Actor, AppError, ArticleContent, ArticleId, ImportReport, Tally, VersionKind};
use sqlx::AnyConnection;

use super::album::Album;
use super::comments::Thread;
use super::report::{Place, Report};
use super::story::{Reading, Story};
use crate::articles::{self, Kept, Names, Publication};
use crate::{Error, Newsroom, Result, audit, comments, sections, stories};

/// An import under way.
pub(super) struct Writing<'a> {
    newsroom: &'a Newsroom,
    actor: &'a Actor,
    publish: bool,
    dry_run: bool,
    /// Whether the audit log says that it is under way.
    noted: bool,
    album: Album,
    names: Names,
    report: Report,
    /// Where each `ref` was met.
    met: HashMap<String, Option<u64>>,
    /// Articles that name the `ref` of another as their original.
    translations: Vec<(Place, String)>,
    /// What changed in this batch and may be open as a draft.
    changed: Vec<(ArticleId, ArticleContent)>,
}

impl<'a> Writing<'a> {
    /// Begins an import; only whoever runs the paper may.
    pub(super) fn new(
        newsroom: &'a Newsroom,
        actor: &'a Actor,
        publish: bool,
        dry_run: bool,
        album: Album,
    ) -> Result<Self> {
        if !actor.may_administer() {
            return Err(AppError::Forbidden.into());
        }
        Ok(Self {
            newsroom,
            actor,
            publish,
            dry_run,
            noted: false,
            album,
            names: Names::default(),
            report: Report::default(),
            met: HashMap::new(),
            translations: Vec::new(),
            changed: Vec::new(),
        })
    }

    /// Writes a batch: its pictures first, then its articles and comments in one transaction.
    pub(super) async fn batch(&mut self, readings: Vec<Reading>) -> Result<()> {
        let mut stories = self.sort_out(readings);
        let wanted: BTreeSet<_> = stories.iter().flat_map(|(_, story)| story.wanted()).collect();
        self.album.gather(self.newsroom, wanted, self.dry_run, &mut self.report.tallies.media).await?;
        for (place, story) in &mut stories {
            for (field, message) in story.settle(&self.album) {
                self.report.warn(place, field, message);
            }
        }
        let mut tx = self.newsroom.store().write().await?;
        if !self.noted {
            audit::note(&mut tx, self.actor, self.newsroom.now(), "import", "site", "").await?;
        }
        let references: Vec<&str> = stories.iter().map(|(_, story)| story.reference.as_str()).collect();
        articles::look_ahead(&mut tx, &mut self.names, &references).await?;
        for (place, story) in stories {
            self.write(&mut tx, place, story).await?;
        }
        if self.dry_run {
            tx.rollback().await?;
            // What they know was rolled back with it.
            self.names = Names::default();
            self.changed.clear();
        } else {
            tx.commit().await?;
            self.noted = true;
            self.newsroom.bell().ring();
        }
        self.rewrite_drafts().await
    }

    /// Makes drafts say what came in: else they would overwrite it with the next keystroke.
    async fn rewrite_drafts(&mut self) -> Result<()> {
        let drafts = self.newsroom.drafts();
        for (id, content) in std::mem::take(&mut self.changed) {
            if drafts.is_begun(id).await? {
                drafts.replace(self.actor, id, content, "import", "").await?;
            }
        }
        Ok(())
    }

    /// Ends the import with its report.
    pub(super) async fn finish(mut self) -> Result<ImportReport> {
        let mut connection = self.newsroom.store().read().await?;
        for (place, original) in std::mem::take(&mut self.translations) {
            let there =
                self.met.contains_key(&original) || articles::by_reference(&mut connection, &original).await?.is_some();
            if !there {
                let message = format!("there is no article \"{original}\" that it could translate; it stands alone");
                self.report.warn(&place, "translation_of", message);
            }
        }
        drop(connection);
        let report = self.report.close();
        if self.noted {
            let mut tx = self.newsroom.store().write().await?;
            let detail = what_came(&report);
            audit::note(&mut tx, self.actor, self.newsroom.now(), "import-done", "site", &detail).await?;
            tx.commit().await?;
        }
        Ok(report)
    }

    /// Reports what reading found, and keeps what can be written.
    fn sort_out(&mut self, readings: Vec<Reading>) -> Vec<(Place, Story)> {
        let mut stories = Vec::with_capacity(readings.len());
        for Reading { place, story, notes, unknown } in readings {
            for (field, message) in notes {
                self.report.warn(&place, field, message);
            }
            for field in unknown {
                self.report.unknown(field);
            }
            match story {
                Ok(story) => stories.push((place, story)),
                Err((field, message)) => self.pass_over(&place, &field, &message),
            }
        }
        stories
    }

    fn pass_over(&mut self, place: &Place, field: &str, message: &str) {
        self.report.tallies.articles.skipped += 1;
        self.report.warn(place, field, message);
    }

    async fn write(&mut self, tx: &mut AnyConnection, place: Place, story: Story) -> Result<()> {
        let met_before = self.met.insert(story.reference.clone(), place.line);
        if let Some(line) = met_before {
            let message = format!("the same ref stands on line {}; this one replaced it", line.unwrap_or_default());
            self.report.warn(&place, "ref", message);
        }
        let (id, kept) = match articles::keep(tx, self.newsroom, &mut self.names, &story.entry).await {
            Ok(kept) => kept,
            Err(Error::App(why)) => {
                self.pass_over(&place, "article", &format!("{why}; the article was passed over"));
                return Ok(());
            }
            Err(why) => return Err(why),
        };
        let mut published = false;
        if self.publish {
            let publication = publication(&story);
            published = articles::publish(tx, self.newsroom, &mut self.names, id, &publication).await?.new;
        }
        if published || kept != Kept::Unchanged {
            let at = story.updated_at.or(story.published_at).unwrap_or_else(|| self.newsroom.now());
            let place = sections::ensure(tx, self.newsroom, &mut self.names, &story.entry.content.section).await?;
            stories::enter(tx, id, place.section, &story.entry.content, at, !self.publish).await?;
        }
        // A dry run forgets the batch before, so it cannot know that the same article came by.
        let kept = if self.dry_run && met_before.is_some() && kept == Kept::Created { Kept::Updated } else { kept };
        count(&mut self.report.tallies.articles, kept);
        if kept == Kept::Updated {
            self.changed.push((id, story.entry.content.clone()));
        }
        if let Some(original) = &story.entry.translation_of {
            self.translations.push((place.clone(), original.clone()));
        }
        self.write_comments(tx, &place, id, &story.thread).await
    }

    async fn write_comments(
        &mut self,
        tx: &mut AnyConnection,
        place: &Place,
        article: ArticleId,
        thread: &Thread,
    ) -> Result<()> {
        for (field, message) in &thread.refused {
            self.report.tallies.comments.skipped += 1;
            self.report.warn(place, field, message);
        }
        let mut changed = false;
        for comment in &thread.comments {
            let kept = comments::import(tx, article, comment).await?;
            changed |= kept != Kept::Unchanged;
            count(&mut self.report.tallies.comments, kept);
        }
        if changed {
            comments::recount(tx, self.newsroom, article).await?;
        }
        Ok(())
    }
}

/// An article that the source changed is a new version for readers, too. (The first one is the first, whatever this says.)
fn publication(story: &Story) -> Publication {
    let note = match story.entry.content.lang.split('-').next() {
        Some("it") => "Testo aggiornato dalla fonte.",
        _ => "Updated from its source.",
    };
    Publication {
        kind: VersionKind::Update,
        note: Some(note.to_owned()),
        by: "import".to_owned(),
        first_published_at: story.published_at,
        updated_at: story.updated_at,
        old_path: story.path.clone(),
        note_is_news: false,
    }
}

/// For the audit log: articles created and updated, comments and pictures created, as four numbers.
fn what_came(report: &ImportReport) -> String {
    let ImportReport { articles, comments, media, .. } = report;
    format!("{} {} {} {}", articles.created, articles.updated, comments.created, media.created)
}

fn count(tally: &mut Tally, kept: Kept) {
    match kept {
        Kept::Created => tally.created += 1,
        Kept::Updated => tally.updated += 1,
        Kept::Unchanged => tally.unchanged += 1,
    }
}
