//! `redazione import` and `redazione demo`.

use std::fs::File;
use std::io::{BufReader, IsTerminal};

use anyhow::{Context, Result, bail};
use model::{ImportReport, ImportWarning, Tally};
use newsroom::{ImportOptions, Newsroom};

use super::{OPERATOR, Out};
use crate::cli::{Import, ImportFormat};

/// Brings in a file and says what became of it.
pub(super) async fn import(newsroom: &Newsroom, what: &Import, out: Out) -> Result<()> {
    let file = File::open(&what.file).with_context(|| format!("{} cannot be opened", what.file.display()))?;
    if file.metadata()?.is_dir() {
        bail!("{} is a folder, not an edition file", what.file.display());
    }
    let folder = what.file.parent().map(std::path::Path::to_path_buf);
    let options = ImportOptions {
        publish: what.publish,
        dry_run: what.dry_run,
        media: what.media.clone(),
        folder,
        progress: std::io::stderr().is_terminal().then_some(progress),
    };
    let report = match what.format {
        ImportFormat::Jsonl => newsroom.imports().jsonl(&OPERATOR, BufReader::new(file), &options).await?,
    };
    out.say(&report, print)
}

/// Fills an empty site.
pub(super) async fn demo(newsroom: &Newsroom, out: Out) -> Result<()> {
    let report = newsroom.install_demo(&OPERATOR).await?;
    out.say(&report, print)
}

fn progress(lines: u64) {
    eprint!("\r{lines} lines ");
}

fn print(report: &ImportReport) {
    if std::io::stderr().is_terminal() {
        eprint!("\r");
    }
    for (what, tally) in [("articles", report.articles), ("comments", report.comments), ("pictures", report.media)] {
        let Tally { created, updated, unchanged, skipped } = tally;
        println!("{what}: {created} created, {updated} updated, {unchanged} unchanged, {skipped} skipped");
    }
    for ImportWarning { line, reference, field, message } in &report.warnings {
        let place = match (line, reference) {
            (Some(line), Some(reference)) => format!("line {line} ({reference}): "),
            (Some(line), None) => format!("line {line}: "),
            (None, Some(reference)) => format!("{reference}: "),
            (None, None) => String::new(),
        };
        println!("warning: {place}{field}: {message}");
    }
}
