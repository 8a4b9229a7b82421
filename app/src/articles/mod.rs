//! Articles: the page, the cards in lists, and what the browser may ask for.

mod api;
mod islands;

#[cfg(feature = "ssr")]
mod body;
#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
mod cover;
#[cfg(feature = "ssr")]
mod listing;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod teaser;
#[cfg(feature = "ssr")]
mod teasers;

pub use api::{get_article, list_articles, related_articles};
pub use islands::{MoreArticles, Share};

#[cfg(feature = "ssr")]
pub(crate) use {
    body::Body,
    components::{ArticleHeader, LeadFigure},
    page::article_page,
    teaser::TeaserStyle,
    teasers::{Listing, Teasers, teaser},
};
