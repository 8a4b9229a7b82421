//! The browser's Rust, one module for readers and one for the desk: compiled, bound to JavaScript, shrunk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::WORK;
use super::stamp::{self, Inputs};
use crate::progress;
use crate::tools::{self, cargo, npm_program};

/// A crate that becomes a module of the browser.
struct Module {
    /// The crate.
    package: &'static str,
    /// The logical name of the module.
    name: &'static str,
    /// The name of the glue, without its extension.
    glue_name: &'static str,
    /// Where the JavaScript side of the module lies before it is bundled.
    glue: &'static str,
    /// Whose it is, for those who watch the build.
    whose: &'static str,
    /// More for Cargo.
    options: &'static [&'static str],
}

/// Components whose types end at their edges: a fifth fewer bytes for a large application. What is hydrated must be
/// built as the server is, so it is for the desk alone, which no server renders.
const ERASED: [&str; 2] = ["--config", r#"target.wasm32-unknown-unknown.rustflags=["--cfg", "erase_components"]"#];

/// Where the readers' glue lies.
pub const READER_GLUE: &str = "target/assets/bound-reader";
/// Where the desk's glue lies.
pub const DESK_GLUE: &str = "target/assets/bound-desk";

/// One after the other: built together, Cargo would unite what they ask of `app`.
const MODULES: [Module; 2] = [
    Module {
        package: "frontend",
        name: "reader.wasm",
        glue_name: "reader",
        glue: READER_GLUE,
        whose: "the readers' wasm",
        options: &[],
    },
    Module {
        package: "desk",
        name: "desk.wasm",
        glue_name: "desk",
        glue: DESK_GLUE,
        whose: "the desk's wasm",
        options: &ERASED,
    },
];

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

/// Leaves the modules in the work folder, and their glue in folders of their own.
pub fn build() -> Result<()> {
    MODULES.iter().try_for_each(|module| {
        let compiled = progress::talkative(&format!("building {}", module.whose), || compile(module))?;
        let inputs = Inputs::default().text(&SHRINK.concat()).path(&compiled)?.path("package-lock.json")?;
        let output = Path::new(WORK).join(module.name);
        stamp::unless_unchanged(&output, &inputs, || {
            progress::quiet(&format!("binding {}", module.whose), || bind(module, &compiled))?;
            progress::quiet(&format!("shrinking {}", module.whose), || shrink(module, &output))
        })
    })
}

fn compile(module: &Module) -> Result<PathBuf> {
    let target = ["--target", "wasm32-unknown-unknown", "--profile", "wasm-release"];
    tools::run(cargo().args(["build", "--package", module.package, "--lib"]).args(target).args(module.options))?;
    let folder = tools::target_directory()?.join("wasm32-unknown-unknown/wasm-release");
    Ok(folder.join(module.package).with_extension("wasm"))
}

/// The page tells the loader where the module lies, so the glue needs no address of its own.
fn bind(module: &Module, compiled: &Path) -> Result<()> {
    if Path::new(module.glue).exists() {
        fs::remove_dir_all(module.glue)?;
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name(module.glue_name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(module.glue)
        .context("wasm-bindgen could not read the module")
}

fn shrink(module: &Module, output: &Path) -> Result<()> {
    let bound = Path::new(module.glue).join(format!("{}_bg.wasm", module.glue_name));
    tools::output(npm_program("wasm-opt").args(SHRINK).arg(&bound).arg("-o").arg(output))?;
    // The glue's folder is the bundler's input: it holds scripts only.
    Ok(fs::remove_file(bound)?)
}
