//! Filling the newspaper that is measured.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::Value;

use super::figure;
use super::site::{FOLDER, Newspaper};
use crate::{progress, tools};

/// Fills the paper from an edition file, with its pictures, and prints how fast its words alone come in; from the
/// demo edition where there is no such file.
pub fn fill(paper: &Newspaper, edition: &Path) -> Result<()> {
    if !edition.is_file() {
        progress::warn(&format!("{} is missing: the figures are those of the demo edition", edition.display()));
        return progress::quiet("filling the paper with the demo edition", || {
            tools::output(paper.command().arg("demo")).map(drop)
        });
    }
    let words = Path::new(FOLDER).join("words.jsonl");
    fs::write(&words, without_pictures(&fs::read_to_string(edition)?)?)?;
    let scratch = Newspaper { redazione: paper.redazione.clone(), data: Path::new(FOLDER).join("scratch") };
    let per_second = progress::quiet("importing the edition without its pictures", || import(&scratch, &words))?;
    figure("import", per_second, "articles/s");
    let per_second = progress::quiet("importing the edition", || import(paper, edition))?;
    figure("import_with_pictures", per_second, "articles/s");
    Ok(())
}

fn import(paper: &Newspaper, edition: &Path) -> Result<f64> {
    let started = Instant::now();
    let report = tools::output(paper.command().args(["--json", "import", "jsonl"]).arg(edition).arg("--publish"))?;
    let seconds = started.elapsed().as_secs_f64();
    let report: Value = serde_json::from_str(&report).context("the import's report is no JSON")?;
    let created = report["articles"]["created"].as_f64().context("the import's report counts no articles")?;
    Ok(created / seconds)
}

fn without_pictures(edition: &str) -> Result<String> {
    let lines = edition.lines().map(|line| {
        let mut article: serde_json::Map<String, Value> = serde_json::from_str(line)?;
        article.remove("lead_image");
        Ok(serde_json::to_string(&article)? + "\n")
    });
    lines.collect()
}
