//! Which list of articles an address shows.

use model::{AppError, Listing};
use newsroom::Newsroom;

/// The list shown at a section's, tag's, author's or archive's page; of all articles at `/`.
pub(crate) async fn at(newsroom: &Newsroom, path: &str) -> Result<Option<Listing>, AppError> {
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    Ok(match segments.as_slice() {
        [""] => Some(Listing::All),
        ["tag", slug] => newsroom.tags().by_slug(slug).await?.map(|tag| Listing::Tag(tag.id)),
        ["author", slug] => newsroom.bylines().by_slug(slug).await?.map(|author| Listing::Author(author.id)),
        ["archive", year] => year.parse().ok().map(|year| Listing::Archive { year, month: None }),
        ["archive", year, month] => {
            let month = month.parse().ok().filter(|month| (1..=12).contains(month));
            year.parse().ok().filter(|_| month.is_some()).map(|year| Listing::Archive { year, month })
        }
        _ => newsroom.sections().by_path(path).await?.map(|section| Listing::Section(section.id)),
    })
}
