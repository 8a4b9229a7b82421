//! What those who write wait for: the desk in a browser, drafts under load, and their replay.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::site::{FOLDER, Newspaper, Site};
use super::{figure, note};
use crate::need;
use crate::{progress, tools};

/// Who measures.
pub(super) const EMAIL: &str = "misura@example.it";
pub(super) const PASSWORD: &str = "una-parola-lunga";

/// What opening the desk downloads, by logical names.
const DOWNLOADS: [(&str, &[&str]); 2] =
    [("desk_bytes", &["desk.wasm", "desk.js", "desk-glue.js"]), ("editor_bytes", &["editor.js"])];

/// Prints the figures of the desk.
pub fn measure(paper: &Newspaper, site: &Site, article: &str) -> Result<()> {
    sizes()?;
    drafts()?;
    let Some(chromium) = need::installed_chromium() else {
        note("no Chromium here: the desk in a browser is not measured");
        return Ok(());
    };
    add_editor(paper)?;
    let address = format!("http://{}", site.address);
    for (what, script) in [
        ("writing on the desk", &["desk.mjs", &address, article, EMAIL, PASSWORD][..]),
        ("writing together", &["together.mjs", &address, EMAIL, PASSWORD]),
    ] {
        let file = Path::new("xtask/src/bench").join(script[0]);
        let figures =
            progress::quiet(what, || tools::output(Command::new("node").arg(file).args(&script[1..]).arg(&chromium)))?;
        print!("{figures}");
    }
    Ok(())
}

fn sizes() -> Result<()> {
    let manifest: Value = serde_json::from_slice(&std::fs::read("target/site/assets.json")?)?;
    for (name, files) in DOWNLOADS {
        let bytes = |file: &&str| manifest["files"][*file]["brotli"].as_f64().context("the file is not built");
        figure(name, files.iter().map(bytes).sum::<Result<f64>>()? / 1e3, "kB");
    }
    Ok(())
}

/// Fifty drafts with five people each, and the keystrokes of real texts, through the rooms alone.
fn drafts() -> Result<()> {
    let program = tools::target_directory()?.join("release/examples/drafts");
    for script in ["load.mjs", "replay.mjs"] {
        let figures = progress::quiet(&format!("drafts: {script}"), || {
            let script = Path::new("end2end/converge").join(script);
            tools::output(Command::new("node").arg(script).env("REDAZIONE_DRAFTS", &program))
        })?;
        print!("{figures}");
    }
    Ok(())
}

/// Gives whoever measures an account, as an administrator.
pub(super) fn add_editor(paper: &Newspaper) -> Result<()> {
    let mut command = paper.command();
    command.args(["user", "add", "--email", EMAIL, "--name", "Misura", "--role", "admin", "--password-stdin"]);
    let log = std::fs::File::options().create(true).append(true).open(Path::new(FOLDER).join("user.log"))?;
    let mut child = command.stdin(Stdio::piped()).stdout(log.try_clone()?).stderr(log).spawn()?;
    child.stdin.take().expect("its input is piped").write_all(PASSWORD.as_bytes())?;
    if !child.wait()?.success() {
        bail!("no account could be made: see {FOLDER}/user.log");
    }
    Ok(())
}
