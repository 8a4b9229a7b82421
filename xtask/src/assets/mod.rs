//! What the browser loads: from sources to `target/site`, which the server embeds.
//!
//! Each step writes plain names into [`WORK`]; [`site`] gives them their final, hashed names. A step whose inputs are
//! those of the last time does not run.

mod bundle;
mod compress;
mod fonts;
mod manifest;
mod site;
mod stamp;
mod wasm;

use std::fs;

use anyhow::Result;

/// Where the steps leave files under plain names.
const WORK: &str = "target/assets";
const STAMPS: &str = "target/assets/stamps";

/// Brings `target/site` up to date.
pub fn build() -> Result<()> {
    fs::create_dir_all(WORK)?;
    wasm::build()?;
    fonts::cut()?;
    bundle::all()?;
    site::publish()
}
