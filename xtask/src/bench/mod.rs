//! `cargo xtask bench`: the project's own figures, measured on the release binary with a real edition.
//!
//! Standard output holds one figure a line, `name value unit`; progress goes to standard error. Figures are medians of
//! several runs; kilobytes and megabytes are decimal.

mod browser;
mod desk;
mod edition;
mod http;
mod load;
mod reading;
mod site;
mod stories;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Args;

use self::site::{FOLDER, Newspaper, Site};
use crate::{need, progress, server, tools};

/// What `bench` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// The edition file to measure with; the demo edition where it is missing.
    #[arg(long, default_value = "../shared/data/edition/edition-it.jsonl")]
    edition: PathBuf,
    /// How long each load lasts.
    #[arg(long, default_value_t = 5)]
    seconds: u32,
    /// How many articles there are when the desk's list of stories is measured.
    #[arg(long, default_value_t = 100_000)]
    stories: u32,
}

/// Builds, fills a fresh paper and measures it.
pub fn run(options: &Options) -> Result<()> {
    need::wrk()?;
    let redazione = server::distribute()?;
    if Path::new(FOLDER).exists() {
        fs::remove_dir_all(FOLDER)?;
    }
    fs::create_dir_all(FOLDER)?;
    let paper = Newspaper { redazione, data: Path::new(FOLDER).join("data") };
    edition::fill(&paper, &options.edition)?;

    let starts = (0..5).map(|_| Ok(paper.serve()?.cold_start.as_secs_f64() * 1e3)).collect::<Result<_>>()?;
    figure("cold_start", median(starts), "ms");
    let site = paper.serve()?;
    figure("memory_idle", site.memory("VmRSS")?, "MB");
    let articles = reading::sample(&site)?;
    let (id, article) = &articles[articles.len() / 2];
    reading::sizes(&site, &articles)?;
    reading::renders(&site, &articles)?;
    if let Err(why) = browser::measure(&site, article) {
        progress::warn(&format!("the figures of the browser are missing: {why:#}"));
    }
    reading::throughput(&site, article, options.seconds)?;
    if let Err(why) = desk::measure(&paper, &site, article) {
        progress::warn(&format!("figures of the desk are missing: {why:#}"));
    }
    if let Err(why) = stories::measure(&paper.redazione, options.stories) {
        progress::warn(&format!("figures of the list of stories are missing: {why:#}"));
    }
    publishing(&paper, &site, *id, article)?;
    writing(&site, &id.to_string(), options.seconds)?;
    figure("memory_under_load", site.memory("VmRSS")?, "MB");
    figure("memory_peak", site.memory("VmHWM")?, "MB");
    Ok(())
}

/// Prints how long an article that was published from another process takes to be on the page.
fn publishing(paper: &Newspaper, site: &Site, id: u32, article: &str) -> Result<()> {
    let desk = |verb: &str| tools::output(paper.command().args(["article", verb, &id.to_string()]));
    let times = (0..5).map(|_| {
        desk("unpublish")?;
        until(|| Ok(http::get(&site.address, article, "")?.status() != 200))?;
        desk("publish")?;
        Ok(until(|| Ok(http::get(&site.address, article, "")?.status() == 200))?.as_secs_f64() * 1e3)
    });
    figure("publish_to_visible", median(times.collect::<Result<_>>()?), "ms");
    Ok(())
}

fn until(mut happened: impl FnMut() -> Result<bool>) -> Result<Duration> {
    let started = Instant::now();
    while !happened()? {
        if started.elapsed() > Duration::from_secs(30) {
            bail!("a change was not on the page after thirty seconds");
        }
        thread::sleep(Duration::from_millis(2));
    }
    Ok(started.elapsed())
}

/// Prints how many comments and readings a second the server keeps.
fn writing(site: &Site, article: &str, seconds: u32) -> Result<()> {
    for (name, path, script) in [
        ("comment_writes", "/api/v1/comments/post", "comment.lua"),
        ("view_writes", "/api/v1/views/record", "view.lua"),
    ] {
        let load = progress::quiet(&format!("writing to {path}"), || {
            load::writes(&site.address, path, seconds, script, article)
        })?;
        figure(name, load.requests_per_second, "writes/s");
        figure(&format!("{name}_p99"), load.p99, "ms");
    }
    Ok(())
}

/// Prints one figure.
fn figure(name: &str, value: f64, unit: &str) {
    println!("{name} {value:.2} {unit}");
}

/// Says why a figure is missing.
fn note(text: &str) {
    progress::say(text);
}

/// The middle one.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
