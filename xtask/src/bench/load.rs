//! Load by `wrk`: sixty-four connections, one thread, so that a second processor is left to the server.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use super::site::FOLDER;
use crate::tools;

/// What came out of a run.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    pub requests_per_second: f64,
    /// In milliseconds.
    pub p99: f64,
}

/// Asks for an address as fast as it answers.
pub fn reads(address: &str, path: &str, seconds: u32) -> Result<Load> {
    measure(wrk(address, path, seconds).args(["-H", "accept-encoding: br", "-H", "accept: text/html"]))
}

/// Posts what a Lua script makes up, each time as another reader.
pub fn writes(address: &str, path: &str, seconds: u32, script: &str, article: &str) -> Result<Load> {
    let script = Path::new("xtask/src/bench").join(script);
    measure(wrk(address, path, seconds).arg("-s").arg(script).env("ARTICLE", article))
}

fn wrk(address: &str, path: &str, seconds: u32) -> Command {
    let mut wrk = Command::new("wrk");
    wrk.args(["-t1", "-c64", "--latency", &format!("-d{seconds}s"), &format!("http://{address}{path}")]);
    wrk
}

fn measure(wrk: &mut Command) -> Result<Load> {
    let report = tools::output(wrk)?;
    if report.contains("Non-2xx") || report.contains("Socket errors") {
        bail!("requests failed under load\n{report}");
    }
    parse(&report).with_context(|| format!("wrk said\n{report}"))
}

fn parse(report: &str) -> Option<Load> {
    let after = |label: &str| report.lines().find_map(|line| line.trim().strip_prefix(label)).map(str::trim);
    Some(Load { requests_per_second: after("Requests/sec:")?.parse().ok()?, p99: milliseconds(after("99%")?)? })
}

/// `712.00us`, `3.05ms` and `1.20s` in milliseconds.
fn milliseconds(text: &str) -> Option<f64> {
    let units = [("us", 1e-3), ("ms", 1.0), ("s", 1e3)];
    units.iter().find_map(|(unit, factor)| Some(text.strip_suffix(unit)?.parse::<f64>().ok()? * factor))
}

/// The responder that only sends: the most that this machine can do with these bytes.
#[derive(Debug)]
pub struct Bare {
    child: Child,
    pub address: String,
}

impl Bare {
    /// Lets it send this response. It was built together with the server, on the same libraries.
    pub fn start(response: &[u8]) -> Result<Self> {
        let file = Path::new(FOLDER).join("response");
        fs::write(&file, response)?;
        let program = tools::target_directory()?.join("release/examples/bare");
        let mut child = Command::new(program).arg(file).stdout(Stdio::piped()).spawn()?;
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("its output is piped")).read_line(&mut address)?;
        Ok(Self { child, address: address.trim().to_owned() })
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_of_wrk_is_understood() {
        let report = "  Thread Stats   Avg      Stdev     Max   +/- Stdev\n  Latency Distribution\n     50%    1.02ms\n     \
                      99%    712.00us\n  100 requests in 5.00s, 1.0MB read\nRequests/sec:  12345.60\nTransfer/sec: 1MB\n";
        let load = parse(report).expect("a whole report");
        assert!((load.requests_per_second - 12_345.6).abs() < 1e-6 && (load.p99 - 0.712).abs() < 1e-6, "{load:?}");
        assert!(parse("unable to connect").is_none());
    }
}
