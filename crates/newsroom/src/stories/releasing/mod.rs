//! Making a story public, and taking it off the site.

mod sql;

use model::{Actor, AppError, ArticleId, Millis, Published, Story, StoryState, VersionKind};
use sqlx::AnyConnection;

use super::moving::one_line;
use super::outside;
use super::standing::{self, Standing, allow, refuse_if};
use super::{Stories, checking};
use crate::Result;
use crate::articles::{self, Names, Publication, Released};
use crate::writing::Written;

/// So many articles may one person make public within [`A_MINUTE`] before they are asked whether they mean it.
const AT_ONCE: i64 = 5;
const A_MINUTE: i64 = 60_000;

/// The longest note to readers, and the longest line at a withdrawn article's address; in characters.
const NOTE_MAX: usize = 1000;

/// How a story becomes public.
#[derive(Clone, Debug)]
pub(super) struct Release {
    /// Why a later version is published.
    pub kind: Option<VersionKind>,
    /// What readers are told; may be empty.
    pub note: String,
    /// Who publishes.
    pub by: String,
    /// When, as readers are told; now where there is none.
    pub at: Option<Millis>,
}

impl Stories<'_> {
    /// Makes what is written public as a new version, and puts a withdrawn story back on the site.
    ///
    /// The first version needs no `kind`; a later one does, and all kinds but a misprint a `note` to readers. Where
    /// nothing changed there is no new version, unless a correction, clarification or rectification has something to
    /// say. Whoever makes more than five public within a minute is asked whether they mean it; `confirmed` says so.
    pub async fn publish(
        &self,
        actor: &Actor,
        id: ArticleId,
        kind: &str,
        note: &str,
        confirmed: bool,
    ) -> Result<Published> {
        let (kind, note) = (parse_kind(kind)?, parse_note(note, "note")?);
        let live = self.live(actor, id).await?;
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(actor.may_publish(story.owner))?;
        let now = self.newsroom.now();
        story.may_go_public(now)?;
        if !story.listed && !confirmed && self.goes_fast(&mut tx, actor, now).await? {
            return Ok(Published::ConfirmationNeeded);
        }
        let release = Release { kind, note, by: actor.name().to_owned(), at: None };
        let released = self.release(&mut tx, &story, live, &release).await?;
        done(&mut tx, id, None).await?;
        if !story.listed {
            sql::note_release(&mut tx, id, now, actor.user()).await?;
        }
        let why = release.kind.filter(|_| story.version > 0).map_or("first", VersionKind::as_str);
        let detail = if released.new { why } else { "same" };
        self.record(&mut tx, actor, "publish", id, detail).await?;
        let Released { path, version, new } = released;
        if self.rehearsal {
            tx.rollback().await?;
            return Ok(Published::Done { path, version, new });
        }
        tx.commit().await?;
        self.newsroom.bell().ring();
        outside::published(self.newsroom, id, version, actor.name()).await;
        Ok(Published::Done { path, version, new })
    }

    /// Takes a story off the site: its addresses say that it is gone, in the words of `line` where there are any.
    pub async fn withdraw(&self, actor: &Actor, id: ArticleId, line: &str) -> Result<Story> {
        let line = parse_note(line, "line")?;
        let mut tx = self.newsroom.store().write().await?;
        let story = standing::locked(&mut tx, actor, id).await?;
        allow(actor.may_publish(story.owner))?;
        refuse_if(story.state == StoryState::Deleted, "story-in-bin")?;
        refuse_if(story.version == 0, "story-never-public")?;
        if story.listed {
            articles::take_off(&mut tx, self.newsroom, id).await?;
        } else {
            // The line at its address may have changed.
            articles::announce(&mut tx, self.newsroom, id).await?;
        }
        sql::withdraw(&mut tx, id, &line).await?;
        self.record(&mut tx, actor, "withdraw", id, &line).await?;
        if self.rehearsal {
            tx.rollback().await?;
            return self.get(actor, id).await;
        }
        tx.commit().await?;
        self.newsroom.bell().ring();
        outside::moved(self.newsroom, id, StoryState::Withdrawn).await;
        self.get(actor, id).await
    }

    /// What the draft says now, for somebody who may publish it; none where the working copy has it all.
    pub(super) async fn live(&self, actor: &Actor, id: ArticleId) -> Result<Option<Written>> {
        // Not within the transaction: where there is one writer, whoever keeps the draft may be waiting for it.
        let story = standing::found(&mut *self.newsroom.store().read().await?, actor, id).await?;
        allow(actor.may_publish(story.owner))?;
        outside::live(self.newsroom, id).await
    }

    /// Makes the working copy say what the draft says.
    pub(super) async fn keep(
        &self,
        tx: &mut AnyConnection,
        id: ArticleId,
        live: Option<Written>,
        by: &str,
    ) -> Result<()> {
        let Some(Written { content, slug }) = live else { return Ok(()) };
        articles::keep_working(tx, self.newsroom, id, &content, by).await?;
        match slug {
            Some(slug) => articles::keep_slug(tx, id, &slug).await,
            None => Ok(()),
        }
    }

    /// Makes what is written public, within a transaction that has locked the story and checked who asks.
    pub(super) async fn release(
        &self,
        tx: &mut AnyConnection,
        story: &Standing,
        live: Option<Written>,
        release: &Release,
    ) -> Result<Released> {
        let id = story.id;
        self.keep(tx, id, live, &release.by).await?;
        let content = articles::working(tx, id).await?;
        checking::required(tx, &content).await?;
        let changed = articles::is_changed(tx, id).await?;
        let kind = release.kind.unwrap_or(VersionKind::First);
        let note_is_news = story.version > 0 && says_more_than_the_text(kind) && !release.note.is_empty();
        if changed {
            explained(story, release)?;
        }
        let publication = Publication {
            kind,
            note: Some(release.note.clone()).filter(|note| !note.is_empty() && kind.needs_note()),
            by: release.by.clone(),
            first_published_at: release.at,
            updated_at: release.at,
            old_path: None,
            note_is_news,
        };
        let mut released = articles::publish(tx, self.newsroom, &mut Names::default(), id, &publication).await?;
        if story.version > 0 && !story.listed {
            articles::put_back(tx, self.newsroom, id).await?;
            released.new = true;
        }
        Ok(released)
    }

    /// Whether one more article would be more than one person makes public within a minute unasked.
    async fn goes_fast(&self, tx: &mut AnyConnection, actor: &Actor, now: Millis) -> Result<bool> {
        let Some(user) = actor.user() else { return Ok(false) };
        Ok(sql::releases_since(tx, user, Millis(now.0 - A_MINUTE)).await? >= AT_ONCE)
    }
}

/// Writes down that what is written is public, and that nothing is waited for; `missed_at` is when it should have been.
pub(super) async fn done(tx: &mut AnyConnection, id: ArticleId, missed_at: Option<Millis>) -> Result<()> {
    sql::release(tx, id, missed_at).await
}

/// Says what a later version lacks: a kind, or words for readers.
pub(super) fn explained(story: &Standing, release: &Release) -> Result<()> {
    match release.kind {
        _ if story.version == 0 => Ok(()),
        None | Some(VersionKind::First) => Err(AppError::invalid("kind", "story-kind-missing").into()),
        Some(kind) if kind.needs_note() && release.note.is_empty() => {
            Err(AppError::invalid("note", "story-note-missing").into())
        }
        Some(_) => Ok(()),
    }
}

/// Reads why a version is published; empty for the first.
pub(super) fn parse_kind(word: &str) -> Result<Option<VersionKind>> {
    if word.is_empty() {
        return Ok(None);
    }
    VersionKind::parse(word).map(Some).ok_or_else(|| AppError::invalid("kind", "story-kind-unknown").into())
}

/// Reads what readers are told.
pub(super) fn parse_note(text: &str, field: &str) -> Result<String> {
    let note = one_line(text);
    if note.chars().count() > NOTE_MAX {
        return Err(AppError::invalid(field, "story-note-long").into());
    }
    Ok(note)
}

/// A correction may be owed to somebody, or to all readers, even where the text stays as it is.
fn says_more_than_the_text(kind: VersionKind) -> bool {
    matches!(kind, VersionKind::Correction | VersionKind::Clarification | VersionKind::Rectification)
}
