//! Words of the interface: none is asked for that the Fluent files lack, and none waits in them that nobody says.

use std::collections::BTreeSet;

use crate::tree::{check, within};

const LANGUAGES: [&str; 2] = ["app/locales/it/", "app/locales/en/"];

#[test]
fn every_word_that_is_asked_for_is_there_in_both_languages() {
    let known = LANGUAGES.map(keys);
    check(within(&["app/src/"], "rs").flat_map(|file| {
        let asked = file.shipped().flat_map(|(line, code)| asked_for(code).into_iter().map(move |key| (line, key)));
        let missing = asked.filter(|(_, key)| !known.iter().all(|known| known.contains(*key)));
        missing
            .map(|(line, key)| format!("{}:{line}: the Fluent files of it and en need {key}", file.path))
            .collect::<Vec<_>>()
    }));
}

/// The page gives the editor the words for every key that stands in its list.
#[test]
fn every_word_of_the_editor_is_there_in_both_languages() {
    let known = LANGUAGES.map(keys);
    let list = within(&["frontend/web/editor/words.ts"], "ts").next().expect("the editor has a list of words");
    let asked = || list.text.split('"').skip(1).step_by(2).filter(|text| text.starts_with("editor-"));
    assert!(asked().count() > 50, "{} is read as it is written", list.path);
    let missing = asked().filter(|key| !known.iter().all(|known| known.contains(*key)));
    check(missing.map(|key| format!("{}: the Fluent files of it and en need {key}", list.path)));
}

/// Refusals cross the wire as keys.
#[test]
fn every_refusal_has_words() {
    let known = LANGUAGES.map(keys);
    let is_key = |text: &str| {
        ["comment-", "people-", "settings-", "story-"].iter().any(|start| text.starts_with(start))
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    check(within(&["crates/model/src/", "crates/newsroom/src/"], "rs").flat_map(|file| {
        let texts =
            file.shipped().flat_map(|(line, code)| code.split('"').skip(1).step_by(2).map(move |text| (line, text)));
        let missing = texts.filter(|(_, text)| is_key(text) && !known.iter().all(|known| known.contains(*text)));
        missing
            .map(|(line, key)| format!("{}:{line}: the Fluent files of it and en need {key}", file.path))
            .collect::<Vec<_>>()
    }));
}

/// Every key of a language.
fn keys(folder: &'static str) -> BTreeSet<&'static str> {
    let lines = within(&[folder], "ftl").flat_map(|file| file.text.lines());
    let keys: BTreeSet<&str> = lines
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split(" =").next())
        .collect();
    assert!(!keys.is_empty(), "{folder} holds no words");
    keys
}

/// The keys that a line hands to `t` and `t_with`. What is put together at run time is left to the tests of `i18n`.
fn asked_for(code: &str) -> Vec<&str> {
    let calls = ["t(\"", "t_with(\""].into_iter().flat_map(|call| code.match_indices(call));
    let calls = calls.filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || "_.!".contains(c)));
    calls.filter_map(|(at, call)| code[at + call.len()..].split('"').next()).collect()
}
