use model::{Actor, ArticleId, Permalink, Site};
use newsroom::Destination;
use serde_json::json;

use crate::harness::Paper;

async fn resolve(paper: &Paper, path: &str) -> Option<Destination> {
    paper.newsroom.paths().resolve(path).await.expect("it is resolved")
}

async fn path_of(paper: &Paper, id: ArticleId) -> String {
    paper.newsroom.articles().path_of(id).await.expect("it is read").expect("it is on the site")
}

#[tokio::test]
async fn an_article_answers_at_its_address_however_it_is_written() {
    Paper::each(|paper| async move {
        let id = paper.article("Perché il mare è calmo").published().await;
        let canonical = "/cronaca/perche-il-mare-e-calmo/";
        assert_eq!(resolve(&paper, canonical).await, Some(Destination::Article(id)));
        for other in [
            "/cronaca/perche-il-mare-e-calmo",
            "/Cronaca/Perche-Il-Mare-E-Calmo/",
            "//cronaca/perche-il-mare-e-calmo/",
            "/cronaca/perche%2Dil-mare-e-calmo/",
        ] {
            assert_eq!(resolve(&paper, other).await, Some(Destination::Moved(canonical.to_owned())), "{other}");
        }
        for unknown in ["/cronaca/altro/", "/", "", "/cronaca/%00/", "/%ff/", "/cronaca/perche-il-mare-e-calmo/x/"] {
            assert_eq!(resolve(&paper, unknown).await, None, "{unknown:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn sections_and_subsections_answer_too() {
    Paper::each(|paper| async move {
        paper.article("La volata").in_section("Sport/Ciclismo").published().await;
        let section =
            paper.newsroom.sections().by_path("/sport/ciclismo/").await.expect("it is read").expect("it is there");
        assert_eq!(resolve(&paper, "/sport/ciclismo/").await, Some(Destination::Section(section.id)));
        assert_eq!(resolve(&paper, "/SPORT/ciclismo").await, Some(Destination::Moved("/sport/ciclismo/".to_owned())));
        assert!(matches!(resolve(&paper, "/sport/").await, Some(Destination::Section(_))));
    })
    .await;
}

#[tokio::test]
async fn drafts_have_no_address_and_withdrawn_articles_are_gone() {
    Paper::each(|paper| async move {
        paper.article("Bozza").drafted().await;
        assert_eq!(resolve(&paper, "/cronaca/bozza/").await, None);
        let id = paper.article("Ritirato").published().await;
        paper.newsroom.articles().withdraw(&Actor::Operator, id).await.expect("it is withdrawn");
        assert_eq!(resolve(&paper, "/cronaca/ritirato/").await, Some(Destination::Gone));
        assert_eq!(resolve(&paper, "/cronaca/ritirato").await, Some(Destination::Gone));
    })
    .await;
}

#[tokio::test]
async fn articles_with_one_headline_have_addresses_of_their_own() {
    Paper::each(|paper| async move {
        let lines: Vec<String> = (1..=12)
            .map(|number| {
                json!({"ref": number.to_string(), "lang": "it", "headline": "Brevi", "section": "Brevi",
                       "html": "<p>Uno.</p>"})
                .to_string()
            })
            .collect();
        paper.import(&lines[..5].join("\n")).await;
        paper.import(&lines[5..].join("\n")).await;
        paper.import(&lines.join("\n")).await;
        for number in 2..=12 {
            let path = format!("/brevi/brevi-{number}/");
            assert!(matches!(resolve(&paper, &path).await, Some(Destination::Article(_))), "{path}");
        }
        assert!(matches!(resolve(&paper, "/brevi/brevi/").await, Some(Destination::Article(_))));
        assert_eq!(resolve(&paper, "/brevi/brevi-13/").await, None);
    })
    .await;
}

#[tokio::test]
async fn an_article_takes_no_address_that_is_the_programs_or_a_sections() {
    Paper::each(|paper| async move {
        paper.article("La volata").in_section("Sport/Ciclismo").published().await;
        let id = paper.article("Ciclismo").in_section("Sport").published().await;
        assert_eq!(path_of(&paper, id).await, "/sport/ciclismo-2/");
        let id = paper.article("Page").published().await;
        assert_eq!(path_of(&paper, id).await, "/cronaca/page-2/");
        let id = paper.article("?!").published().await;
        assert_eq!(path_of(&paper, id).await, "/cronaca/articolo/");
    })
    .await;
}

#[tokio::test]
async fn a_new_slug_or_section_moves_an_article_and_every_old_address_leads_to_it_in_one_step() {
    Paper::each(|paper| async move {
        let line = |headline: &str, slug: &str, section: &str| {
            json!({"ref": "1", "lang": "it", "headline": headline, "slug": slug, "section": section,
                   "path": "/2019/05/Il-Mare.html", "html": "<p>Uno.</p>"})
            .to_string()
        };
        paper.import(&line("Il mare", "il-mare", "Cronaca")).await;
        paper.import(&line("Il mare, ancora", "il-mare", "Cronaca")).await;
        let id = paper.newsroom.articles().latest(1).await.expect("it is listed")[0].id;
        assert_eq!(path_of(&paper, id).await, "/cronaca/il-mare/", "a new headline moves nothing");

        paper.import(&line("Il mare, ancora", "mare-mosso", "Cronaca")).await;
        assert_eq!(path_of(&paper, id).await, "/cronaca/mare-mosso/");
        paper.import(&line("Il mare, ancora", "mare-mosso", "Esteri")).await;
        let canonical = "/esteri/mare-mosso/";
        assert_eq!(resolve(&paper, canonical).await, Some(Destination::Article(id)));
        for old in ["/cronaca/il-mare/", "/cronaca/mare-mosso", "/2019/05/Il-Mare.html", "/2019/05/il-mare.html/"] {
            assert_eq!(resolve(&paper, old).await, Some(Destination::Moved(canonical.to_owned())), "{old}");
        }
        paper.import(&line("Il mare, ancora", "il-mare", "Cronaca")).await;
        assert_eq!(path_of(&paper, id).await, "/cronaca/il-mare/", "it takes back what was its own");
        assert_eq!(resolve(&paper, canonical).await, Some(Destination::Moved("/cronaca/il-mare/".to_owned())));
    })
    .await;
}

#[tokio::test]
async fn addresses_follow_the_sites_pattern_and_stay_when_it_changes() {
    Paper::each(|paper| async move {
        let mut ids = Vec::new();
        for (permalink, path) in [
            (Permalink::SectionSlug, "/cronaca/uno/"),
            (Permalink::MonthSlug, "/2024/01/due/"),
            (Permalink::DaySlug, "/2024/01/01/tre/"),
            (Permalink::Slug, "/quattro/"),
        ] {
            let site = Site { permalink, ..Site::default() };
            paper.newsroom.set_site(&Actor::Operator, &site).await.expect("it is set");
            let headline = ["Uno", "Due", "Tre", "Quattro"][ids.len()];
            // Half past midnight in Rome is still the year before elsewhere.
            let id = paper.article(headline).dated("2023-12-31T23:30:00Z").published().await;
            assert_eq!(path_of(&paper, id).await, path);
            ids.push((id, headline, path));
        }
        let reserved = paper.article("Search").published().await;
        assert_eq!(path_of(&paper, reserved).await, "/search-2/");
        for (id, headline, path) in ids {
            let again =
                paper.article(headline).dated("2023-12-31T23:30:00Z").saying("<p>Di più.</p>").published().await;
            assert_eq!((again, path_of(&paper, id).await.as_str()), (id, path));
        }
    })
    .await;
}
