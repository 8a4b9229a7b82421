//! PostgreSQL's server programs, for the half of the tests that runs on it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::debian;
use crate::{progress, tools};

/// The folder that holds `initdb` and `postgres`, installing them if possible; `None` says that tests do without.
pub fn postgres_programs() -> Result<Option<PathBuf>> {
    if let Some(found) = installed() {
        return Ok(Some(found));
    }
    if debian::available() {
        debian::install(&["postgresql"])?;
    }
    let found = installed();
    if found.is_none() {
        progress::warn(
            "PostgreSQL is not installed: the PostgreSQL half of the tests is SKIPPED, only SQLite is tested. \
             Install the package `postgresql` to run it.",
        );
    }
    Ok(found)
}

/// On the search path, or where Debian keeps them beside it; the newest wins.
fn installed() -> Option<PathBuf> {
    let on_path = tools::find("initdb").and_then(|program| program.parent().map(Path::to_owned));
    on_path.into_iter().chain(debian_versions()).find(|folder| folder.join("postgres").is_file())
}

fn debian_versions() -> Vec<PathBuf> {
    let Ok(versions) = fs::read_dir("/usr/lib/postgresql") else { return Vec::new() };
    let mut folders: Vec<PathBuf> = versions.flatten().map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    folders
}
