use std::fmt::Write as _;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use image::RgbImage;
use model::{Actor, AppError, ArticleState, CommentState, ImportReport, Listing, Tally};
use newsroom::{Error, ImportOptions};

use crate::harness::Paper;

/// A file of others to try things on; `None`, and a word about it, where it is not there.
fn sample(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    if !file.exists() {
        eprintln!("skipped: {} is not there", file.display());
        return None;
    }
    Some(file)
}

async fn import(paper: &Paper, lines: &str, options: &ImportOptions) -> ImportReport {
    let imported = paper.newsroom.imports().jsonl(&Actor::Operator, lines.as_bytes(), options).await;
    imported.expect("the lines are imported")
}

async fn import_file(paper: &Paper, file: &Path, options: &ImportOptions) -> ImportReport {
    let lines = BufReader::new(File::open(file).expect("the edition can be read"));
    let imported = paper.newsroom.imports().jsonl(&Actor::Operator, lines, options).await;
    imported.expect("the edition is imported")
}

fn published() -> ImportOptions {
    ImportOptions { publish: true, ..ImportOptions::default() }
}

fn line(reference: &str, rest: &str) -> String {
    format!(r#"{{"ref":"{reference}","lang":"it","headline":"Titolo {reference}","section":"Cronaca"{rest}}}"#)
}

fn created(articles: u64) -> Tally {
    Tally { created: articles, ..Tally::default() }
}

fn unchanged(articles: u64) -> Tally {
    Tally { unchanged: articles, ..Tally::default() }
}

/// The warnings as `line field: message`.
fn told(report: &ImportReport) -> Vec<String> {
    let warnings = report.warnings.iter();
    warnings.map(|warning| format!("{} {}: {}", warning.line.unwrap_or(0), warning.field, warning.message)).collect()
}

/// Imports one line that holds the given fields beside the required ones, and looks for a warning that begins so.
async fn check(fields: &str, skipped: bool, warning: &str) {
    Paper::each(|paper| async move {
        let report = import(&paper, &line("a", fields), &published()).await;
        assert_eq!(report.articles.skipped, u64::from(skipped), "{fields:.200}");
        assert!(told(&report).iter().any(|told| told.starts_with(warning)), "{fields:.200}: {:?}", told(&report));
    })
    .await;
}

#[tokio::test]
async fn every_line_that_cannot_be_used_is_named_and_the_rest_imported() {
    Paper::each(|paper| async move {
        let lines = [
            line("a", r#","html":"<p>Uno.</p>""#),
            "{\"ref\":".to_owned(),
            String::new(),
            "[".repeat(100_000),
            line("long", &format!(r#","html":"{}""#, "x".repeat(10_000_000))),
            "{\"ref\":\"b\u{0}\"}".to_owned(),
            line("nested", &format!(r#","html":"{}""#, "<div>".repeat(100_000))),
            line("z", r#","markdown":"Due *parole*.""#),
        ];
        let report = import(&paper, &lines.join("\n"), &published()).await;
        assert_eq!(report.articles, Tally { created: 2, skipped: 5, ..Tally::default() });
        let lines: Vec<Option<u64>> = report.warnings.iter().map(|warning| warning.line).collect();
        assert_eq!(lines, [2, 4, 5, 6, 7].map(Some), "{:?}", told(&report));
        assert_eq!(report.warnings[4].reference.as_deref(), Some("nested"));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_told_by_field() {
    let body = r#","html":"<p>Testo.</p>""#;
    check(&format!(r#","headline2":1{body}"#), false, "0 headline2: 1 line holds the field \"headline2\"").await;
    check("", true, "1 body: there is none of").await;
    check(&format!(r#"{body},"markdown":"x""#), true, "1 body: there is more than one of").await;
    check(r#","html":"<p>a</p><script>x()</script>""#, false, "1 html: ").await;
    check(&format!(r#"{body},"published_at":"ieri""#), false, "1 published_at: \"ieri\" is not a date").await;
    check(&format!(r#"{body},"views":-1"#), false, "1 views: ").await;
    check(&format!(r#"{body},"path":"https://old.example/x""#), false, "1 path: ").await;
    check(&format!(r#"{body},"kicker":"{}""#, "k".repeat(201)), false, "1 kicker: it has more than 200").await;
    check(&format!(r#"{body},"translation_of":"nowhere""#), false, "1 translation_of: there is no article").await;
    check(&format!(r#"{body},"lead_image":{{"file":"x.jpg"}}"#), false, "1 lead_image: x.jpg: no folder").await;
    let comment = r#","comments":[{"ref":"c","author":"Ada","posted_at":"oggi","text":"Sì.","state":"held"}]"#;
    check(&format!("{body}{comment}"), false, "1 comments: comment \"c\": \"oggi\" is not a date").await;
}

#[tokio::test]
async fn missing_and_overlong_fields_pass_the_article_over() {
    Paper::each(|paper| async move {
        let lines = [
            r#"{"ref":"a","lang":"it","headline":" ","section":"Cronaca","html":"<p>x</p>"}"#.to_owned(),
            r#"{"ref":"b","lang":"i t","headline":"B","section":"Cronaca","html":"<p>x</p>"}"#.to_owned(),
            r#"{"ref":"c","lang":"it","headline":"C","section":"A/B/C","html":"<p>x</p>"}"#.to_owned(),
            format!(r#"{{"ref":"d","lang":"it","headline":"{}","section":"A","html":"<p>x</p>"}}"#, "è".repeat(301)),
            format!(r#"{{"ref":"e","lang":"it","headline":"{}","section":"A","html":"<p>x</p>"}}"#, "è".repeat(300)),
            r#"{"ref":"","lang":"it","headline":"F","section":"A","html":"<p>x</p>"}"#.to_owned(),
        ];
        let report = import(&paper, &lines.join("\n"), &published()).await;
        assert_eq!(report.articles, Tally { created: 1, skipped: 5, ..Tally::default() }, "{:?}", told(&report));
        let fields: Vec<&str> = report.warnings.iter().map(|warning| warning.field.as_str()).collect();
        assert_eq!(fields, ["headline", "lang", "section", "headline", "ref"]);
    })
    .await;
}

#[tokio::test]
async fn importing_again_changes_only_what_changed() {
    Paper::each(|paper| async move {
        let first = [line("a", r#","html":"<p>Uno.</p>""#), line("b", r#","html":"<p>Due.</p>""#)].join("\n");
        assert_eq!(import(&paper, &first, &published()).await.articles, created(2));
        let latest = paper.newsroom.changes().latest().await.expect("changes can be read");
        assert_eq!(import(&paper, &first, &published()).await.articles, unchanged(2));
        assert_eq!(paper.newsroom.changes().latest().await.expect("changes can be read"), latest, "nothing was logged");

        let second = [line("a", r#","html":"<p>Uno.</p>""#), line("b", r#","html":"<p>Due!</p>""#)].join("\n");
        let report = import(&paper, &second, &published()).await;
        assert_eq!(report.articles, Tally { updated: 1, unchanged: 1, ..Tally::default() });
        assert_eq!(paper.newsroom.articles().verify().await.expect("chains can be walked"), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_ref_that_stands_twice_is_one_article_however_often_it_is_imported() {
    Paper::each(|paper| async move {
        let lines = [line("a", r#","html":"<p>Uno.</p>""#), line("a", r#","html":"<p>Due.</p>""#)].join("\n");
        let first = import(&paper, &lines, &published()).await.articles;
        assert_eq!(first, Tally { created: 1, updated: 1, ..Tally::default() });
        let again = import(&paper, &lines, &published()).await.articles;
        assert_eq!(again, Tally { updated: 2, ..Tally::default() }, "the lines say two things, one after the other");
    })
    .await;
}

#[tokio::test]
async fn without_publish_articles_are_drafts_until_an_import_publishes_them() {
    Paper::each(|paper| async move {
        let lines = line("a", r#","html":"<p>Uno.</p>","published_at":"2020-05-01T10:00:00+02:00""#);
        assert_eq!(import(&paper, &lines, &ImportOptions::default()).await.articles, created(1));
        let articles = paper.newsroom.articles();
        let drafts = articles.lines(&Actor::Operator, Some(ArticleState::Draft), None, 10).await;
        assert_eq!(drafts.expect("articles can be listed").len(), 1);
        assert_eq!(import(&paper, &lines, &published()).await.articles, unchanged(1));
        let page = articles.list(&Listing::All, 1).await.expect("articles can be listed");
        assert_eq!(page.items[0].published_at, crate::harness::at("2020-05-01T10:00:00+02:00"));
    })
    .await;
}

#[tokio::test]
async fn a_dry_run_reports_the_same_and_writes_nothing() {
    Paper::each(|paper| async move {
        let mut lines = String::new();
        for number in 0..250 {
            let comment =
                r#"[{"ref":"c%","author":"Ada","posted_at":"2024-01-01T10:00:00Z","text":"Sì.","state":"held"}]"#;
            let comments = comment.replace('%', &number.to_string());
            let rest = format!(r#","html":"<p>{number}.</p>","extra":1,"comments":{comments}"#);
            let _ = writeln!(lines, "{}", line(&number.to_string(), &rest));
        }
        lines.push_str(&line("3", r#","html":"<p>Ancora tre.</p>""#));
        let dry = import(&paper, &lines, &ImportOptions { dry_run: true, ..published() }).await;
        assert_eq!(paper.newsroom.articles().count().await.expect("articles can be counted"), 0);
        assert_eq!(paper.newsroom.changes().latest().await.expect("changes can be read"), 0);
        let real = import(&paper, &lines, &published()).await;
        assert_eq!(dry, real);
        assert_eq!(real.articles, Tally { created: 250, updated: 1, ..Tally::default() });
        assert_eq!(
            told(&real),
            [
                "251 ref: the same ref stands on line 4; this one replaced it",
                "0 extra: 250 lines hold the field \"extra\", which Redazione does not know; it was left out",
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_translation_may_come_before_what_it_translates() {
    Paper::each(|paper| async move {
        let english = r#"{"ref":"en","lang":"en","headline":"One","section":"Cronaca","html":"<p>One.</p>","translation_of":"it"}"#;
        let report = import(&paper, &format!("{english}\n{}", line("it", r#","html":"<p>Uno.</p>""#)), &published()).await;
        assert_eq!(told(&report), Vec::<String>::new());
        let path = "/cronaca/one/";
        let article = paper.newsroom.articles().read(&Actor::Reader, path).await.expect("it can be read");
        let translations = article.expect("it is there").translations;
        assert_eq!(translations.iter().map(|other| other.headline.as_str()).collect::<Vec<_>>(), ["Titolo it"]);
    })
    .await;
}

#[tokio::test]
async fn pictures_come_from_the_media_folder_and_from_nowhere_else() {
    Paper::each(|paper| async move {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (edition, media) = (folder.path().join("archive/edition"), folder.path().join("archive/media"));
        std::fs::create_dir_all(&edition).expect("a folder is made");
        std::fs::create_dir_all(&media).expect("a folder is made");
        let picture = RgbImage::from_pixel(300, 200, image::Rgb([10, 120, 200]));
        for file in [media.join("mare.png"), edition.join("beside.png"), folder.path().join("secret.png")] {
            picture.save(file).expect("a picture is written");
        }
        std::fs::write(media.join("note.txt"), "no picture").expect("a file is written");
        let lines = [
            line("a", r#","html":"<p>Uno.</p><figure><img src='mare.png' alt='Il mare'></figure>","lead_image":{"file":"mare.png","alt":"Mare","caption":"Il mare"}"#),
            line("b", r#","html":"<p>Due.</p><img src='https://elsewhere.example/x.png' alt='x'>","lead_image":{"file":"../../secret.png"}"#),
            line("c", r#","html":"<p>Tre.</p>","lead_image":{"file":"note.txt"}"#),
            line("d", r#","html":"<p>Quattro.</p>","lead_image":{"file":"../edition/beside.png"}"#),
        ]
        .join("\n");

        let with_media = ImportOptions { media: Some(media.clone()), ..published() };
        let report = import(&paper, &lines, &with_media).await;
        assert_eq!(report.articles, created(4));
        assert_eq!(report.media, Tally { created: 1, skipped: 4, ..Tally::default() }, "{:?}", told(&report));
        let told = told(&report).join("\n");
        for sentence in ["other sites are not fetched", "secret.png\" leads out", "does not hold a JPEG", "beside.png\" leads out"] {
            assert!(told.contains(sentence), "{sentence}: {told}");
        }
        let article = paper.newsroom.articles().read(&Actor::Reader, "/cronaca/titolo-a/").await;
        let article = article.expect("it can be read").expect("it is there");
        let lead = article.lead_image.expect("it has its picture");
        assert_eq!((lead.alt.as_str(), lead.picture.widths.len()), ("Mare", 3));
        assert_eq!(article.pictures, [lead.picture]);

        // Without a media folder of its own, an edition finds what lies beside its folder, and no more.
        let with_folder = ImportOptions { folder: Some(media), ..published() };
        let report = import(&paper, &lines, &with_folder).await;
        assert_eq!(report.media, Tally { unchanged: 2, skipped: 3, ..Tally::default() });
        assert_eq!(report.articles, Tally { updated: 1, unchanged: 3, ..Tally::default() });
    })
    .await;
}

#[tokio::test]
async fn readers_do_not_import() {
    Paper::each(|paper| async move {
        let refused = paper.newsroom.imports().jsonl(&Actor::Reader, &b""[..], &ImportOptions::default()).await;
        assert!(matches!(refused, Err(Error::App(AppError::Forbidden))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn the_seed_page_is_imported_whole() {
    let Some(seed) = sample("seed/edition.jsonl") else { return };
    Paper::each(|paper| {
        let seed = seed.clone();
        async move {
            let report = import_file(&paper, &seed, &published()).await;
            assert_eq!(report.articles, created(5));
            let page = paper.newsroom.articles().list(&Listing::All, 1).await.expect("articles can be listed");
            let card = page.items.last().expect("the oldest is the seed page");
            let article = paper.newsroom.articles().read(&Actor::Reader, &card.path).await;
            let article = article.expect("it can be read").expect("it is there");
            assert_eq!((article.views, article.byline[0].name.as_str()), (160, "Redazione"));
        }
    })
    .await;
}

#[tokio::test]
async fn the_real_edition_is_imported_once_however_often_it_is_imported() {
    let Some(edition) = sample("edition/edition-it.jsonl") else { return };
    Paper::each(|paper| {
        let edition = edition.clone();
        async move {
            let report = import_file(&paper, &edition, &published()).await;
            assert_eq!((report.articles, report.comments), (created(2946), created(916)), "{:?}", told(&report));
            let comments = paper.newsroom.comments().lines(&Actor::Operator, None, None, 1000).await;
            let comments = comments.expect("comments can be listed");
            for (state, expected) in
                [(CommentState::Approved, 726), (CommentState::Held, 82), (CommentState::Spam, 108)]
            {
                assert_eq!(comments.iter().filter(|comment| comment.state == state).count(), expected, "{state:?}");
            }
            let fields = report.warnings.iter().filter(|warning| warning.message.contains("does not know"));
            assert_eq!(
                fields.map(|warning| warning.field.as_str()).collect::<Vec<_>>(),
                ["date_is_synthetic", "source"]
            );

            let latest = paper.newsroom.changes().latest().await.expect("changes can be read");
            let again = import_file(&paper, &edition, &published()).await;
            assert_eq!((again.articles, again.comments), (unchanged(2946), unchanged(916)));
            assert_eq!(again.warnings, report.warnings);
            assert_eq!(paper.newsroom.changes().latest().await.expect("changes can be read"), latest);
        }
    })
    .await;
}
