//! What the browser asks about stories.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use model::{CheckLine, LocalMoment, Picture, Published, Story, StoryLine, StoryPage, VersionDiff};

use crate::ApiError;
#[cfg(feature = "ssr")]
use crate::context::{actor, newsroom};
#[cfg(feature = "ssr")]
use model::{ArticleId, Millis, PreviewId, StoryFilter, StoryState};

/// A stretch of the list of stories, latest edited first. Every filter may be empty; `after` is the `next` of the last.
#[server(prefix = "/api/v1", endpoint = "stories/list", input = GetUrl)]
pub async fn list_stories(
    #[server(default)] state: String,
    #[server(default)] section: String,
    #[server(default)] byline: String,
    #[server(default)] words: String,
    #[server(default)] mine: bool,
    #[server(default)] after: String,
) -> Result<StoryPage, ApiError> {
    let filter = StoryFilter { state: StoryState::parse(&state), section, byline, words, mine };
    Ok(newsroom().stories().list(&actor(), &filter, &after).await?)
}

/// The stories that become public between two moments (milliseconds), or did.
#[server(prefix = "/api/v1", endpoint = "stories/calendar", input = GetUrl)]
pub async fn story_calendar(from: i64, to: i64) -> Result<Vec<StoryLine>, ApiError> {
    Ok(newsroom().stories().calendar(&actor(), Millis(from), Millis(to)).await?)
}

/// A story.
#[server(prefix = "/api/v1", endpoint = "stories/get", input = GetUrl)]
pub async fn get_story(id: i64) -> Result<Story, ApiError> {
    Ok(newsroom().stories().get(&actor(), ArticleId(id)).await?)
}

/// Begins a story, in a section or the first one.
#[server(prefix = "/api/v1", endpoint = "stories/begin")]
pub async fn begin_story(
    #[server(default)] headline: String,
    #[server(default)] section: String,
) -> Result<Story, ApiError> {
    Ok(newsroom().stories().begin(&actor(), &headline, &section).await?)
}

/// Moves a story between draft and review.
#[server(prefix = "/api/v1", endpoint = "stories/move")]
pub async fn move_story(id: i64, state: String) -> Result<Story, ApiError> {
    Ok(newsroom().stories().move_to(&actor(), ArticleId(id), &state).await?)
}

/// The check list of a story as it is written now.
#[server(prefix = "/api/v1", endpoint = "stories/check", input = GetUrl)]
pub async fn check_story(id: i64) -> Result<Vec<CheckLine>, ApiError> {
    Ok(newsroom().stories().check(&actor(), ArticleId(id)).await?)
}

/// Makes what is written public. `kind` and `note` count from the second version on.
#[server(prefix = "/api/v1", endpoint = "stories/publish")]
pub async fn publish_story(
    id: i64,
    #[server(default)] kind: String,
    #[server(default)] note: String,
    #[server(default)] confirmed: bool,
) -> Result<Published, ApiError> {
    Ok(newsroom().stories().publish(&actor(), ArticleId(id), &kind, &note, confirmed).await?)
}

/// Lets a story become public by itself at a moment (milliseconds).
#[server(prefix = "/api/v1", endpoint = "stories/schedule")]
pub async fn schedule_story(
    id: i64,
    at: i64,
    #[server(default)] kind: String,
    #[server(default)] note: String,
) -> Result<Story, ApiError> {
    Ok(newsroom().stories().schedule(&actor(), ArticleId(id), Millis(at), &kind, &note).await?)
}

/// The moments that a time of the paper's zone stands for, written `2026-10-25T02:30`: two in an hour that the clocks
/// repeat, none and a sentence in one that they skip.
#[server(prefix = "/api/v1", endpoint = "stories/moment", input = GetUrl)]
pub async fn story_moment(local: String) -> Result<LocalMoment, ApiError> {
    Ok(newsroom().stories().moment(&actor(), &local)?)
}

/// Takes that back.
#[server(prefix = "/api/v1", endpoint = "stories/unschedule")]
pub async fn unschedule_story(id: i64) -> Result<Story, ApiError> {
    Ok(newsroom().stories().unschedule(&actor(), ArticleId(id)).await?)
}

/// Sets until when a story must not become public (milliseconds); 0 for no embargo.
#[server(prefix = "/api/v1", endpoint = "stories/embargo")]
pub async fn embargo_story(id: i64, until: i64) -> Result<Story, ApiError> {
    Ok(newsroom().stories().embargo(&actor(), ArticleId(id), (until > 0).then_some(Millis(until))).await?)
}

/// Takes a story off the site; `line` is what its address says from then on, may be empty.
#[server(prefix = "/api/v1", endpoint = "stories/withdraw")]
pub async fn withdraw_story(id: i64, #[server(default)] line: String) -> Result<Story, ApiError> {
    Ok(newsroom().stories().withdraw(&actor(), ArticleId(id), &line).await?)
}

/// Puts a story into the bin; for thirty days it can be taken out again.
#[server(prefix = "/api/v1", endpoint = "stories/delete")]
pub async fn delete_story(id: i64) -> Result<Story, ApiError> {
    Ok(newsroom().stories().delete(&actor(), ArticleId(id)).await?)
}

/// Takes a story out of the bin.
#[server(prefix = "/api/v1", endpoint = "stories/undelete")]
pub async fn undelete_story(id: i64) -> Result<Story, ApiError> {
    Ok(newsroom().stories().undelete(&actor(), ArticleId(id)).await?)
}

/// What changed from one version to another; 0 stands for what is written now.
#[server(prefix = "/api/v1", endpoint = "stories/diff", input = GetUrl)]
pub async fn diff_story(id: i64, from: i64, to: i64) -> Result<VersionDiff, ApiError> {
    Ok(newsroom().stories().diff(&actor(), ArticleId(id), from, to).await?)
}

/// Makes what an older version said the words of the draft again. Publishing it makes a new version.
#[server(prefix = "/api/v1", endpoint = "stories/restore")]
pub async fn restore_story(id: i64, version: i64) -> Result<Story, ApiError> {
    Ok(newsroom().stories().restore(&actor(), ArticleId(id), version).await?)
}

/// Makes a preview link that is good for some days; answers its path, shown this once.
#[server(prefix = "/api/v1", endpoint = "stories/make-preview")]
pub async fn make_preview(id: i64, days: u32) -> Result<String, ApiError> {
    Ok(newsroom().stories().make_preview(&actor(), ArticleId(id), days).await?)
}

/// Ends a preview link.
#[server(prefix = "/api/v1", endpoint = "stories/end-preview")]
pub async fn end_preview(id: i64, preview: i64) -> Result<Story, ApiError> {
    Ok(newsroom().stories().end_preview(&actor(), ArticleId(id), PreviewId(preview)).await?)
}

/// The names that sign, the most used first.
#[server(prefix = "/api/v1", endpoint = "bylines/list", input = GetUrl)]
pub async fn list_bylines() -> Result<Vec<String>, ApiError> {
    Ok(newsroom().bylines().names(&actor()).await?)
}

/// The tags by name, the most used first.
#[server(prefix = "/api/v1", endpoint = "tags/list", input = GetUrl)]
pub async fn list_tags() -> Result<Vec<String>, ApiError> {
    Ok(newsroom().tags().names(&actor()).await?)
}

/// A stored picture.
#[server(prefix = "/api/v1", endpoint = "pictures/get", input = GetUrl)]
pub async fn get_picture(hash: String) -> Result<Picture, ApiError> {
    Ok(newsroom().pictures().get(&actor(), &hash).await?)
}
