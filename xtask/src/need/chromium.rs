//! The browser of the browser tests.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::tools;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Chromium: the one that is here, or else Debian's, installed now.
pub fn chromium() -> Result<PathBuf> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    if !debian::available() {
        bail!(
            "the browser tests need Chromium: install it (on Debian and Ubuntu the packages `chromium` and \
             `fonts-dejavu-core`) or name its program in CHROMIUM"
        );
    }
    debian::install(&["chromium", "fonts-dejavu-core"])?;
    installed().context("the package chromium brought no program of that name")
}

/// The one that `CHROMIUM` names, or the one on the search path.
pub fn installed() -> Option<PathBuf> {
    env::var_os("CHROMIUM").map(PathBuf::from).or_else(|| NAMES.iter().find_map(|name| tools::find(name)))
}
