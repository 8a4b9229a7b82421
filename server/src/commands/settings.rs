//! `redazione settings` and `redazione config check`.

use anyhow::{Context, Result};
use model::Site;
use newsroom::Newsroom;
use serde_json::Value;

use super::{OPERATOR, Out, told};
use crate::cli::Settings;
use crate::config::Config;

/// Shows and changes the paper's particulars.
pub(super) async fn settings(newsroom: &Newsroom, what: Settings, out: Out) -> Result<()> {
    let mut site = serde_json::to_value(&*newsroom.site())?;
    if let Settings::Set { name, value } = what {
        let place = site.pointer_mut(&format!("/{}", name.replace('.', "/"))).filter(|place| place.is_string());
        *place.with_context(|| format!("there is no setting {name}; `redazione settings show` lists them"))? =
            Value::String(value.clone());
        let changed: Site =
            serde_json::from_value(site.clone()).with_context(|| format!("{name} cannot be {value:?}"))?;
        newsroom.set_site(&OPERATOR, &changed).await.map_err(told)?;
    }
    out.say(&site, |site| print_all("", site))
}

fn print_all(prefix: &str, value: &Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                print_all(&name, value);
            }
        }
        Value::String(text) => println!("{prefix} = {text}"),
        other => println!("{prefix} = {other}"),
    }
}

/// Prints each value of the configuration and where it comes from.
pub(super) fn check(config: &Config, out: Out) -> Result<()> {
    let values: Vec<Value> = config
        .origins
        .iter()
        .map(|(name, value, origin)| serde_json::json!({ "name": name, "value": value, "from": origin.to_string() }))
        .collect();
    out.say(&values, |_| {
        for (name, value, origin) in &config.origins {
            println!("{name} = {value}  ({origin})");
        }
    })
}
