use std::collections::HashSet;

use image::RgbImage;
use model::{Actor, ArticleId, Site};
use newsroom::{Front, ImportOptions};
use serde_json::json;

use crate::harness::Paper;

async fn front(paper: &Paper) -> Front {
    paper.newsroom.articles().front().await.expect("it is made up")
}

fn all(front: &Front) -> Vec<ArticleId> {
    let lists = [&front.secondary, &front.latest, &front.most_read];
    let blocks = front.blocks.iter().flat_map(|block| &block.cards);
    front.lead.iter().chain(lists.into_iter().flatten()).chain(blocks).map(|card| card.id).collect()
}

/// Imports `count` articles, the first the oldest, spread over four sections.
async fn fill(paper: &Paper, count: usize) {
    let sections = ["Cronaca", "Esteri", "Sport", "Sport/Ciclismo"];
    let lines: Vec<String> = (0..count)
        .map(|number| {
            let day = jiff::civil::date(2024, 1, 1).saturating_add(jiff::Span::new().days(number as i64));
            json!({"ref": number.to_string(), "lang": "it", "headline": format!("Notizia {number}"),
                   "section": sections[number % 4], "published_at": format!("{day}T10:00:00Z"),
                   "views": number % 7, "html": "<p>Uno.</p>"})
            .to_string()
        })
        .collect();
    paper.import(&lines.join("\n")).await;
}

#[tokio::test]
async fn no_article_stands_on_the_front_twice() {
    Paper::each(|paper| async move {
        fill(&paper, 60).await;
        let front = front(&paper).await;
        assert_eq!(front.lead.as_ref().map(|card| card.headline.as_str()), Some("Notizia 59"));
        assert_eq!(
            front.secondary.iter().map(|card| card.headline.as_str()).collect::<Vec<_>>()[..2],
            ["Notizia 58", "Notizia 57"]
        );
        assert_eq!((front.secondary.len(), front.latest.len(), front.most_read.len()), (4, 8, 5));
        let blocks: Vec<_> =
            front.blocks.iter().map(|block| (block.section.name.as_str(), block.cards.len())).collect();
        assert_eq!(blocks, [("Cronaca", 4), ("Esteri", 4), ("Sport", 4)]);
        let ids = all(&front);
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    })
    .await;
}

#[tokio::test]
async fn in_a_small_paper_the_sections_come_before_the_lists() {
    Paper::each(|paper| async move {
        assert_eq!(front(&paper).await, Front::default());
        fill(&paper, 12).await;
        let front = front(&paper).await;
        assert_eq!((front.secondary.len(), front.latest.len(), front.most_read.len()), (4, 2, 2));
        assert_eq!(all(&front).len(), 12, "everything has a place");
        assert!(!front.blocks.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_front_speaks_the_language_of_the_site() {
    Paper::each(|paper| async move {
        let italian = paper.article("Il mare").published().await;
        let english = paper.article("The sea").translating("Il mare", "en-GB").published().await;
        assert_eq!(all(&front(&paper).await), [italian]);
        let site = Site { lang: "en".to_owned(), ..Site::default() };
        paper.newsroom.set_site(&Actor::Operator, &site).await.expect("it is set");
        assert_eq!(all(&front(&paper).await), [english]);
        paper.newsroom.articles().withdraw(&Actor::Operator, english).await.expect("it is withdrawn");
        assert_eq!(all(&front(&paper).await), [italian], "another language is better than an empty page");
    })
    .await;
}

#[tokio::test]
async fn the_lead_is_the_newest_story_with_a_picture_among_the_newest_few() {
    Paper::each(|paper| async move {
        let media = tempfile::tempdir().expect("a temporary folder");
        RgbImage::new(640, 400).save(media.path().join("mare.png")).expect("the picture is written");
        let pictured = json!({
            "ref": "1", "lang": "it", "headline": "Con foto", "section": "Cronaca",
            "published_at": "2024-01-01T10:00:00Z",
            "html": r#"<p>Uno.</p><figure><img src="mare.png" alt="Il mare"></figure>"#,
            "lead_image": {"file": "mare.png", "alt": "Il mare", "caption": "Il mare a marzo", "credit": "A. Rossi"},
        });
        let options = ImportOptions { publish: true, media: Some(media.path().to_owned()), ..ImportOptions::default() };
        let imports = paper.newsroom.imports();
        let report = imports.jsonl(&Actor::Operator, pictured.to_string().as_bytes(), &options).await;
        assert_eq!(report.expect("it is imported").warnings, []);
        for number in 2..=6 {
            paper.article(&format!("Senza {number}")).dated(&format!("2024-01-0{number}T10:00:00Z")).published().await;
        }

        let lead = front(&paper).await.lead.expect("there is a lead");
        let image = lead.lead_image.expect("it has a picture");
        assert_eq!(lead.headline, "Con foto");
        assert_eq!((image.picture.width, image.picture.height), (640, 400));
        assert_eq!((image.alt.as_str(), image.credit.as_deref()), ("Il mare", Some("A. Rossi")));
        let article = paper.newsroom.articles().get(&Actor::Reader, lead.id).await.expect("it is read");
        let article = article.expect("it is there");
        assert_eq!((article.lead_image.as_ref(), &article.pictures), (Some(&image), &vec![image.picture.clone()]));

        paper.article("Senza 7").dated("2024-01-07T10:00:00Z").published().await;
        let lead = front(&paper).await.lead.expect("there is a lead");
        assert_eq!(lead.headline, "Senza 7", "a picture six stories ago does not lead");
    })
    .await;
}
