//! What only a browser can tell.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::site::{FOLDER, Site};
use super::{figure, note};
use crate::tools;
use crate::{need, progress};

/// Prints soft navigation, layout shift and the four scores of Lighthouse; says what is missing.
pub fn measure(site: &Site, article: &str) -> Result<()> {
    let Some(chromium) = need::installed_chromium() else {
        note("no Chromium here: soft navigation, layout shift and Lighthouse are not measured");
        return Ok(());
    };
    let front = format!("http://{}/", site.address);
    let figures = progress::quiet("clicking through the paper", || {
        tools::output(Command::new("node").args(["xtask/src/bench/browser.mjs", &front]).arg(&chromium))
    })?;
    print!("{figures}");
    lighthouse(&format!("http://{}{article}", site.address), &chromium)
}

fn lighthouse(address: &str, chromium: &Path) -> Result<()> {
    let program = match need::lighthouse() {
        Ok(program) => program,
        Err(why) => {
            note(&format!("Lighthouse cannot be installed, its scores are not measured: {why:#}"));
            return Ok(());
        }
    };
    let report = Path::new(FOLDER).join("lighthouse.json");
    progress::quiet("asking Lighthouse", || {
        tools::output(
            Command::new(program)
                .args([address, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"])
                .arg(format!("--output-path={}", report.display()))
                .env("CHROME_PATH", chromium),
        )
    })?;
    let report: Value = serde_json::from_slice(&fs::read(report)?)?;
    for (name, category) in report["categories"].as_object().context("a Lighthouse report has categories")? {
        let score = category["score"].as_f64().with_context(|| format!("Lighthouse gives no score for {name}"))?;
        figure(&format!("lighthouse_{}", name.replace('-', "_")), score * 100.0, "points");
    }
    Ok(())
}
