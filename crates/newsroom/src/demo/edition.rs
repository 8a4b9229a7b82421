//! The files of the demo edition, as they lie in `demo/`.

use model::{EditionArticle, EditionComment, EditionImage, Millis};
use serde::Deserialize;

use super::drawing::Plan;

macro_rules! articles {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../demo/articles/", $name, ".html")))),+]
    };
}

/// The articles by the name of their file: TOML between two lines of `+++`, then the body as HTML.
const ARTICLES: [(&str, &str); 31] = articles![
    "01-burrasca-notte-porto",
    "02-lungomare-meno-auto-piu-alberi",
    "03-intercomunalita-valdombra",
    "04-cantiere-torna-ad-assumere",
    "05-quanto-costa-un-affitto.en",
    "05-quanto-costa-un-affitto",
    "06-inflazione-spiegata",
    "07-ghiacciaio-corvino",
    "08-posidonia-duemila-talee",
    "09-dune-che-fermano-il-mare",
    "10-perche-il-cielo-e-blu.en",
    "10-perche-il-cielo-e-blu",
    "11-abbiamo-perso-il-buio.en",
    "11-abbiamo-perso-il-buio",
    "12-asteroide-portovento",
    "13-la-mappa-e-la-memoria",
    "14-amedea-corsini.en",
    "14-amedea-corsini",
    "15-romanzo-di-sale",
    "16-cinema-in-piazza",
    "17-palio-dei-gozzi",
    "18-salita-tre-campanili",
    "19-velodromo-alle-scuole",
    "20-tre-giorni-in-valdombra.en",
    "20-tre-giorni-in-valdombra",
    "21-mercato-e-zuppa.en",
    "21-mercato-e-zuppa",
    "22-biblioteca-orario-serale",
    "23-in-difesa-della-panchina",
    "24-treno-delle-6-42",
    "25-ritrovato-il-gonfalone",
];

pub(super) const SITE: &str = include_str!("../../demo/site.toml");
const SECTIONS: &str = include_str!("../../demo/sections.toml");
const AUTHORS: &str = include_str!("../../demo/authors.toml");
const PICTURES: &str = include_str!("../../demo/pictures.toml");

/// A section, above those that name it as their parent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionFile {
    pub name: String,
    pub slug: String,
    pub description: String,
    pub colour: u8,
    pub parent: Option<String>,
}

/// Somebody who signs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuthorFile {
    pub name: String,
    pub slug: String,
    pub role: String,
    pub bio: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleFile {
    r#ref: String,
    slug: String,
    lang: String,
    headline: String,
    kicker: Option<String>,
    standfirst: Option<String>,
    section: String,
    authors: Vec<String>,
    tags: Vec<String>,
    /// How long before the installation it was published.
    days_ago: f64,
    views: Option<i64>,
    translation_of: Option<String>,
    lead_image: Option<LeadFile>,
    #[serde(default)]
    comments: Vec<CommentFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeadFile {
    picture: String,
    alt: String,
    caption: Option<String>,
    credit: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CommentFile {
    r#ref: String,
    parent: Option<String>,
    author: String,
    email: Option<String>,
    /// How long after the article it came in.
    hours_after: f64,
    text: String,
    state: String,
}

/// The sections, parents first.
pub(super) fn sections() -> Result<Vec<SectionFile>, String> {
    #[derive(Deserialize)]
    struct File {
        section: Vec<SectionFile>,
    }
    toml::from_str::<File>(SECTIONS).map(|file| file.section).map_err(|why| format!("sections.toml: {why}"))
}

/// Who signs.
pub(super) fn authors() -> Result<Vec<AuthorFile>, String> {
    #[derive(Deserialize)]
    struct File {
        author: Vec<AuthorFile>,
    }
    toml::from_str::<File>(AUTHORS).map(|file| file.author).map_err(|why| format!("authors.toml: {why}"))
}

/// What is to be drawn.
pub(super) fn pictures() -> Result<Vec<Plan>, String> {
    #[derive(Deserialize)]
    struct File {
        picture: Vec<Plan>,
    }
    toml::from_str::<File>(PICTURES).map(|file| file.picture).map_err(|why| format!("pictures.toml: {why}"))
}

/// The articles as an edition file would hold them, dated as seen from `now`.
pub(super) fn articles(now: Millis) -> Result<Vec<EditionArticle>, String> {
    ARTICLES.iter().map(|(name, text)| article(text, now).map_err(|why| format!("{name}.html: {why}"))).collect()
}

fn article(text: &str, now: Millis) -> Result<EditionArticle, String> {
    let (head, body) = text
        .strip_prefix("+++\n")
        .and_then(|text| text.split_once("\n+++\n"))
        .ok_or("it does not begin with TOML between two lines of +++")?;
    let file: ArticleFile = toml::from_str(head).map_err(|why| why.to_string())?;
    let published_at = now.0 - (file.days_ago * DAY) as i64;
    let comment = |comment: CommentFile| EditionComment {
        reference: comment.r#ref,
        parent: comment.parent,
        author: comment.author,
        email: comment.email,
        posted_at: moment(now.0.min(published_at + (comment.hours_after * HOUR) as i64)),
        text: comment.text,
        state: comment.state,
    };
    Ok(EditionArticle {
        reference: file.r#ref,
        lang: file.lang,
        headline: file.headline,
        kicker: file.kicker,
        standfirst: file.standfirst,
        slug: Some(file.slug),
        section: file.section,
        authors: file.authors,
        tags: file.tags,
        published_at: Some(moment(published_at)),
        html: Some(body.replace("src=\"picture:", "src=\"")),
        lead_image: file.lead_image.map(|lead| EditionImage {
            file: lead.picture,
            alt: lead.alt,
            caption: lead.caption,
            credit: lead.credit,
        }),
        views: file.views,
        translation_of: file.translation_of,
        comments: file.comments.into_iter().map(comment).collect(),
        ..EditionArticle::default()
    })
}

const HOUR: f64 = 3_600_000.0;
const DAY: f64 = 24.0 * HOUR;

fn moment(millis: i64) -> String {
    jiff::Timestamp::from_millisecond(millis).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_in_the_folder_is_part_of_the_edition() {
        let folder =
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/demo/articles")).expect("the folder is there");
        let mut files: Vec<String> = folder
            .map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let listed: Vec<String> = ARTICLES.iter().map(|(name, _)| format!("{name}.html")).collect();
        assert_eq!(files, listed);
    }
}
