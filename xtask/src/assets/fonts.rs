//! The fonts, cut to the letters that the newspaper uses.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::stamp::{self, Inputs};
use crate::{progress, tools};

/// Where the cut fonts lie.
pub const FONTS: &str = "target/assets/fonts";

const SCRIPT: &str = "style/fonts.mjs";

/// Leaves `*.woff2` in [`FONTS`].
pub fn cut() -> Result<()> {
    let inputs = Inputs::default().path(SCRIPT)?.path("package-lock.json")?;
    stamp::unless_unchanged(FONTS, &inputs, || {
        if Path::new(FONTS).exists() {
            fs::remove_dir_all(FONTS)?;
        }
        progress::quiet("cutting the fonts", || tools::output(Command::new("node").args([SCRIPT, FONTS])).map(drop))
    })
}
