//! Style sheets and scripts, each bundled into one small file by esbuild.

use std::path::Path;

use anyhow::Result;

use super::stamp::{self, Inputs};
use super::{WORK, wasm};
use crate::progress;
use crate::tools::{self, npm_program};

struct Bundle {
    /// The logical name, by which pages ask for it.
    name: &'static str,
    entry: &'static str,
    /// The folder in which the entry and all that it imports of ours lie.
    sources: &'static str,
}

const BUNDLES: [Bundle; 9] = [
    Bundle { name: "main.css", entry: "style/main.css", sources: "style" },
    Bundle { name: "desk.css", entry: "style/desk.css", sources: "style" },
    Bundle { name: "theme.js", entry: "frontend/web/theme.ts", sources: "frontend/web" },
    Bundle { name: "navigation.js", entry: "frontend/web/navigation.ts", sources: "frontend/web" },
    Bundle { name: "editor.js", entry: "frontend/web/editor/index.ts", sources: "frontend/web" },
    Bundle { name: "reader.js", entry: "target/assets/bound-reader/reader.js", sources: wasm::READER_GLUE },
    Bundle { name: "desk.js", entry: "frontend/web/desk.ts", sources: "frontend/web" },
    Bundle { name: "desk-glue.js", entry: "target/assets/bound-desk/desk.js", sources: wasm::DESK_GLUE },
    Bundle { name: "pencil.js", entry: "frontend/web/pencil.ts", sources: "frontend/web" },
];

/// Fonts get their addresses later: esbuild leaves them alone.
const OPTIONS: [&str; 7] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=none",
    "--external:/fonts/*",
];

/// Leaves every bundle in the work folder under its logical name.
pub fn all() -> Result<()> {
    BUNDLES.iter().try_for_each(|bundle| {
        let inputs = Inputs::default().text(&OPTIONS.concat()).path(bundle.sources)?.path("package-lock.json")?;
        let output = Path::new(WORK).join(bundle.name);
        stamp::unless_unchanged(&output, &inputs, || {
            progress::quiet(&format!("bundling {}", bundle.name), || esbuild(bundle, &output))
        })
    })
}

fn esbuild(bundle: &Bundle, output: &Path) -> Result<()> {
    let mut esbuild = npm_program("esbuild");
    esbuild.arg(bundle.entry).args(OPTIONS).arg("--log-level=warning");
    tools::output(esbuild.arg(format!("--outfile={}", output.display()))).map(drop)
}
