use model::{Actor, AppError, ArticleId, ArticleState, Card, Listing, PAGE_SIZE};
use newsroom::ArchiveMonth;
use serde_json::json;

use crate::harness::{Paper, at};

fn ids(cards: &[Card]) -> Vec<ArticleId> {
    cards.iter().map(|card| card.id).collect()
}

async fn listed(paper: &Paper, listing: Listing) -> Vec<ArticleId> {
    ids(&paper.newsroom.articles().list(&listing, 1).await.expect("it is listed").items)
}

#[tokio::test]
async fn an_article_is_read_with_all_that_its_page_shows() {
    Paper::each(|paper| async move {
        let line = json!({
            "ref": "1", "lang": "it", "kicker": "Terremoto", "headline": "La notte dell’Aquila",
            "standfirst": "Sei ore dopo.",
            "section": "Cronaca/Abruzzo", "authors": ["Anna Rossi"], "tags": ["L’Aquila", "Terremoto"], "views": 160,
            "published_at": "2023-09-04T08:00:00+02:00", "updated_at": "2023-09-05T09:12:00+02:00",
            "html": "<p>Alle tre e mezza la terra ha tremato.</p>", "copyright": "© L’autrice",
        });
        paper.import(&line.to_string()).await;
        let articles = paper.newsroom.articles();
        let path = "/cronaca/la-notte-dell-aquila/";
        let article = articles.read(&Actor::Reader, path).await.expect("it is read").expect("it is there");
        assert_eq!(article.path, path);
        assert_eq!((article.version, article.lang.as_str()), (1, "it"));
        assert_eq!(article.kicker.as_deref(), Some("Terremoto"));
        assert_eq!(article.headline, "La notte dell’Aquila");
        assert_eq!(article.standfirst.as_deref(), Some("Sei ore dopo."));
        assert_eq!(article.excerpt, "Sei ore dopo.");
        assert_eq!((article.section.name.as_str(), article.section.path.as_str()), ("Abruzzo", "/cronaca/abruzzo/"));
        assert_eq!(article.byline[0].name, "Anna Rossi");
        let tags: Vec<_> = article.tags.iter().map(|tag| (tag.name.as_str(), tag.slug.as_str())).collect();
        assert_eq!(tags, [("L’Aquila", "l-aquila"), ("Terremoto", "terremoto")]);
        assert_eq!(article.published_at, at("2023-09-04T08:00:00+02:00"));
        assert_eq!(article.updated_at, Some(at("2023-09-05T09:12:00+02:00")));
        assert_eq!((article.views, article.comments, article.words), (160, 0, 8));
        assert_eq!(article.body.plain_text().trim(), "Alle tre e mezza la terra ha tremato.");
        assert_eq!(article.copyright.as_deref(), Some("© L’autrice"));
        assert_eq!((article.lead_image.as_ref(), article.pictures.len(), article.translations.len()), (None, 0, 0));

        assert_eq!(articles.get(&Actor::Reader, article.id).await.expect("it is read"), Some(article.clone()));
        assert_eq!(articles.path_of(article.id).await.expect("it is read").as_deref(), Some(path));
        for unknown in ["/cronaca/la-notte-dell-aquila", "/cronaca/altro/", "", "\0"] {
            assert_eq!(articles.read(&Actor::Reader, unknown).await.expect("it is read"), None, "{unknown:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn drafts_are_nobodys_to_read_and_withdrawn_articles_the_papers_only() {
    Paper::each(|paper| async move {
        let articles = paper.newsroom.articles();
        let draft = paper.article("Bozza").drafted().await;
        let gone = paper.article("Ritirato").published().await;
        articles.withdraw(&Actor::Operator, gone).await.expect("it is withdrawn");
        for id in [draft, gone, ArticleId(99)] {
            assert_eq!(articles.get(&Actor::Reader, id).await.expect("it is read"), None);
            assert_eq!(articles.path_of(id).await.expect("it is read"), None);
            assert_eq!(articles.related(id, 4).await.expect("it is listed"), []);
            assert_eq!(articles.neighbours(id).await.expect("it is listed").earlier, None);
        }
        let read = articles.read(&Actor::Reader, "/cronaca/ritirato/").await.map_err(AppError::from);
        assert_eq!(read, Err(AppError::Gone));
        let read = articles.read(&Actor::Operator, "/cronaca/ritirato/").await.expect("it is read");
        assert_eq!(read.map(|article| article.id), Some(gone));
        assert_eq!(articles.latest(10).await.expect("it is listed"), []);
        assert_eq!(articles.count().await.expect("it is counted"), 2);
    })
    .await;
}

#[tokio::test]
async fn every_list_is_newest_first_and_holds_what_it_says() {
    Paper::each(|paper| async move {
        let old = paper.article("Vecchio").dated("2023-08-31T22:30:00Z").tagged("mare").by("Anna").published().await;
        let sub = paper.article("Volata").dated("2024-02-01T10:00:00Z").in_section("Sport/Ciclismo").published().await;
        let top =
            paper.article("Derby").dated("2024-01-01T10:00:00Z").in_section("Sport").tagged("mare").published().await;
        let twin = paper.article("Gemello").dated("2024-01-01T10:00:00Z").by("Anna").published().await;
        paper.article("Bozza").tagged("mare").by("Anna").drafted().await;

        let section = async |path: &str| {
            let found = paper.newsroom.sections().by_path(path).await.expect("it is read");
            Listing::Section(found.expect("it is there").id)
        };
        let tag = paper.newsroom.tags().by_slug("mare").await.expect("it is read").expect("it is there").id;
        let author = paper.newsroom.bylines().by_slug("anna").await.expect("it is read").expect("it is there").id;
        assert_eq!(listed(&paper, Listing::All).await, [sub, twin, top, old]);
        assert_eq!(listed(&paper, section("/sport/").await).await, [sub, top]);
        assert_eq!(listed(&paper, section("/sport/ciclismo/").await).await, [sub]);
        assert_eq!(listed(&paper, Listing::Tag(tag)).await, [top, old]);
        assert_eq!(listed(&paper, Listing::Author(author)).await, [twin, old]);
        assert_eq!(listed(&paper, Listing::Archive { year: 2024, month: None }).await, [sub, twin, top]);
        // Half past midnight in Rome is the month after.
        assert_eq!(listed(&paper, Listing::Archive { year: 2023, month: Some(9) }).await, [old]);
        assert_eq!(listed(&paper, Listing::Archive { year: 2023, month: Some(8) }).await, []);
        assert_eq!(ids(&paper.newsroom.articles().latest(2).await.expect("it is listed")), [sub, twin]);

        let archive = paper.newsroom.articles().archive().await.expect("it is read").months;
        let month = |year, month, articles| ArchiveMonth { year, month, articles };
        assert_eq!(archive, [month(2024, 2, 1), month(2024, 1, 2), month(2023, 9, 1)]);
    })
    .await;
}

#[tokio::test]
async fn a_list_has_pages_and_those_beyond_the_last_are_empty() {
    Paper::each(|paper| async move {
        let page = paper.newsroom.articles().list(&Listing::All, 1).await.expect("it is listed");
        assert_eq!((page.items.len(), page.number, page.pages, page.total), (0, 1, 1, 0));
        let lines: Vec<String> = (0..=PAGE_SIZE)
            .map(|number| {
                json!({"ref": number.to_string(), "lang": "it", "headline": format!("Notizia {number}"),
                       "section": "Cronaca", "html": "<p>Uno.</p>"})
                .to_string()
            })
            .collect();
        paper.import(&lines.join("\n")).await;
        for (asked, number, items) in [(0, 1, 20), (1, 1, 20), (2, 2, 1), (3, 3, 0), (u32::MAX, u32::MAX, 0)] {
            let page = paper.newsroom.articles().list(&Listing::All, asked).await.expect("it is listed");
            assert_eq!((page.items.len(), page.number, page.pages, page.total), (items, number, 2, 21));
        }
    })
    .await;
}

#[tokio::test]
async fn the_most_read_are_those_of_the_last_seven_days_then_those_of_all_time() {
    Paper::each(|paper| async move {
        let classic = paper.article("Un classico").read_before(5000).published().await;
        let fresh = paper.article("Oggi").published().await;
        let week = paper.article("Sei giorni fa").published().await;
        let before = paper.article("Otto giorni fa").read_before(10).published().await;
        let today = 20_514;
        let mut database = paper.database().await;
        for (id, day, readings) in
            [(fresh, today, 2), (fresh, today - 1, 2), (week, today - 6, 3), (before, today - 7, 900)]
        {
            sqlx::query("insert into view_days (article_id, day, readings) values ($1, $2, $3)")
                .bind(id.0)
                .bind(day)
                .bind(readings)
                .execute(&mut database)
                .await
                .expect("it is counted");
        }
        let most = paper.newsroom.articles().most_read(10).await.expect("it is listed");
        assert_eq!(ids(&most), [fresh, week, classic, before]);
        assert_eq!(ids(&paper.newsroom.articles().most_read(1).await.expect("it is listed")), [fresh]);
    })
    .await;
}

#[tokio::test]
async fn neighbours_are_the_articles_before_and_after_in_the_section() {
    Paper::each(|paper| async move {
        let first = paper.article("Primo").dated("2024-01-01T10:00:00Z").published().await;
        let twin = paper.article("Gemello").dated("2024-01-01T10:00:00Z").published().await;
        paper.article("Altrove").dated("2024-01-02T10:00:00Z").in_section("Esteri").published().await;
        paper.article("Twin").dated("2024-01-02T11:00:00Z").translating("Gemello", "en").published().await;
        let last = paper.article("Ultimo").dated("2024-01-03T10:00:00Z").published().await;
        for (id, earlier, later) in
            [(first, None, Some(twin)), (twin, Some(first), Some(last)), (last, Some(twin), None)]
        {
            let neighbours = paper.newsroom.articles().neighbours(id).await.expect("it is listed");
            assert_eq!(neighbours.earlier.map(|card| card.id), earlier);
            assert_eq!(neighbours.later.map(|card| card.id), later);
        }
    })
    .await;
}

#[tokio::test]
async fn the_desks_list_shows_every_state_and_goes_on_where_it_ended() {
    Paper::each(|paper| async move {
        let articles = paper.newsroom.articles();
        let draft = paper.article("Bozza").drafted().await;
        let published = paper.article("Pubblicato").published().await;
        let withdrawn = paper.article("Ritirato").published().await;
        articles.withdraw(&Actor::Operator, withdrawn).await.expect("it is withdrawn");
        for (state, expected) in [
            (None, vec![draft, published, withdrawn]),
            (Some(ArticleState::Draft), vec![draft]),
            (Some(ArticleState::Published), vec![published]),
            (Some(ArticleState::Withdrawn), vec![withdrawn]),
        ] {
            let lines = articles.lines(&Actor::Operator, state, None, 10).await.expect("it is listed");
            assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), expected, "{state:?}");
            assert!(lines.iter().all(|line| state.is_none_or(|state| line.state == state)));
        }
        let lines = articles.lines(&Actor::Operator, None, Some(draft), 1).await.expect("it is listed");
        let line = serde_json::to_value(&lines).expect("a line is plain data");
        let expected = json!([{
            "id": published, "ref": "Pubblicato", "state": "published", "headline": "Pubblicato",
            "path": "/cronaca/pubblicato/", "published_at": paper.newsroom.now(),
        }]);
        assert_eq!(line, expected);
        let refused = articles.lines(&Actor::Reader, None, None, 1).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::Forbidden));
    })
    .await;
}
