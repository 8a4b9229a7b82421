//! Sections: the paper's subjects, in a tree.

use serde::{Deserialize, Serialize};

use crate::SectionId;

/// A section with what its own page needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The section.
    pub id: SectionId,
    /// The section above it.
    pub parent: Option<SectionRef>,
    /// Its name.
    pub name: String,
    /// Its page, such as `/cronaca/` or `/sport/ciclismo/`.
    pub path: String,
    /// What it covers, in a sentence.
    pub description: Option<String>,
    /// Its colour, 0–11, an index into the tokens of the stylesheet.
    pub colour: u8,
    /// The sections below it.
    pub children: Vec<SectionRef>,
}

/// A section as others mention it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionRef {
    /// The section.
    pub id: SectionId,
    /// Its name.
    pub name: String,
    /// Its page.
    pub path: String,
    /// Its colour, 0–11.
    pub colour: u8,
}
