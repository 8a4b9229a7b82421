//! The paper's particulars while somebody changes them: a signal for each field.

use leptos::prelude::*;
use model::{Colophon, DateStyle, Follow, ListPaths, Permalink, Site};

/// A [`Site`] in signals. It keeps whatever the forms do not show.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub name: RwSignal<String>,
    pub motto: RwSignal<String>,
    pub lang: RwSignal<String>,
    pub timezone: RwSignal<String>,
    pub date_style: RwSignal<String>,
    pub permalink: RwSignal<String>,
    pub list_paths: RwSignal<String>,
    pub copyright: RwSignal<String>,
    pub whatsapp: RwSignal<String>,
    pub telegram: RwSignal<String>,
    pub feed: RwSignal<String>,
    pub about: RwSignal<String>,
    pub register: RwSignal<String>,
    pub director: RwSignal<String>,
    pub publisher: RwSignal<String>,
    pub vat: RwSignal<String>,
    pub address: RwSignal<String>,
    pub email: RwSignal<String>,
    pub phone: RwSignal<String>,
}

/// The ways to write an address, each with an example.
pub(super) const PERMALINKS: [(Permalink, &str, &str); 4] = [
    (Permalink::SectionSlug, "section_slug", "/cronaca/il-porto-resta-chiuso/"),
    (Permalink::MonthSlug, "month_slug", "/2026/11/il-porto-resta-chiuso/"),
    (Permalink::DaySlug, "day_slug", "/2026/11/24/il-porto-resta-chiuso/"),
    (Permalink::Slug, "slug", "/il-porto-resta-chiuso/"),
];

impl Draft {
    /// The particulars as they are.
    pub fn of(site: Site) -> Self {
        let permalink =
            PERMALINKS.into_iter().find(|(kind, ..)| *kind == site.permalink).map_or("", |(_, name, _)| name);
        let list_paths = if site.list_paths == ListPaths::Italian { "italian" } else { "english" };
        let date_style = if site.date_style == DateStyle::Short { "short" } else { "long" };
        let Colophon { about, register, director, publisher, vat, address, email, phone } = site.colophon;
        Self {
            name: RwSignal::new(site.name),
            motto: RwSignal::new(site.motto),
            lang: RwSignal::new(site.lang),
            timezone: RwSignal::new(site.timezone),
            date_style: RwSignal::new(date_style.to_owned()),
            permalink: RwSignal::new(permalink.to_owned()),
            list_paths: RwSignal::new(list_paths.to_owned()),
            copyright: RwSignal::new(site.copyright),
            whatsapp: RwSignal::new(site.follow.whatsapp),
            telegram: RwSignal::new(site.follow.telegram),
            feed: RwSignal::new(site.follow.feed),
            about: RwSignal::new(about),
            register: RwSignal::new(register),
            director: RwSignal::new(director),
            publisher: RwSignal::new(publisher),
            vat: RwSignal::new(vat),
            address: RwSignal::new(address),
            email: RwSignal::new(email),
            phone: RwSignal::new(phone),
        }
    }

    /// The particulars as they shall be, as JSON.
    pub fn json(self) -> String {
        let get = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        let permalink = self.permalink.get_untracked();
        let site = Site {
            name: get(self.name),
            motto: get(self.motto),
            lang: get(self.lang),
            timezone: get(self.timezone),
            date_style: if self.date_style.get_untracked() == "short" { DateStyle::Short } else { DateStyle::Long },
            permalink: PERMALINKS
                .into_iter()
                .find(|(_, name, _)| *name == permalink)
                .map_or_else(Permalink::default, |(kind, ..)| kind),
            list_paths: match self.list_paths.get_untracked().as_str() {
                "italian" => ListPaths::Italian,
                _ => ListPaths::English,
            },
            copyright: get(self.copyright),
            follow: Follow { whatsapp: get(self.whatsapp), telegram: get(self.telegram), feed: get(self.feed) },
            colophon: Colophon {
                about: get(self.about),
                register: get(self.register),
                director: get(self.director),
                publisher: get(self.publisher),
                vat: get(self.vat),
                address: get(self.address),
                email: get(self.email),
                phone: get(self.phone),
            },
        };
        serde_json::to_string(&site).expect("it is plain data")
    }
}
