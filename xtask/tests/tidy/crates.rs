//! Who may import whom.

use crate::tree::{check, file, forbid, within};

/// A crate and all that it may depend on.
const PURE: [(&str, &[&str]); 4] = [
    ("crates/document", &["html5ever", "markup5ever_rcdom", "pulldown-cmark", "serde", "serde_json", "thiserror"]),
    ("crates/model", &["document", "serde", "serde_json", "thiserror"]),
    ("frontend", &["app", "wasm-bindgen"]),
    ("frontend/desk", &["app", "console_error_panic_hook", "wasm-bindgen"]),
];

/// A crate and what it must never depend on.
const IMPURE: [(&str, &[&str]); 3] = [
    (
        "crates/newsroom",
        &["app", "axum", "clap", "http", "hyper", "hyper-util", "leptos", "leptos_axum", "server", "tower"],
    ),
    ("app", &["axum", "clap", "image", "object_store", "server", "sqlx", "tokio"]),
    ("server", &["html5ever", "image", "leptos_meta", "leptos_router", "object_store", "sqlx"]),
];

/// What a reader's browser must not get. The desk's has the words too, so Fluent is optional for both.
const SERVER_SIDE: [&str; 7] =
    ["fluent-bundle", "futures", "http", "hydration_context", "jiff", "leptos_axum", "newsroom"];

#[test]
fn pure_crates_depend_on_pure_things() {
    check(PURE.iter().flat_map(|(folder, allowed)| {
        let strangers = dependencies(folder).into_iter().filter(|(_, name, _)| !allowed.contains(&name.as_str()));
        strangers.map(move |(line, name, _)| format!("{folder}/Cargo.toml:{line}: {folder} may not depend on {name}"))
    }));
}

#[test]
fn no_crate_depends_on_what_it_must_not_know() {
    check(IMPURE.iter().flat_map(|(folder, forbidden)| {
        let found = dependencies(folder).into_iter().filter(|(_, name, _)| forbidden.contains(&name.as_str()));
        found.map(move |(line, name, _)| format!("{folder}/Cargo.toml:{line}: {folder} may not depend on {name}"))
    }));
}

#[test]
fn the_browser_gets_nothing_of_the_servers() {
    let found = dependencies("app")
        .into_iter()
        .filter(|(_, name, rest)| SERVER_SIDE.contains(&name.as_str()) && !rest.contains("optional = true"));
    check(found.map(|(line, name, _)| {
        format!("app/Cargo.toml:{line}: {name} must be optional, and never enabled by `hydrate`")
    }));
}

#[test]
fn data_does_no_input_or_output() {
    let words = ["async fn", "std::env::", "std::fs", "std::net", "std::process", "std::thread", "std::time"];
    check(within(&["crates/document/src/", "crates/model/src/"], "rs").flat_map(|file| {
        let found =
            file.shipped().filter_map(|(line, code)| Some((line, words.iter().find(|word| code.contains(**word))?)));
        found
            .map(|(line, word)| format!("{}:{line}: `{word}`: document and model are pure data", file.path))
            .collect::<Vec<_>>()
    }));
}

#[test]
fn the_newsroom_knows_no_http_no_leptos_and_no_environment() {
    let words = ["axum::", "http::", "hyper::", "leptos", "std::env::", " env::", "(env::"];
    forbid(within(&["crates/newsroom/src/"], "rs"), &words, "the newsroom is told what it needs: see newsroom::Config");
}

#[test]
fn the_application_and_the_libraries_read_no_environment() {
    let words = ["std::env::", " env::var", "(env::var"];
    let folders = ["app/src/", "frontend/src/", "frontend/desk/src/", "crates/document/src/", "crates/model/src/"];
    forbid(within(&folders, "rs"), &words, "configuration is read in server/src/config.rs");
}

#[test]
fn the_server_writes_no_markup() {
    forbid(within(&["server/src/"], "rs"), &["view!", "#[component]", "#[island]"], "markup belongs in app");
}

#[test]
fn time_is_told_by_the_newsrooms_clock() {
    let words = ["SystemTime::now", "Timestamp::now", "Zoned::now"];
    let folders = ["app/", "crates/", "frontend/", "server/"];
    let files = within(&folders, "rs").filter(|file| file.path != "crates/newsroom/src/clock.rs");
    forbid(files, &words, "ask newsroom::Clock, which tests can advance");
    forbid(
        within(&["app/", "crates/", "frontend/"], "rs"),
        &["Instant::now"],
        "only the server and xtask measure time",
    );
}

/// The dependencies of a crate, those of its tests apart: line, name, and what follows the name.
fn dependencies(folder: &str) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    let mut inside = false;
    for (number, line) in file(&format!("{folder}/Cargo.toml")).lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if let Some((key, rest)) = line.split_once('=').filter(|_| inside && !line.starts_with('#')) {
            let name = key.trim().trim_end_matches(".workspace");
            found.push((number, name.to_owned(), rest.to_owned()));
        }
    }
    assert!(!found.is_empty(), "{folder}/Cargo.toml names no dependency");
    found
}
