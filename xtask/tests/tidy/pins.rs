//! Versions that only work together, or only from some number on.

use crate::tree::{check, file};

/// What moves as one, by hand (`docs/decisions/0002-leptos-0.8.md`).
const PINNED: [&str; 7] =
    ["leptos", "leptos_axum", "leptos_meta", "leptos_router", "server_fn", "hydration_context", "wasm-bindgen"];

#[test]
fn leptos_and_what_speaks_its_language_are_pinned() {
    let manifest = file("Cargo.toml");
    check(PINNED.iter().filter_map(|name| {
        let (line, text) = manifest.lines().find(|(_, text)| text.starts_with(&format!("{name} = ")))?;
        (!text.contains("\"=")).then(|| format!("Cargo.toml:{line}: pin {name} with `=`"))
    }));
    let named = PINNED.iter().filter(|name| manifest.lines().any(|(_, text)| text.starts_with(&format!("{name} = "))));
    assert_eq!(named.count(), PINNED.len(), "Cargo.toml must name {PINNED:?}");
}

#[test]
fn one_sqlx_brings_a_sqlite_that_keeps_its_files_whole() {
    assert_eq!(locked("sqlx").len(), 1, "Cargo.lock: one sqlx, or an old SQLite comes with the other");
    let sqlite = locked("libsqlite3-sys");
    assert_eq!(sqlite.len(), 1, "Cargo.lock: one SQLite, not {sqlite:?}");
    let minor: u32 =
        sqlite[0].split('.').nth(1).and_then(|part| part.parse().ok()).expect("a version has a second part");
    assert!(minor >= 37, "Cargo.lock: libsqlite3-sys {} brings a SQLite that can corrupt a write-ahead log", sqlite[0]);
}

#[test]
fn wasm_bindgen_and_its_program_are_of_one_version() {
    assert_eq!(
        locked("wasm-bindgen"),
        locked("wasm-bindgen-cli-support"),
        "Cargo.lock: the two speak a private format"
    );
    let pin = format!("wasm-bindgen-cli-support = \"={}\"", locked("wasm-bindgen")[0]);
    assert!(file("xtask/Cargo.toml").text.contains(&pin), "xtask/Cargo.toml must say {pin}");
}

/// With an rlib beside it, Cargo leaves link-time optimisation out.
#[test]
fn what_the_browser_runs_is_a_cdylib_alone() {
    for manifest in ["frontend/Cargo.toml", "frontend/desk/Cargo.toml"] {
        assert!(file(manifest).text.contains("crate-type = [\"cdylib\"]"), "{manifest}: a cdylib alone");
    }
}

/// The versions of a package that are locked.
fn locked(name: &str) -> Vec<&'static str> {
    let title = format!("name = \"{name}\"");
    let mut lines = file("Cargo.lock").text.lines();
    let mut versions = Vec::new();
    while lines.any(|line| line == title) {
        let version = lines.next().and_then(|line| line.strip_prefix("version = \""));
        versions.push(version.expect("a version follows each name").trim_end_matches('"'));
    }
    versions
}
