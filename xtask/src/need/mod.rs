//! What the machine must have: looked for first, installed where that is possible, explained where it is not.

mod chromium;
mod debian;
mod lighthouse;
mod postgres;
mod wrk;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::progress;
use crate::tools;

pub use chromium::{chromium, installed as installed_chromium};
pub use lighthouse::lighthouse;
pub use postgres::postgres_programs;
pub use wrk::wrk;

const WASM: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// Everything that building needs.
pub fn to_build() -> Result<()> {
    wasm_target()?;
    node()?;
    npm_packages()?;
    // The server embeds this folder: it must exist before its first asset does.
    Ok(fs::create_dir_all("target/site")?)
}

fn wasm_target() -> Result<()> {
    let sysroot = tools::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if tools::find("rustup").is_none() {
        bail!("this Rust lacks the target {WASM}; install Rust by rustup (https://rustup.rs), or add the target to it");
    }
    progress::talkative("adding Rust's wasm target", || {
        tools::run(Command::new("rustup").args(["target", "add", WASM]))
    })
}

/// The formatter and the linter, which rustup's minimal profile leaves out.
pub fn to_check() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if tools::output(tools::cargo().args([command, "--version"])).is_err() {
            progress::talkative(&format!("adding {component}"), || {
                tools::run(Command::new("rustup").args(["component", "add", component]))
            })?;
        }
    }
    Ok(())
}

fn node() -> Result<()> {
    let advice = "Node 20 or newer with npm is needed: https://nodejs.org, or the packages `nodejs` and `npm`";
    let version = tools::output(Command::new("node").arg("--version")).context(advice)?;
    let found = major(&version).with_context(|| format!("node calls itself {}", version.trim()))?;
    if found < OLDEST_NODE || tools::find("npm").is_none() {
        bail!("{advice} (found Node {found})");
    }
    Ok(())
}

/// `v22.11.0` is 22.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs the locked packages, once for each state of the lock file.
fn npm_packages() -> Result<()> {
    let stamp = Path::new("node_modules/.redazione-stamp");
    let locked = blake3::hash(&fs::read("package-lock.json")?).to_hex();
    if fs::read_to_string(stamp).is_ok_and(|installed| installed == locked.as_str()) {
        return Ok(());
    }
    progress::quiet("installing the npm packages", || {
        tools::output(
            Command::new("npm")
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                .env("PUPPETEER_SKIP_DOWNLOAD", "1"),
        )
    })?;
    Ok(fs::write(stamp, locked.as_str())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_understood() {
        let cases = [("v20.0.0\n", Some(20)), ("v22.11.0", Some(22)), ("22.1", None), ("", None)];
        for (version, expected) in cases {
            assert_eq!(major(version), expected, "{version:?}");
        }
    }
}
