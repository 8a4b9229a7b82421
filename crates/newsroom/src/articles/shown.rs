//! What lists show of an article.

use model::{AppError, ArticleContent};

use crate::Result;

/// The longest headline, in characters.
pub(crate) const HEADLINE_MAX: usize = 300;

/// What lists show of an article: copied from the working copy before the first publication, from the version after.
#[derive(Debug)]
pub(super) struct Shown {
    pub kicker: Option<String>,
    pub headline: String,
    pub excerpt: String,
    pub byline: String,
    /// A `LeadImage<String>` as JSON.
    pub lead_image: Option<String>,
    pub words: i64,
}

impl Shown {
    pub fn of(content: &ArticleContent) -> Self {
        Self {
            kicker: content.kicker.clone(),
            headline: content.headline.clone(),
            excerpt: content.standfirst.clone().unwrap_or_else(|| content.body.excerpt(200)),
            byline: content.byline.join(", "),
            lead_image: content
                .lead_image
                .as_ref()
                .map(|image| serde_json::to_string(image).expect("a lead image is plain data")),
            words: i64::from(content.body.words()),
        }
    }
}

/// Says what keeps an article from being published.
pub(super) fn check(content: &ArticleContent) -> Result<()> {
    if content.headline.trim().is_empty() {
        return Err(AppError::invalid("headline", "an article has a headline").into());
    }
    if content.headline.chars().count() > HEADLINE_MAX {
        let message = format!("a headline has {HEADLINE_MAX} characters at most");
        return Err(AppError::invalid("headline", message).into());
    }
    Ok(())
}
