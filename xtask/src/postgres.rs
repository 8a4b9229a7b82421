//! A PostgreSQL cluster that lives as long as the tests do.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{env, fs, process};

use anyhow::{Context, Result, bail};

use crate::tools;

/// Where the cluster says what it does.
const LOG: &str = "target/postgres.log";

/// PostgreSQL refuses to run as root, so a shell of another user keeps it. The shell holds our end of a pipe: when we
/// end, in whatever way, it reads the end of file, stops the server and removes the folder.
const KEEPER: &str = r#"
trap '' INT TERM
programs=$1 folder=$2 port=$3
"$programs/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >&2 &&
"$programs/pg_ctl" start --wait --pgdata="$folder/data" --log="$folder/log" \
  -o "-h 127.0.0.1 -p $port -k '$folder' -c fsync=off -c max_connections=300" >&2 &&
echo ready && while read -r _; do :; done
cat "$folder/log" >&2
"$programs/pg_ctl" stop --pgdata="$folder/data" --mode=immediate >&2
rm -rf "$folder"
"#;

/// A running cluster; stops when it is dropped, or when this process ends.
#[derive(Debug)]
pub struct Cluster {
    keeper: Child,
    port: u16,
}

impl Cluster {
    /// Starts an empty cluster on a free port, with the programs of that folder.
    pub fn start(programs: &Path) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let folder = env::temp_dir().join(format!("redazione-postgres-{}", process::id()));
        let mut cluster = Self { keeper: keeper(programs, &folder, port)?, port };
        if !cluster.says_ready()? {
            bail!("PostgreSQL did not start: see {LOG}");
        }
        Ok(cluster)
    }

    /// Where a superuser connects.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Waits for the keeper's only word; it ends without one where the cluster does not start.
    fn says_ready(&mut self) -> Result<bool> {
        let output = self.keeper.stdout.take().expect("its output is piped");
        let mut word = String::new();
        BufReader::new(output).read_line(&mut word)?;
        Ok(word.trim() == "ready")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nothing is left to do about a keeper that cannot be waited for.
        let _ = self.keeper.wait();
    }
}

fn keeper(programs: &Path, folder: &Path, port: u16) -> Result<Child> {
    let mut command = if tools::is_root() {
        let user = unprivileged_user()?;
        tools::output(Command::new("install").args(["-d", "-m", "700", "-o", user]).arg(folder))?;
        let mut command = Command::new("runuser");
        command.args(["-u", user, "--", "sh"]);
        command
    } else {
        fs::create_dir(folder)?;
        Command::new("sh")
    };
    command.args(["-c", KEEPER, "keeper"]).arg(programs).arg(folder).arg(port.to_string());
    command.current_dir(folder.parent().unwrap_or(folder));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(fs::File::create(LOG)?);
    command.spawn().context("cannot start the keeper of PostgreSQL")
}

fn unprivileged_user() -> Result<&'static str> {
    ["postgres", "nobody"]
        .into_iter()
        .find(|user| tools::output(Command::new("id").arg(user)).is_ok())
        .context("PostgreSQL does not run as root, and there is no user postgres or nobody")
}
