//! The build and the checks: `cargo xtask run | test | dist | bench`.

mod assets;
mod bench;
mod need;
mod postgres;
mod progress;
mod run;
mod server;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, runs and checks the newspaper; installs what is missing first.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Builds everything, fills an empty data folder with the demo edition and serves it.
    Run(run::Options),
    /// Runs every check and test; what continuous integration calls.
    Test(test::Options),
    /// Makes target/dist/redazione: one file, assets embedded.
    Dist,
    /// Measures the release binary: one figure a line, `name value unit`.
    Bench(bench::Options),
    /// Builds only what the browser loads, into target/site.
    Assets,
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("✗ {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<()> {
    std::env::set_current_dir(tools::root())?;
    match command {
        Command::Run(options) => run::run(options),
        Command::Test(options) => test::run(options),
        Command::Dist => server::distribute().map(drop),
        Command::Bench(options) => bench::run(options),
        Command::Assets => need::to_build().and_then(|()| assets::build()),
    }
}
