//! `cargo xtask test`: every check, quick ones first; the first failure ends it with its name.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use crate::postgres::Cluster;
use crate::server::{self, Profile};
use crate::tools::{cargo, npm_program, output, run as call};
use crate::{assets, need, progress};

/// What `test` can be told.
#[derive(Debug, Args)]
pub struct Options {
    /// Runs only these, for quick loops.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Fmt,
    Clippy,
    Scripts,
    Rust,
    Drafts,
    Browser,
}

/// Runs the chosen parts and prints how long each took.
pub fn run(options: &Options) -> Result<()> {
    let wanted = |part| options.only.is_empty() || options.only.contains(&part);
    let mut steps = Steps::default();
    let result = run_parts(&mut steps, wanted);
    steps.print();
    result
}

fn run_parts(steps: &mut Steps, wanted: impl Fn(Part) -> bool) -> Result<()> {
    steps.run("what the machine needs", || need::to_check().and_then(|()| need::to_build()))?;
    if wanted(Part::Fmt) {
        steps.run("fmt", || call(cargo().args(["fmt", "--all", "--check"])))?;
    }
    if wanted(Part::Clippy) {
        steps.run("clippy", clippy)?;
    }
    if wanted(Part::Scripts) {
        steps.run("scripts", scripts)?;
    }
    if [Part::Rust, Part::Drafts, Part::Browser].into_iter().any(&wanted) {
        steps.run("assets", assets::build)?;
    }
    if wanted(Part::Rust) {
        steps.run("rust tests", rust)?;
    }
    if wanted(Part::Drafts) {
        steps.run("drafts that converge", drafts)?;
    }
    if wanted(Part::Browser) {
        steps.run("browser tests", browser)?;
    }
    Ok(())
}

/// Lints all worlds: what runs on the host, and what runs in a reader's and in a desk's browser. The server switches
/// the application's `ssr` on, `frontend` its `hydrate`, `desk` its `desk`.
fn clippy() -> Result<()> {
    let warnings = ["--", "-D", "warnings"];
    let host = ["clippy", "--workspace", "--exclude", "frontend", "--exclude", "desk", "--all-targets"];
    call(cargo().args(host).args(warnings))?;
    ["frontend", "desk"].into_iter().try_for_each(|package| {
        let browser = ["clippy", "--package", package, "--package", "app", "--target", "wasm32-unknown-unknown"];
        call(cargo().args(browser).args(warnings))
    })
}

/// Tests the crates on both databases. The build program is tested by itself, with the dependencies that it was
/// just built with: together with the others Cargo would unite their features and compile all of it again.
fn rust() -> Result<()> {
    let cluster = match need::postgres_programs()? {
        Some(programs) => Some(progress::quiet("starting PostgreSQL", || Cluster::start(&programs))?),
        None => None,
    };
    call(cargo().args(["test", "--package", "xtask"]))?;
    let mut test = cargo();
    test.args(["test", "--workspace", "--exclude", "frontend", "--exclude", "desk", "--exclude", "xtask"]);
    test.envs(cluster.as_ref().map(|cluster| ("REDAZIONE_TEST_DATABASE_URL", cluster.url())));
    call(&mut test)
}

/// Checks the types of the scripts, which esbuild only drops, and tests the editor.
fn scripts() -> Result<()> {
    for folder in ["frontend/web", "end2end"] {
        progress::quiet(&format!("checking the types of {folder}"), || {
            output(npm_program("tsc").args(["--noEmit", "--project", folder])).map(drop)
        })?;
    }
    call(Command::new("node").arg("frontend/web/editor/tests/run.mjs"))
}

/// Lets Yjs clients write together in random schedules while the server is killed; none of their words may be lost.
fn drafts() -> Result<()> {
    let built = server::build(Profile::Dev)?;
    let drafts = built.parent().expect("a program lies in a folder").join("examples/drafts");
    call(Command::new("node").args(["end2end/converge/run.mjs", "--schedules", "500"]).env("REDAZIONE_DRAFTS", drafts))
}

/// Tests the whole in Chromium.
fn browser() -> Result<()> {
    let chromium = need::chromium()?;
    let redazione = server::build(Profile::Dev)?;
    call(
        npm_program("playwright")
            .args(["test", "--config", "end2end/playwright.config.ts"])
            .env("CHROMIUM", chromium)
            .env("REDAZIONE_BIN", redazione),
    )
}

/// What ran, and for how long.
#[derive(Debug, Default)]
struct Steps(Vec<(&'static str, Duration, bool)>);

impl Steps {
    fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        progress::say(name);
        let started = Instant::now();
        let result = work();
        self.0.push((name, started.elapsed(), result.is_ok()));
        result.with_context(|| format!("failed: {name}"))
    }

    fn print(&self) {
        eprintln!("\n──────────");
        for (name, duration, passed) in &self.0 {
            let mark = if *passed { '✓' } else { '✗' };
            eprintln!("{mark} {name:<24} {}", progress::seconds(*duration));
        }
        let total = self.0.iter().map(|(_, duration, _)| *duration).sum();
        eprintln!("  {:<24} {}", "together", progress::seconds(total));
    }
}
