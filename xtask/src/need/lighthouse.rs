//! The judge of pages: a tool of the benchmark alone, so it lies beside the build and not among the project's packages.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::{progress, tools};

const FOLDER: &str = "target/tools";
const PACKAGE: &str = "lighthouse@12";

/// Lighthouse: the one that is here, or else npm's, installed now.
pub fn lighthouse() -> Result<PathBuf> {
    let program = Path::new(FOLDER).join("node_modules/.bin/lighthouse");
    if !program.exists() {
        progress::quiet(&format!("installing {PACKAGE}"), || {
            let npm = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", FOLDER, PACKAGE];
            tools::output(Command::new("npm").args(npm).env("PUPPETEER_SKIP_DOWNLOAD", "1")).map(drop)
        })?;
    }
    Ok(program)
}
