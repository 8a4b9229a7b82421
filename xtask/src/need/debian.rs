//! Debian's package manager, for the programs that neither Cargo nor npm can bring.

use std::process::Command;

use anyhow::Result;

use crate::{progress, tools};

/// Whether packages can be installed here without asking anybody.
pub fn available() -> bool {
    tools::find("apt-get").is_some() && tools::is_root()
}

/// Installs packages; questions are answered with their defaults.
pub fn install(packages: &[&str]) -> Result<()> {
    progress::quiet(&format!("installing {}", packages.join(", ")), || {
        tools::output(apt().arg("update"))?;
        tools::output(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages)).map(drop)
    })
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("--quiet=2").env("DEBIAN_FRONTEND", "noninteractive");
    command
}
