//! The desk's list of stories, as a paper has it after many years.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::desk::{EMAIL, PASSWORD, add_editor};
use super::site::{FOLDER, Newspaper, Site};
use super::{figure, http, median};
use crate::{progress, tools};

/// How often each list is asked for.
const TIMES: usize = 21;

/// How many stretches further on the list is asked for, too.
const FURTHER: usize = 20;

/// Fills a paper of its own with so many articles, and prints how long stretches of its list take over HTTP.
pub fn measure(redazione: &Path, count: u32) -> Result<()> {
    let paper = Newspaper { redazione: redazione.to_owned(), data: Path::new(FOLDER).join("many") };
    progress::quiet(&format!("importing {count} articles"), || {
        let file = write_edition(count)?;
        tools::output(paper.command().args(["import", "jsonl"]).arg(file).arg("--publish"))
    })?;
    add_editor(&paper)?;
    let site = paper.serve()?;
    let desk = Desk { cookie: sign_in(&site)?, site };
    let all = desk.list("")?;
    if all["lines"].as_array().is_none_or(Vec::is_empty) {
        bail!("the list of stories is empty");
    }
    let mut next = String::new();
    for _ in 0..FURTHER {
        next = format!("after={}", desk.list(&next)?["next"].as_str().context("the list goes on")?);
    }
    for (name, query) in [
        ("stories_list", ""),
        ("stories_list_further_on", next.as_str()),
        ("stories_list_of_a_state", "state=published"),
        ("stories_list_of_a_section", "section=Sezione%203"),
        ("stories_list_of_words", "words=notizia%2077"),
        ("stories_list_of_words_nobody_wrote", "words=xyzzy"),
    ] {
        let times = (0..TIMES).map(|_| {
            let begun = Instant::now();
            desk.list(query)?;
            Ok(begun.elapsed().as_secs_f64() * 1e3)
        });
        figure(name, median(times.collect::<Result<_>>()?), "ms");
    }
    Ok(())
}

/// The desk of a paper, for somebody who is signed in.
struct Desk {
    site: Site,
    cookie: String,
}

impl Desk {
    fn list(&self, query: &str) -> Result<Value> {
        let headers = format!("cookie: {}\r\n", self.cookie);
        let answer = http::get_plain(&self.site.address, &format!("/api/v1/stories/list?{query}"), &headers)?;
        if answer.status() != 200 {
            bail!("the list of stories answered {} to {query}", answer.status());
        }
        serde_json::from_slice(answer.body()).context("the list of stories is no JSON")
    }
}

fn sign_in(site: &Site) -> Result<String> {
    let form = format!("email={}&password={PASSWORD}", EMAIL.replace('@', "%40"));
    let answer = http::post(&site.address, "/api/v1/sessions/sign-in", &form)?;
    let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
    cookie.map(str::to_owned).with_context(|| format!("nobody is signed in: {}", answer.status()))
}

/// An edition file of short articles in ten sections, a quarter of an hour apart.
fn write_edition(count: u32) -> Result<PathBuf> {
    let path = Path::new(FOLDER).join("many.jsonl");
    let mut file = BufWriter::new(File::create(&path)?);
    for number in 0..count {
        let (day, month, year) = (number / 96 % 28 + 1, number / 2688 % 12 + 1, 2022 - number / 32_256);
        let line = json!({
            "ref": format!("many/{number}"), "lang": "it", "headline": format!("La notizia {number}"),
            "section": format!("Sezione {}", number % 10), "authors": [format!("Firma {}", number % 50)],
            "published_at": format!("{year}-{month:02}-{day:02}T{:02}:{:02}:00Z", number / 4 % 24, number % 4 * 15),
            "html": format!("<p>Il testo della notizia {number}.</p>"),
        });
        writeln!(file, "{line}")?;
    }
    file.flush()?;
    Ok(path)
}
