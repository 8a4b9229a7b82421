//! The readers' Rust: compiled, bound to JavaScript, shrunk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::WORK;
use super::stamp::{self, Inputs};
use crate::progress;
use crate::tools::{self, cargo, npm_program};

/// Where the JavaScript side of the module lies before it is bundled.
pub const GLUE: &str = "target/assets/bound";

/// Everything after `-Oz` is what Rust's target emits: wasm-opt must be told that it may read it.
const SHRINK: [&str; 9] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
];

/// Leaves `reader.wasm` in the work folder and its glue in [`GLUE`].
pub fn build() -> Result<()> {
    let module = progress::talkative("building the readers' wasm", compile)?;
    let inputs = Inputs::default().text(&SHRINK.concat()).path(&module)?.path("package-lock.json")?;
    let output = Path::new(WORK).join("reader.wasm");
    stamp::unless_unchanged(&output, &inputs, || {
        progress::quiet("binding the readers' wasm", || bind(&module))?;
        progress::quiet("shrinking the readers' wasm", || shrink(&output))
    })
}

fn compile() -> Result<PathBuf> {
    tools::run(cargo().args(["build", "--package", "frontend", "--lib"]).args([
        "--target",
        "wasm32-unknown-unknown",
        "--profile",
        "wasm-release",
    ]))?;
    Ok(tools::target_directory()?.join("wasm32-unknown-unknown/wasm-release/frontend.wasm"))
}

/// The page tells the loader where the module lies, so the glue needs no address of its own.
fn bind(module: &Path) -> Result<()> {
    if Path::new(GLUE).exists() {
        fs::remove_dir_all(GLUE)?;
    }
    Bindgen::new()
        .input_path(module)
        .out_name("reader")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(GLUE)
        .context("wasm-bindgen could not read the module")
}

fn shrink(output: &Path) -> Result<()> {
    let bound = Path::new(GLUE).join("reader_bg.wasm");
    tools::output(npm_program("wasm-opt").args(SHRINK).arg(&bound).arg("-o").arg(output))?;
    // The glue's folder is the bundler's input: it holds scripts only.
    Ok(fs::remove_file(bound)?)
}
