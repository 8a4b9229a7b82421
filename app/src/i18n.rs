//! The words of the interface, from the Fluent files in `locales/`. The server has all of them; the desk brings its own.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
    ($lang:literal: $($name:literal),+) => {
        &[$(include_str!(concat!("../locales/", $lang, "/", $name, ".ftl"))),+]
    };
}

macro_rules! bundle {
    ($lang:literal) => {{
        #[cfg(feature = "ssr")]
        let site: &[&str] = files!($lang: "site", "front", "articles", "sections", "bylines", "archive", "comments", "pageviews", "people", "history", "stories");
        #[cfg(not(feature = "ssr"))]
        let site: &[&str] = &[];
        let desk: &[&str] = files!($lang: "desk", "desk-people", "desk-stories", "desk-writing", "desk-settings", "desk-editor");
        bundle($lang, site, desk)
    }};
}

static ITALIAN: LazyLock<Bundle> = LazyLock::new(|| bundle!("it"));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle!("en"));

/// The words for `key`, in the interface's language.
pub(crate) fn t(key: &str) -> String {
    words(bundle_of(&lang()), key, None)
}

/// The words for `key`, with what they speak of.
pub(crate) fn t_with<'a, const N: usize>(key: &str, values: [(&'a str, FluentValue<'a>); N]) -> String {
    let args = FluentArgs::from_iter(values);
    words(bundle_of(&lang()), key, Some(&args))
}

/// The words for `key` in a language, with what they speak of: for what is read elsewhere than on a page.
#[cfg(feature = "ssr")]
pub(crate) fn t_in<'a, const N: usize>(lang: &str, key: &str, values: [(&'a str, FluentValue<'a>); N]) -> String {
    words(bundle_of(lang), key, Some(&FluentArgs::from_iter(values)))
}

/// A refusal's key as a sentence for whoever types commands; what is no key stays as it is.
#[cfg(feature = "ssr")]
pub fn english(key: &str) -> String {
    if is_key(key) { words(&ENGLISH, key, None) } else { key.to_owned() }
}

/// Whether `key` is a key of the Fluent files.
pub(crate) fn is_key(key: &str) -> bool {
    ITALIAN.has_message(key)
}

/// The interface's language: that of whoever is signed in, else the paper's.
#[cfg(feature = "ssr")]
pub(crate) fn lang() -> String {
    if let Some(lang) = crate::context::desk_lang() {
        return lang;
    }
    leptos::prelude::use_context::<newsroom::Newsroom>()
        .map_or_else(|| "it".to_owned(), |newsroom| newsroom.site().lang.clone())
}

/// The interface's language: that of the person at the desk.
#[cfg(not(feature = "ssr"))]
pub(crate) fn lang() -> String {
    crate::desk::lang().to_owned()
}

fn bundle_of(lang: &str) -> &'static Bundle {
    if lang == "en" { &ENGLISH } else { &ITALIAN }
}

fn words(bundle: &Bundle, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        debug_assert!(false, "the Fluent files have no message {key}");
        return key.to_owned();
    };
    // A value that is missing shows as its name in braces: seen in a review, harmless to a reader.
    bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
}

fn bundle(lang: &str, site: &[&str], desk: &[&str]) -> Bundle {
    let lang: LanguageIdentifier = lang.parse().expect("it and en are language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![lang]);
    bundle.set_use_isolating(false);
    for file in site.iter().chain(desk) {
        let resource = FluentResource::try_new((*file).to_owned()).expect("the Fluent files parse: a test reads them");
        bundle.add_resource(resource).expect("no key stands in two Fluent files: a test reads them");
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Keys of every file of a language, each with the variables it uses.
    fn keys(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang);
        let mut keys = BTreeMap::new();
        for file in std::fs::read_dir(folder).expect("the folder is there") {
            let text = std::fs::read_to_string(file.expect("it can be listed").path()).expect("it can be read");
            let mut current = None;
            for line in text.lines() {
                if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.starts_with([' ', '#'])) {
                    current = Some(key.to_owned());
                    keys.insert(key.to_owned(), BTreeSet::new());
                }
                let Some(used) = current.as_ref().filter(|_| !line.starts_with('#')) else { continue };
                for piece in line.split('$').skip(1) {
                    let name: String = piece.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
                    keys.get_mut(used).expect("it was inserted above").insert(name);
                }
            }
        }
        keys
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (italian, english) = (keys("it"), keys("en"));
        assert_eq!(italian.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
        assert!(italian.len() > 100, "the files were found");
        for key in italian.keys() {
            assert!(ITALIAN.has_message(key) && ENGLISH.has_message(key), "{key} is in no bundle");
        }
    }

    #[test]
    fn counts_are_words_in_both_languages() {
        let count = |bundle: &Bundle, n: i64| {
            words(bundle, "comments-count", Some(&FluentArgs::from_iter([("count", FluentValue::from(n))])))
        };
        assert_eq!(count(&ITALIAN, 0), "Nessun commento");
        assert_eq!(count(&ITALIAN, 1), "1 commento");
        assert_eq!(count(&ITALIAN, 2), "2 commenti");
        assert_eq!(count(&ENGLISH, 1), "1 comment");
    }
}
