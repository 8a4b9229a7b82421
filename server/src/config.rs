//! The configuration: a flag, else the environment, else the file, else the default.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use toml::Table;

use crate::cli::{Global, Serve};

/// What the program runs with.
#[derive(Clone, Debug)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// The address to listen on.
    pub listen: String,
    /// Where the paper is on the web; the address it listens on where this is empty.
    pub base_url: String,
    /// A `postgres://` address; SQLite in the data folder where this is empty.
    pub database_url: String,
    /// Addresses of the proxies whose forwarded headers are believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// The mail server, `smtps://user:password@host`; no mail where this is empty.
    pub smtp_url: String,
    /// Who mail is from: `Name <address>`.
    pub smtp_from: String,
    /// `text` or `json`.
    pub log_format: String,
    /// What is logged, such as `info` or `newsroom=debug,info`.
    pub log_level: String,
    /// Whether requests may ask for a fresh render and its time, and clients of drafts send as fast as they like: for
    /// `cargo xtask bench` only.
    pub bench: bool,
    /// Where each value came from, in the order of the settings.
    pub origins: Vec<(&'static str, String, Origin)>,
}

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The configuration file.
    File(PathBuf),
    /// An environment variable.
    Environment(String),
    /// The command line.
    Flag,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(file) => write!(f, "{}", file.display()),
            Self::Environment(name) => f.write_str(name),
            Self::Flag => f.write_str("command line"),
        }
    }
}

/// A setting: its name in the file, and its value where nobody sets one.
struct Setting {
    name: &'static str,
    default: &'static str,
    /// Not to be printed.
    secret: bool,
}

const SETTINGS: [Setting; 10] = [
    Setting { name: "data", default: "./data", secret: false },
    Setting { name: "server.listen", default: "127.0.0.1:3000", secret: false },
    Setting { name: "server.base_url", default: "", secret: false },
    Setting { name: "server.trusted_proxies", default: "", secret: false },
    Setting { name: "database.url", default: "", secret: true },
    Setting { name: "smtp.url", default: "", secret: true },
    Setting { name: "smtp.from", default: "", secret: false },
    Setting { name: "log.format", default: "text", secret: false },
    Setting { name: "bench", default: "", secret: false },
    Setting { name: "log.level", default: "warn,redazione=info,server=info,newsroom=info", secret: false },
];

impl Config {
    /// Reads the configuration. `environment` answers for a variable's name.
    pub fn load(global: &Global, serve: Option<&Serve>, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self> {
        let (file, table) = read_file(global.config.as_deref())?;
        check_names(&table, &file)?;
        let flag = |name: &str| match name {
            "data" => global.data.as_ref().map(|path| path.display().to_string()),
            "database.url" => global.database_url.clone(),
            "server.listen" => serve.and_then(|serve| serve.listen.clone()),
            "server.base_url" => serve.and_then(|serve| serve.base_url.clone()),
            _ => None,
        };
        let mut values = Vec::with_capacity(SETTINGS.len());
        for setting in &SETTINGS {
            let (value, origin) = resolve(setting, flag(setting.name), environment, &table, &file)?;
            values.push((setting, value, origin));
        }
        let value = |name: &str| {
            values
                .iter()
                .find(|(setting, ..)| setting.name == name)
                .map(|(_, value, _)| value.clone())
                .unwrap_or_default()
        };
        let trusted_proxies = value("server.trusted_proxies")
            .split(',')
            .map(str::trim)
            .filter(|address| !address.is_empty())
            .map(|address| {
                address.parse().with_context(|| format!("server.trusted_proxies: {address:?} is not an IP address"))
            })
            .collect::<Result<_>>()?;
        let base_url = value("server.base_url").trim_end_matches('/').to_owned();
        if !base_url.is_empty() && !base_url.starts_with("http://") && !base_url.starts_with("https://") {
            bail!("server.base_url: {base_url:?} does not start with http:// or https://");
        }
        if !matches!(value("log.format").as_str(), "text" | "json") {
            bail!("log.format: {:?} is neither text nor json", value("log.format"));
        }
        if value("smtp.url").is_empty() != value("smtp.from").is_empty() {
            bail!("smtp.url and smtp.from go together: set both, or neither");
        }
        Ok(Self {
            data: PathBuf::from(value("data")),
            listen: value("server.listen"),
            base_url,
            database_url: value("database.url"),
            smtp_url: value("smtp.url"),
            smtp_from: value("smtp.from"),
            trusted_proxies,
            log_format: value("log.format"),
            log_level: value("log.level"),
            bench: !value("bench").is_empty(),
            origins: values
                .into_iter()
                .map(|(setting, value, origin)| {
                    let shown = if setting.secret && !value.is_empty() { "(set, not shown)".to_owned() } else { value };
                    (setting.name, shown, origin)
                })
                .collect(),
        })
    }
}

fn resolve(
    setting: &Setting,
    flag: Option<String>,
    environment: &dyn Fn(&str) -> Option<String>,
    table: &Table,
    file: &Path,
) -> Result<(String, Origin)> {
    if let Some(value) = flag {
        return Ok((value, Origin::Flag));
    }
    let variable = format!("REDAZIONE_{}", setting.name.to_uppercase().replace('.', "__"));
    if let Some(value) = environment(&variable) {
        return Ok((value, Origin::Environment(variable)));
    }
    let variable_of_file = format!("{variable}_FILE");
    if let Some(path) = environment(&variable_of_file) {
        let value =
            std::fs::read_to_string(&path).with_context(|| format!("{variable_of_file}: {path} cannot be read"))?;
        return Ok((value.trim_end().to_owned(), Origin::Environment(variable_of_file)));
    }
    if let Some(value) = lookup(table, setting.name) {
        let value = as_text(value)
            .with_context(|| format!("{}: {} is not a value this setting can have", file.display(), setting.name))?;
        return Ok((value, Origin::File(file.to_owned())));
    }
    Ok((setting.default.to_owned(), Origin::Default))
}

fn read_file(named: Option<&Path>) -> Result<(PathBuf, Table)> {
    let file = named.unwrap_or(Path::new("redazione.toml")).to_owned();
    if named.is_none() && !file.exists() {
        return Ok((file, Table::new()));
    }
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("the configuration file {} cannot be read", file.display()))?;
    let table = text.parse().with_context(|| format!("the configuration file {} is not TOML", file.display()))?;
    Ok((file, table))
}

/// A misspelt setting must not pass for a default.
fn check_names(table: &Table, file: &Path) -> Result<()> {
    for (name, value) in table {
        let names: Vec<String> = match value {
            toml::Value::Table(inner) => inner.keys().map(|key| format!("{name}.{key}")).collect(),
            _ => vec![name.clone()],
        };
        for name in names {
            if !SETTINGS.iter().any(|setting| setting.name == name) {
                bail!("{}: there is no setting {name}", file.display());
            }
        }
    }
    Ok(())
}

fn lookup<'a>(table: &'a Table, name: &str) -> Option<&'a toml::Value> {
    match name.split_once('.') {
        Some((section, key)) => table.get(section)?.as_table()?.get(key),
        None => table.get(name),
    }
}

fn as_text(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(yes) => Some(yes.to_string()),
        toml::Value::Array(values) => values
            .iter()
            .map(|value| value.as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
            .map(|all| all.join(",")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(file: &str, environment: &[(&str, &str)], data: Option<&str>) -> Result<Config> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("redazione.toml");
        std::fs::write(&path, file).expect("it can be written");
        let global = Global { config: Some(path), data: data.map(PathBuf::from), database_url: None, json: false };
        let of =
            |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Config::load(&global, None, &of)
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_that_over_the_file() {
        let file = "data = 'from-file'\n[server]\nlisten = '127.0.0.1:1'";
        let data = |config: Result<Config>| config.expect("it loads").data.display().to_string();
        assert_eq!(data(load("", &[], None)), "./data");
        assert_eq!(data(load(file, &[], None)), "from-file");
        assert_eq!(data(load(file, &[("REDAZIONE_DATA", "from-environment")], None)), "from-environment");
        assert_eq!(data(load(file, &[("REDAZIONE_DATA", "from-environment")], Some("from-flag"))), "from-flag");
        let config = load(file, &[("REDAZIONE_SERVER__LISTEN", "127.0.0.1:2")], None).expect("it loads");
        assert_eq!(config.listen, "127.0.0.1:2");
    }

    #[test]
    fn what_is_wrong_is_said_in_a_sentence() {
        let error = |file: &str| load(file, &[], None).expect_err("it is wrong").to_string();
        assert!(error("[server]\nlisen = 'x'").ends_with("there is no setting server.lisen"));
        assert!(error("[server]\nbase_url = 'example.org'").contains("does not start with http"));
        assert!(error("not toml").contains("is not TOML"));
    }

    #[test]
    fn a_secret_is_not_printed() {
        let config = load("", &[("REDAZIONE_DATABASE__URL", "postgres://u:secret@h/d")], None).expect("it loads");
        assert_eq!(config.database_url, "postgres://u:secret@h/d");
        assert!(config.origins.iter().all(|(_, shown, _)| !shown.contains("secret")));
    }
}
