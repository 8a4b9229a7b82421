//! The load generator of the benchmark.

use anyhow::{Result, bail};

use super::debian;
use crate::tools;

/// Makes sure that `wrk` is there.
pub fn wrk() -> Result<()> {
    if tools::find("wrk").is_some() {
        return Ok(());
    }
    if !debian::available() {
        bail!("the benchmark needs the load generator wrk: install the package `wrk`");
    }
    debian::install(&["wrk"])
}
