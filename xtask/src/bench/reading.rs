//! What a reader's visit costs: bytes, renders, throughput.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::load::{self, Bare, Load};
use super::site::Site;
use super::{figure, median, note};
use crate::progress;

/// How many articles stand for all of them.
const SAMPLE: usize = 41;

/// What a first visit downloads beside the page, by the ends of logical names. The core of each font is what Italian
/// and English need; the browser leaves the rest alone.
const DOWNLOADS: [(&str, &[&str]); 4] = [
    ("css", &["main.css"]),
    ("scripts", &["navigation.js", "reader.js"]),
    ("wasm", &["reader.wasm"]),
    ("fonts", &["-core.woff2"]),
];

/// Paths of articles, evenly spread over the edition.
pub fn sample(site: &Site) -> Result<Vec<(u32, String)>> {
    let path = |id: u32| -> Option<(u32, String)> {
        let answer = super::http::get(&site.address, &format!("/a/{id}"), "").ok()?;
        let location = answer.header("location").filter(|_| answer.status() == 301)?;
        Some((id, location.trim_start_matches(&format!("http://{}", site.address)).to_owned()))
    };
    // Numbers are given in order; the last one is found by doubling.
    let beyond = (0..20).map(|power| 1_u32 << power).find(|id| path(*id).is_none()).unwrap_or(1 << 20);
    let step = (beyond / 2 / SAMPLE as u32).max(1);
    let articles: Vec<_> = (1..beyond).step_by(step as usize).filter_map(path).take(SAMPLE).collect();
    if articles.is_empty() {
        bail!("/a/1 leads to no article");
    }
    Ok(articles)
}

/// Prints what a first visit to an article downloads, in brotli.
pub fn sizes(site: &Site, articles: &[(u32, String)]) -> Result<()> {
    let html = articles.iter().map(|(_, path)| Ok(site.page(path, "")?.body().len() as f64)).collect::<Result<_>>()?;
    figure("article_html", median(html) / 1e3, "kB");
    figure("front_html", site.page("/", "")?.body().len() as f64 / 1e3, "kB");
    let manifest: Value = serde_json::from_slice(&fs::read("target/site/assets.json")?)?;
    let files = manifest["files"].as_object().context("assets.json lists files")?;
    for (kind, endings) in DOWNLOADS {
        let of_kind = files.iter().filter(|(name, _)| endings.iter().any(|ending| name.ends_with(ending)));
        figure(kind, of_kind.filter_map(|(_, file)| file["brotli"].as_f64()).sum::<f64>() / 1e3, "kB");
    }
    Ok(())
}

/// Prints how long the server works on an article that no cache holds.
pub fn renders(site: &Site, articles: &[(u32, String)]) -> Result<()> {
    let render = |path: &str| -> Result<f64> {
        let answer = site.page(path, "x-redazione-bench: uncached\r\n")?;
        let micros = answer.header("x-render-micros").and_then(|value| value.parse::<f64>().ok());
        Ok(micros.context("the server does not tell how long it rendered")? / 1e3)
    };
    let times = articles.iter().map(|(_, path)| render(path)).collect::<Result<_>>()?;
    figure("article_render", median(times), "ms");
    figure("front_render", median((0..11).map(|_| render("/")).collect::<Result<_>>()?), "ms");
    Ok(())
}

/// Prints requests per second and the ninety-ninth percentile of every kind of page, and the article's share of what
/// a bare responder does in alternating runs.
pub fn throughput(site: &Site, article: &str, seconds: u32) -> Result<()> {
    let section = format!("/{}/", article.trim_matches('/').split('/').next().unwrap_or_default());
    let bare = Bare::start(&site.page(article, "")?.raw)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 1..=3 {
        progress::quiet(&format!("loading the article and the bare responder, round {round}"), || {
            ours.push(load::reads(&site.address, article, seconds)?);
            theirs.push(load::reads(&bare.address, "/", seconds)?);
            Ok(())
        })?;
    }
    print("article", &ours);
    print("bare", &theirs);
    let ratios = ours.iter().zip(&theirs).map(|(ours, theirs)| ours.requests_per_second / theirs.requests_per_second);
    figure("article_to_bare", median(ratios.collect()), "ratio");
    for (name, path) in [("front", "/"), ("section", &section), ("search", "/search?q=mare"), ("feed", "/feed/")] {
        if site.page(path, "").is_err() {
            note(&format!("{name}: no such page yet"));
            continue;
        }
        let loads = progress::quiet(&format!("loading {path}"), || {
            (0..3).map(|_| load::reads(&site.address, path, seconds)).collect::<Result<Vec<_>>>()
        })?;
        print(name, &loads);
    }
    Ok(())
}

fn print(name: &str, loads: &[Load]) {
    let of = |value: fn(&Load) -> f64| median(loads.iter().map(value).collect());
    figure(&format!("{name}_throughput"), of(|load| load.requests_per_second), "requests/s");
    figure(&format!("{name}_p99"), of(|load| load.p99), "ms");
}
