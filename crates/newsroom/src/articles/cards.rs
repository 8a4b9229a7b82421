//! Ids become cards: lists choose ids, one statement fetches what is shown, one more their pictures.

use std::collections::HashMap;

use model::{ArticleId, Card, LeadImage, Picture};
use sqlx::AnyConnection;

use super::sql;
use crate::{Result, pictures};

/// The cards of articles on the site, in the order of their ids; others are left out.
pub(super) async fn of(connection: &mut AnyConnection, ids: &[ArticleId]) -> Result<Vec<Card>> {
    let rows = sql::cards(connection, ids).await?;
    let hashes: Vec<String> =
        rows.iter().filter_map(|(_, image)| image.as_ref().map(|image| image.picture.clone())).collect();
    let pictures = pictures::by_hashes(connection, &hashes).await?;
    let mut cards: HashMap<ArticleId, Card> = rows
        .into_iter()
        .map(|(card, image)| {
            let lead_image = image.and_then(|image| with_picture(image, &pictures));
            (card.id, Card { lead_image, ..card })
        })
        .collect();
    Ok(ids.iter().filter_map(|id| cards.remove(id)).collect())
}

/// A lead image with its picture; none where the picture is not in the library.
pub(super) fn with_picture(
    image: LeadImage<String>,
    pictures: &HashMap<String, Picture>,
) -> Option<LeadImage<Picture>> {
    let picture = pictures.get(&image.picture)?.clone();
    Some(LeadImage { picture, alt: image.alt, caption: image.caption, credit: image.credit })
}
