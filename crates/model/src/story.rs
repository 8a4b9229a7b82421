//! Stories: articles as the desk sees them.

use serde::{Deserialize, Serialize};

use crate::{ArticleId, Millis, PreviewId, UserId, VersionKind};

/// Where a story stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoryState {
    /// Being written ("bozza").
    Draft,
    /// Waits for somebody to read it ("in revisione").
    Review,
    /// Becomes public by itself ("programmato").
    Scheduled,
    /// On the site ("pubblicato").
    Published,
    /// Taken off the site ("ritirato").
    Withdrawn,
    /// In the bin, for thirty days.
    Deleted,
}

impl StoryState {
    /// All of them, in the order of a story's life.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Review, Self::Scheduled, Self::Published, Self::Withdrawn, Self::Deleted];

    /// The word it is stored and sent as.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Scheduled => "scheduled",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
            Self::Deleted => "deleted",
        }
    }

    /// Reads the word it is stored as.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// A story as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// The article.
    pub id: ArticleId,
    /// Where it stands.
    pub state: StoryState,
    /// The headline of the working copy; may be empty.
    pub headline: String,
    /// The section, as `Name` or `Name/Subsection`.
    pub section: String,
    /// The section's colour, 0–7.
    pub colour: u8,
    /// Who signs, as printed.
    pub byline: String,
    /// Who began it.
    pub owner: Option<UserId>,
    /// When its working copy was last changed.
    pub edited_at: Millis,
    /// By whom.
    pub edited_by: String,
    /// Whether the working copy says something that no version says.
    pub changed: bool,
    /// When it becomes public.
    pub scheduled_at: Option<Millis>,
    /// As what it is then published, where it was published before.
    #[serde(default)]
    pub schedule_kind: Option<VersionKind>,
    /// What readers are told then; may be empty.
    #[serde(default)]
    pub schedule_note: String,
    /// When it should have become public and could not: the paper was off, and published it since; or something that
    /// is required was missing, and it waits.
    pub missed_at: Option<Millis>,
    /// Until when it must not become public.
    pub embargo_until: Option<Millis>,
    /// When it was first published.
    pub published_at: Option<Millis>,
    /// Its canonical path, from the first publication on.
    pub path: Option<String>,
    /// When it was put into the bin.
    pub deleted_at: Option<Millis>,
    /// Words in the body.
    pub words: u32,
}

/// Which stories a list holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryFilter {
    /// Only those that stand here; all but the deleted where there is none.
    pub state: Option<StoryState>,
    /// Only those of a section and its subsections, by its name or `Name/Subsection`; empty for all.
    pub section: String,
    /// Only those whose byline holds these words; empty for all.
    pub byline: String,
    /// Only those whose headline or byline holds these words; empty for all.
    pub words: String,
    /// Only those that whoever asks began.
    pub mine: bool,
}

/// A stretch of a list of stories, latest edited first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryPage {
    /// The stories.
    pub lines: Vec<StoryLine>,
    /// What to ask for the next stretch with; nothing at the end.
    pub next: Option<String>,
}

/// A story as its own page on the desk shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// What lists show.
    pub line: StoryLine,
    /// The versions, latest first.
    pub versions: Vec<VersionLine>,
    /// The preview links that are good.
    pub previews: Vec<PreviewLine>,
    /// What whoever asks may do with it.
    pub abilities: Abilities,
}

/// What somebody may do with a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abilities {
    /// Write in it.
    pub write: bool,
    /// Make it public, schedule and withdraw it.
    pub publish: bool,
    /// Put it into the bin and take it out again.
    pub delete: bool,
}

/// A published version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLine {
    /// Its number, from 1.
    pub number: i64,
    /// Why it was published.
    pub kind: VersionKind,
    /// What readers were told.
    pub note: Option<String>,
    /// When.
    pub published_at: Millis,
    /// Who published it; empty for readers.
    pub by: String,
    /// Its BLAKE3 hash, in hexadecimal.
    pub hash: String,
}

/// What became of the words between two versions, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionDiff {
    /// Headline, standfirst and the like that changed, then the body's paragraphs.
    pub parts: Vec<DiffPart>,
}

/// A headline, a paragraph or another stretch that belongs together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffPart {
    /// Which: `headline`, `kicker`, `standfirst`, `section`, `byline`, `tags`, `lead_image`, `copyright`, `body`.
    pub part: String,
    /// Its words.
    pub pieces: Vec<DiffPiece>,
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffPiece {
    /// What became of them.
    pub change: DiffChange,
    /// The words.
    pub text: String,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiffChange {
    /// They stayed.
    Same,
    /// They are new.
    Added,
    /// They are gone.
    Removed,
}

/// Somebody who has a draft open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// Their name.
    pub name: String,
    /// The colour of their caret, as `#rrggbb`.
    pub colour: String,
}

/// A preview link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewLine {
    /// The link.
    pub id: PreviewId,
    /// Who made it.
    pub by: String,
    /// When.
    pub created_at: Millis,
    /// Until when it is good.
    pub expires_at: Millis,
}

/// A line of the check list before publishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckLine {
    /// What is checked: `headline`, `section`, `byline`, `alt`, `standfirst`, `links`, `body`; `check-…` is its key.
    pub rule: String,
    /// Whether it is in order.
    pub passed: bool,
    /// Whether nothing is published without it.
    pub required: bool,
    /// Where, or what, in words: a dead link's address, a picture's caption.
    pub detail: Vec<String>,
}

/// What became of a request to publish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Published {
    /// It is on the site.
    Done {
        /// Its address.
        path: String,
        /// The number of its latest version.
        version: i64,
        /// Whether readers see anything new.
        new: bool,
    },
    /// More than five became public within a minute by this person: ask, and send again with `confirmed`.
    ConfirmationNeeded,
}

/// A time as a clock on the wall shows it, as the moments that it stands for: the hour that a change of clocks repeats
/// has two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalMoment {
    /// The same time as it was read, `2026-10-25T02:30`, in the paper's zone.
    pub local: String,
    /// The moments, earlier first; never empty.
    pub moments: Vec<Millis>,
}
