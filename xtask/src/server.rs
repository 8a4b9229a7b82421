//! The executable: building it for work, for the tests and for the world.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{assets, need, progress, tools};

/// Which of Cargo's profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

/// Builds `redazione` and answers where it lies. Its assets must be there already.
///
/// `--examples` brings the benchmark's bare responder, and switches the development dependencies on, as `cargo test`
/// does: their features reach crates that everything stands on, and without it run and test would each compile all
/// of them.
pub fn build(profile: Profile) -> Result<PathBuf> {
    let (title, folder, flag) = match profile {
        Profile::Dev => ("building the server", "debug", None),
        Profile::Release => ("building the server for release", "release", Some("--release")),
    };
    progress::talkative(title, || {
        tools::run(tools::cargo().args(["build", "--package", "server", "--bins", "--examples"]).args(flag))
    })?;
    Ok(tools::target_directory()?.join(folder).join("redazione"))
}

/// Makes `target/dist/redazione`, the one file that a newspaper needs.
pub fn distribute() -> Result<PathBuf> {
    need::to_build()?;
    assets::build()?;
    let built = build(Profile::Release)?;
    let file = Path::new("target/dist/redazione");
    fs::create_dir_all("target/dist")?;
    // Removed first: a copy that runs keeps its file, the new one takes the name.
    if file.exists() {
        fs::remove_file(file)?;
    }
    let bytes = fs::copy(built, file)?;
    progress::say(&format!("{}: {:.1} MB", file.display(), bytes as f64 / 1e6));
    Ok(file.canonicalize()?)
}
