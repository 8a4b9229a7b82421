//! The paper's own particulars, as its administrator sets them.

use serde::{Deserialize, Serialize};

/// The paper: what it is called, how it looks at dates and addresses, who is behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
    /// The paper's name.
    pub name: String,
    /// The line under the name.
    pub motto: String,
    /// The language of the interface: `it` or `en`.
    pub lang: String,
    /// The zone that dates are shown in, by its IANA name.
    pub timezone: String,
    /// How dates are written.
    pub date_style: DateStyle,
    /// How the addresses of new articles are made.
    pub permalink: Permalink,
    /// How the addresses of authors and of the archive begin. The others redirect.
    pub list_paths: ListPaths,
    /// The rights line of articles without their own; empty for none.
    pub copyright: String,
    /// Where readers can follow the paper.
    pub follow: Follow,
    /// Who is behind the paper.
    pub colophon: Colophon,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: "Redazione".to_owned(),
            motto: String::new(),
            lang: "it".to_owned(),
            timezone: "Europe/Rome".to_owned(),
            date_style: DateStyle::Long,
            permalink: Permalink::SectionSlug,
            list_paths: ListPaths::English,
            copyright: "© Riproduzione riservata".to_owned(),
            follow: Follow::default(),
            colophon: Colophon::default(),
        }
    }
}

/// How dates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateStyle {
    /// "4 settembre 2023".
    #[default]
    Long,
    /// "4 Set 2023".
    Short,
}

/// How the address of a new article is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permalink {
    /// `/{section}/{slug}/`.
    #[default]
    SectionSlug,
    /// `/{yyyy}/{mm}/{slug}/`.
    MonthSlug,
    /// `/{yyyy}/{mm}/{dd}/{slug}/`.
    DaySlug,
    /// `/{slug}/`.
    Slug,
}

/// How the addresses of authors and of the archive begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListPaths {
    /// `/author/…`, `/archive/…`.
    #[default]
    English,
    /// `/autore/…`, `/archivio/…`.
    Italian,
}

/// Where readers can follow the paper; each is an address, empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Follow {
    /// The WhatsApp channel.
    pub whatsapp: String,
    /// The Telegram channel.
    pub telegram: String,
    /// The paper's feed.
    pub feed: String,
}

/// What Italian law and good manners ask a paper to say of itself; each line is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Colophon {
    /// What the paper is, in a few sentences.
    pub about: String,
    /// The court and number of registration.
    pub register: String,
    /// The responsible editor.
    pub director: String,
    /// The publisher.
    pub publisher: String,
    /// The publisher's VAT number.
    pub vat: String,
    /// Where the paper is made.
    pub address: String,
    /// Where to write.
    pub email: String,
    /// Where to call.
    pub phone: String,
}
