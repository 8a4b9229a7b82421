//! What an import has seen before.

use std::collections::HashMap;

use model::{ArticleId, AuthorId, TagId};

use super::keeping::Known;
use crate::paths::Numbers;
use crate::sections::Place;

/// Ids of names seen before, so that an import of thousands does not ask again.
///
/// They are true as long as what made them is not rolled back: whoever rolls back starts with new ones.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub sections: HashMap<String, Place>,
    pub authors: HashMap<String, AuthorId>,
    pub tags: HashMap<String, TagId>,
    /// The next number for an address that several articles want.
    pub numbers: Numbers,
    /// What is known of the articles of this batch, by reference, as far as it was asked for at once.
    pub known: HashMap<String, Option<Known>>,
    /// Translations that came before what they translate, by the reference they wait for.
    pub waiting: HashMap<String, Vec<ArticleId>>,
}
