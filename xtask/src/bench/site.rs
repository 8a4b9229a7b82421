//! A server that runs to be measured.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::http;

/// Where everything that the benchmark writes lies.
pub const FOLDER: &str = "target/bench";

/// A data folder and the program that works on it.
#[derive(Debug)]
pub struct Newspaper {
    pub redazione: PathBuf,
    pub data: PathBuf,
}

impl Newspaper {
    /// A command of the program on this folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.redazione);
        command.arg("--data").arg(&self.data).env("REDAZIONE_LOG__LEVEL", "warn");
        command
    }

    /// Serves the folder on a free port; answers once it is ready.
    ///
    /// Forwarded addresses are believed, so that one load generator can be many readers, and renders that
    /// bypass the cache are allowed.
    pub fn serve(&self) -> Result<Site> {
        let address = format!("127.0.0.1:{}", TcpListener::bind("127.0.0.1:0")?.local_addr()?.port());
        let log = fs::File::options().create(true).append(true).open(Path::new(FOLDER).join("serve.log"))?;
        let started = Instant::now();
        let child = self
            .command()
            .args(["serve", "--listen", &address, "--base-url", &format!("http://{address}")])
            .env("REDAZIONE_BENCH", "1")
            .env("REDAZIONE_SERVER__TRUSTED_PROXIES", "127.0.0.1")
            .stdout(log.try_clone()?)
            .stderr(log)
            .stdin(Stdio::null())
            .spawn()?;
        let mut site = Site { child, address, cold_start: Duration::ZERO };
        site.wait_until_ready(started)?;
        site.cold_start = started.elapsed();
        Ok(site)
    }
}

/// A running server; ends when it is dropped.
#[derive(Debug)]
pub struct Site {
    child: Child,
    /// Host and port.
    pub address: String,
    /// From the start of the process to the first "ready".
    pub cold_start: Duration,
}

impl Site {
    /// Gets a page that must be there.
    pub fn page(&self, path: &str, headers: &str) -> Result<http::Answer> {
        let answer = http::get(&self.address, path, headers)?;
        if answer.status() != 200 {
            bail!("{path} answered {}", answer.status());
        }
        Ok(answer)
    }

    /// A line of the process's status in megabytes: `VmRSS` now, `VmHWM` at its highest.
    pub fn memory(&self, line: &str) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let value = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
        let kibibytes = value.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
        Ok(kibibytes.with_context(|| format!("the system does not tell {line}"))? * 1024.0 / 1e6)
    }

    fn wait_until_ready(&mut self, started: Instant) -> Result<()> {
        while started.elapsed() < Duration::from_mins(1) {
            if http::get(&self.address, "/readyz", "").is_ok_and(|answer| answer.status() == 200) {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended ({status}): see {FOLDER}/serve.log");
            }
            thread::sleep(Duration::from_millis(2));
        }
        bail!("the server was not ready within a minute: see {FOLDER}/serve.log")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
