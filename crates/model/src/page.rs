//! Lists of articles, a page at a time.

use serde::{Deserialize, Serialize};

use crate::{AuthorId, SectionId, TagId};

/// How many cards stand on one page of a list.
pub const PAGE_SIZE: u32 = 20;

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// What is on this page.
    pub items: Vec<T>,
    /// Which page this is, from 1.
    pub number: u32,
    /// How many pages there are; at least 1.
    pub pages: u32,
    /// How many items there are on all pages.
    pub total: i64,
}

/// Which published articles a list holds, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Listing {
    /// All of them.
    #[default]
    All,
    /// Those of a section and of the sections below it.
    Section(SectionId),
    /// Those with a tag.
    Tag(TagId),
    /// Those signed by somebody.
    Author(AuthorId),
    /// Those first published in a year, or in a month of it (1–12), in the site's zone.
    Archive {
        /// The year.
        year: i16,
        /// The month, or the whole year.
        month: Option<i8>,
    },
}
