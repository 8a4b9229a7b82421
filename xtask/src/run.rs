//! `cargo xtask run`: from a fresh clone to a newspaper in the browser.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use crate::server::{self, Profile};
use crate::{assets, need, progress, tools};

/// What `run` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// Where to serve.
    #[arg(long, default_value = "127.0.0.1:3000")]
    listen: String,
    /// The data folder; an empty one is filled with the demo edition. Relative to the repository.
    #[arg(long, default_value = "./data")]
    data: PathBuf,
    /// Builds as for the world: slower to build, fast to serve.
    #[arg(long)]
    release: bool,
}

/// Installs, builds, fills, then becomes the server; returns only where something failed.
pub fn run(options: &Options) -> Result<()> {
    need::to_build()?;
    assets::build()?;
    let redazione = server::build(if options.release { Profile::Release } else { Profile::Dev })?;
    if is_empty(&options.data) {
        progress::talkative("filling the data folder with the demo edition", || {
            tools::run(Command::new(&redazione).arg("--data").arg(&options.data).arg("demo"))
        })?;
    }
    progress::say(&format!("serving http://{} (Ctrl-C ends it)", options.listen));
    let serve =
        Command::new(&redazione).arg("--data").arg(&options.data).args(["serve", "--listen", &options.listen]).exec();
    Err(serve).with_context(|| format!("cannot start {}", redazione.display()))
}

/// Missing counts as empty.
fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}
