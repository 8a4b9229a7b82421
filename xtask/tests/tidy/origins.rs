//! Where things come from: nothing of one machine, and nothing but the ordinary registries.

use crate::tree::{all, check, file};

/// Folders that only one machine has. Tests may speak of the temporary folder.
const PLACES: [&str; 4] = ["/work/", "/root/", "/home/", "/Users/"];
const TEMPORARY: &str = "/tmp/";

/// Hosts that lock files and configurations pick up where packages are mirrored.
const HOSTS: [&str; 7] = [
    "registry.npmjs.org",
    "registry.yarnpkg.com",
    "static.crates.io",
    "index.crates.io",
    "artifactory",
    "jfrog",
    "sparse+http",
];

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    check(all().flat_map(|file| {
        let is_test = file.path.contains("tests/");
        let place = |text: &str| {
            let found = PLACES.into_iter().find(|place| text.contains(place));
            found.or_else(|| Some(TEMPORARY).filter(|place| !is_test && text.contains(place)))
        };
        let found = file.lines().filter_map(|(line, text)| Some((line, place(text)?)));
        found
            .map(|(line, place)| format!("{}:{line}: {place} is a folder of one machine", file.path))
            .collect::<Vec<_>>()
    }));
}

#[test]
fn no_file_names_a_registrys_host() {
    check(all().flat_map(|file| {
        let host = |text: &str| HOSTS.into_iter().find(|host| text.contains(host));
        let found = file.lines().filter_map(|(line, text)| Some((line, host(text)?)));
        found
            .map(|(line, host)| format!("{}:{line}: {host}: the package manager knows where packages are", file.path))
            .collect::<Vec<_>>()
    }));
    let npm = [".npmrc", "package-lock.json"].map(file);
    check(npm.into_iter().flat_map(|file| {
        let found = file.lines().filter(|(_, text)| text.starts_with("registry") || text.contains("\"resolved\""));
        found.map(|(line, _)| format!("{}:{line}: a package's address must not be kept", file.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn every_crate_comes_from_crates_io() {
    let lock = file("Cargo.lock");
    let known = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let strangers = lock.lines().filter(|(_, text)| text.starts_with("source = ") && *text != known);
    check(strangers.map(|(line, text)| format!("Cargo.lock:{line}: {text} is not crates.io")));
}
