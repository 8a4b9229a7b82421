//! The page we start from, found again line by line.

use std::path::Path;

use model::{Actor, DateStyle};
use newsroom::ImportOptions;

use crate::harness::Site;

/// Lines of the old page whose wording is the paper's own today.
const TODAY: [(&str, &str); 5] = [
    ("160 Visualizzazioni", "160 visualizzazioni"),
    ("Articolo scritto da:", "Articolo scritto da"),
    ("Redazione - Il Politico", "Redazione"),
    (
        "Per rimanere aggiornato/a iscriviti al nostro canale whatsapp, clicca qui:",
        "Resta aggiornato: seguici sul canale WhatsApp",
    ),
    ("Tag: , , ,", "Corea del Nord"),
];

#[tokio::test]
async fn every_line_of_the_page_we_start_from_is_on_the_page_again() {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/seed");
    let (Ok(edition), Ok(page)) =
        (std::fs::read(seed.join("edition.jsonl")), std::fs::read_to_string(seed.join("article-page.txt")))
    else {
        eprintln!("skipped: ../shared/data/seed is not here");
        return;
    };
    let site = Site::empty().await;
    let mut particulars = (*site.newsroom().site()).clone();
    particulars.follow.whatsapp = "https://whatsapp.com/channel/example".to_owned();
    particulars.date_style = DateStyle::Short;
    site.newsroom().set_site(&Actor::Operator, &particulars).await.expect("good particulars");
    let options = ImportOptions { publish: true, dry_run: false, media: None, folder: None, progress: None };
    site.newsroom().imports().jsonl(&Actor::Operator, edition.as_slice(), &options).await.expect("it imports");

    let path = "/geopolitica/putin-e-kim-jong-un-prossimo-incontro-in-russia-per-munizioni-e-tecnologie/";
    let html = site.get_until(path, |page| page.body.contains("4 Set 2023")).await.body;
    let text = text_of(&html);
    for line in page.lines().map(str::trim).filter(|line| !line.is_empty()) {
        for part in parts(line) {
            assert!(text.contains(&part), "{part:?} (of {line:?}) is not on the page:\n{text}");
        }
    }
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(html.contains("data-part=\"views\" value=\"160\""));
    assert!(html.contains("datetime=\"2023-09-04T08:00:00+02:00\""));
    assert_eq!(html.matches("teaser__excerpt").count(), 4, "four related articles with an excerpt");
    assert!(!html.contains("[…]"));
}

/// What of an old line must be on the page: the line, its wording of today, or its date and section apart.
fn parts(line: &str) -> Vec<String> {
    if let Some((_, today)) = TODAY.iter().find(|(old, _)| *old == line) {
        return vec![(*today).to_owned()];
    }
    if let Some((date, section)) = line.split_once(" - ").filter(|_| line.len() < 40) {
        return vec![date.to_owned(), section.to_owned()];
    }
    // An excerpt of today ends cleanly where the old one was cut off.
    vec![
        line.trim_end_matches(" […]")
            .trim_end_matches(" verso")
            .trim_end_matches(" e")
            .trim_end_matches(" Un")
            .trim_end_matches(" 9")
            .to_owned(),
    ]
}

/// The text of a page, its tags out and its white space folded.
fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
