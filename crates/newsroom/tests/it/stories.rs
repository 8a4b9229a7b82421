use model::{Actor, AppError, ArticleId, Published, Role, StoryFilter, StoryState};
use newsroom::{ChangeKind, NewSection};

use crate::harness::Paper;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

async fn section(paper: &Paper, name: &str) {
    let new = NewSection { name: name.to_owned(), ..NewSection::default() };
    paper.newsroom.sections().describe(&Actor::Operator, &new).await.expect("it is made");
}

async fn publish(paper: &Paper, actor: &Actor, id: ArticleId) -> Result<Published, AppError> {
    paper.newsroom.stories().publish(actor, id, "", "", false).await.map_err(AppError::from)
}

async fn found(paper: &Paper, actor: &Actor, filter: StoryFilter) -> Vec<String> {
    let page = paper.newsroom.stories().list(actor, &filter, "").await.expect("it is listed");
    page.lines.into_iter().map(|line| line.headline).collect()
}

#[tokio::test]
async fn a_story_is_begun_in_a_section_and_signed_by_whoever_begins_it() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let anna = paper.account(1, Role::Contributor).await;
        let refused = stories.begin(&anna, "Il mare", "").await.map_err(AppError::from);
        assert!(matches!(refused, Err(AppError::Invalid { ref field, .. }) if field == "section"), "{refused:?}");
        section(&paper, "Cronaca").await;
        section(&paper, "Sport").await;
        let story = stories.begin(&anna, "  Il \n mare ", "").await.expect("it is begun");
        assert_eq!((story.line.headline.as_str(), story.line.section.as_str()), ("Il mare", "Cronaca"));
        assert_eq!((story.line.state, story.line.byline.as_str()), (StoryState::Draft, "Persona 1"));
        assert_eq!((story.line.owner, story.line.edited_by.as_str()), (anna.user(), "Persona 1"));
        assert!(story.line.changed && story.abilities.write && story.abilities.delete && !story.abilities.publish);
        assert_eq!(stories.begin(&anna, "", "sport").await.expect("it is begun").line.section, "Sport");
        for (headline, section, wrong) in [("x", "Nessuna", "section"), (&"x".repeat(301), "Sport", "headline")] {
            let refused = stories.begin(&anna, headline, section).await.map_err(AppError::from);
            assert!(matches!(refused, Err(AppError::Invalid { ref field, .. }) if field == wrong), "{refused:?}");
        }
        let refused = stories.begin(&paper.account(2, Role::Moderator).await, "x", "").await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::Forbidden));
        let changes = paper.newsroom.changes().since(0).await.expect("the log is read");
        assert!(changes.iter().any(|change| (change.kind, change.subject) == (ChangeKind::Story, story.line.id.0)));
        assert_eq!(paper.newsroom.articles().latest(10).await.expect("it is listed"), [], "readers see nothing of it");
    })
    .await;
}

#[tokio::test]
async fn a_story_goes_from_draft_to_review_to_the_site() {
    Paper::each(|paper| async move {
        section(&paper, "Cronaca").await;
        let stories = paper.newsroom.stories();
        let (anna, editor) = (paper.account(1, Role::Contributor).await, paper.account(2, Role::Editor).await);
        let id = paper.story(&anna, "Il mare").await;
        let story = stories.move_to(&anna, id, "review").await.expect("it is moved");
        assert_eq!(story.line.state, StoryState::Review);
        assert_eq!(publish(&paper, &anna, id).await, Err(AppError::Forbidden));
        let done = Published::Done { path: "/cronaca/il-mare/".to_owned(), version: 1, new: true };
        assert_eq!(publish(&paper, &editor, id).await, Ok(done));
        let story = stories.get(&anna, id).await.expect("it is read");
        assert_eq!((story.line.state, story.line.changed), (StoryState::Published, false));
        assert_eq!((story.versions.len(), story.versions[0].by.as_str()), (1, "Persona 2"));
        assert!(!story.abilities.write && !story.abilities.delete, "what is public is not a contributor's any more");
        let refused = stories.move_to(&editor, id, "draft").await.map_err(AppError::from);
        assert!(matches!(refused, Err(AppError::Conflict { .. })), "{refused:?}");
        let refused = stories.move_to(&editor, id, "published").await.map_err(AppError::from);
        assert!(matches!(refused, Err(AppError::Invalid { .. })), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_published_without_headline_section_and_body() {
    Paper::each(|paper| async move {
        section(&paper, "Cronaca").await;
        let editor = paper.account(1, Role::Editor).await;
        let field = async |id| match publish(&paper, &editor, id).await {
            Err(AppError::Invalid { field, .. }) => field,
            other => format!("{other:?}"),
        };
        let empty = paper.newsroom.stories().begin(&editor, "Il mare", "").await.expect("it is begun").line.id;
        assert_eq!(field(empty).await, "body");
        let nameless = paper.story(&editor, "").await;
        assert_eq!(field(nameless).await, "headline");
        let lost = paper.story(&editor, "Il mare").await;
        let mut database = paper.database().await;
        sqlx::query("update articles set working = replace(working, '\"Cronaca\"', '\"Altrove\"') where id = $1")
            .bind(lost.0)
            .execute(&mut database)
            .await
            .expect("it is written");
        assert_eq!(field(lost).await, "section");
        assert_eq!(
            paper.newsroom.sections().tree().await.expect("it is read").len(),
            1,
            "no section is made by a draft"
        );

        let lines = paper.newsroom.stories().check(&editor, empty).await.expect("it is checked");
        let rules: Vec<_> = lines.iter().map(|line| (line.rule.as_str(), line.passed, line.required)).collect();
        assert_eq!(
            rules,
            [
                ("headline", true, true),
                ("section", true, true),
                ("byline", true, false),
                ("alt", true, false),
                ("standfirst", false, false),
                ("links", true, false),
                ("body", false, true),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn the_check_list_names_dead_links_and_pictures_without_words() {
    Paper::each(|paper| async move {
        paper.article("Il porto").published().await;
        let gone = paper.article("Ritirato").published().await;
        paper.newsroom.articles().withdraw(&Actor::Operator, gone).await.expect("it is withdrawn");
        let html = "<p><a href=\"/cronaca/il-porto/\">uno</a> <a href=\"/cronaca/nulla/\">due</a> \
                    <a href=\"/cronaca/ritirato/\">tre</a> <a href=\"https://example.org/x\">quattro</a> \
                    <a href=\"/tag/nessuno/\">cinque</a> <a href=\"/cronaca/il-porto/history/\">sei</a></p>";
        let id = paper.article("Il mare").saying(html).drafted().await;
        let checks = paper.newsroom.stories().check(&Actor::Operator, id).await.expect("it is checked");
        let links = checks.iter().find(|line| line.rule == "links").expect("links are checked");
        assert_eq!(links.detail, ["/cronaca/nulla/", "/cronaca/ritirato/", "/tag/nessuno/"]);
        assert!(!links.passed && !links.required);
    })
    .await;
}

#[tokio::test]
async fn lists_are_filtered_by_state_section_byline_words_and_owner() {
    Paper::each(|paper| async move {
        paper.article("Perché il mare è blu").by("Anna Rossi").in_section("Scienza").published().await;
        paper.clock.advance(MINUTE);
        paper.article("La volata").by("Bruno Neri").in_section("Sport/Ciclismo").drafted().await;
        paper.clock.advance(MINUTE);
        paper.article("Il derby").by("Anna Rossi").in_section("Sport").published().await;
        let author = paper.account(7, Role::Author).await;
        paper.story(&author, "Il mio 50% di mare").await;
        let editor = paper.account(8, Role::Editor).await;
        let only = |change: fn(&mut StoryFilter)| {
            let mut filter = StoryFilter::default();
            change(&mut filter);
            filter
        };
        let every = ["Il derby", "Il mio 50% di mare", "La volata", "Perché il mare è blu"];
        let mut all = found(&paper, &editor, StoryFilter::default()).await;
        all.sort_unstable();
        assert_eq!(all, every);
        for (filter, mut expected) in [
            (only(|filter| filter.state = Some(StoryState::Draft)), vec!["Il mio 50% di mare", "La volata"]),
            (only(|filter| filter.section = "Sport".to_owned()), vec!["Il derby", "La volata"]),
            (only(|filter| filter.section = "sport/ciclismo".to_owned()), vec!["La volata"]),
            (only(|filter| filter.section = "Nessuna".to_owned()), vec![]),
            (only(|filter| filter.byline = "ROSSI".to_owned()), vec!["Il derby", "Perché il mare è blu"]),
            (only(|filter| filter.byline = "mare".to_owned()), vec![]),
            (only(|filter| filter.words = "PERCHE mare".to_owned()), vec!["Perché il mare è blu"]),
            (only(|filter| filter.words = "mare rossi".to_owned()), vec!["Perché il mare è blu"]),
            (only(|filter| filter.words = "50%".to_owned()), vec!["Il mio 50% di mare"]),
            (only(|filter| filter.words = "_".to_owned()), vec![]),
            (only(|filter| filter.mine = true), vec![]),
        ] {
            let mut lines = found(&paper, &editor, filter.clone()).await;
            lines.sort_unstable();
            expected.sort_unstable();
            assert_eq!(lines, expected, "{filter:?}");
        }
        assert_eq!(
            found(&paper, &author, StoryFilter::default()).await,
            ["Il mio 50% di mare"],
            "authors see their own"
        );
        assert_eq!(found(&paper, &paper.account(9, Role::Moderator).await, StoryFilter::default()).await.len(), 4);
        let refused = paper.newsroom.stories().list(&Actor::Reader, &StoryFilter::default(), "").await;
        assert_eq!(refused.map_err(AppError::from), Err(AppError::SignInRequired));
    })
    .await;
}

#[tokio::test]
async fn a_list_goes_on_where_it_ended_whatever_was_added_meanwhile() {
    Paper::each(|paper| async move {
        let lines: Vec<String> = (0..120)
            .map(|number| {
                serde_json::json!({"ref": number.to_string(), "lang": "it", "headline": format!("Notizia {number}"),
                       "section": "Cronaca", "html": "<p>Uno.</p>",
                       "published_at": format!("2024-01-{:02}T10:00:00Z", number / 5 + 1)})
                .to_string()
            })
            .collect();
        paper.import(&lines.join("\n")).await;
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let page = stories.list(&editor, &StoryFilter::default(), &after).await.expect("it is listed");
            assert!(page.lines.len() <= 50);
            seen.extend(page.lines.iter().map(|line| (line.edited_at, line.id)));
            if seen.len() == 50 {
                paper.article("Nel frattempo").published().await;
            }
            match page.next {
                Some(next) => after = next,
                None => break,
            }
        }
        assert_eq!(seen.len(), 120);
        assert!(seen.is_sorted_by(|one, two| one > two));
        for malformed in ["x", "1", "1-", "zz-1", "-", "1-2-3"] {
            let refused = stories.list(&editor, &StoryFilter::default(), malformed).await.map_err(AppError::from);
            assert!(matches!(refused, Err(AppError::Invalid { ref field, .. }) if field == "after"), "{malformed}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_makes_more_than_five_public_within_a_minute_is_asked() {
    Paper::each(|paper| async move {
        section(&paper, "Cronaca").await;
        let (anna, bruno) = (paper.account(1, Role::Author).await, paper.account(2, Role::Author).await);
        let mut ids = Vec::new();
        for number in 0..7 {
            ids.push(paper.story(&anna, &format!("Notizia {number}")).await);
        }
        for id in &ids[..5] {
            assert!(matches!(publish(&paper, &anna, *id).await, Ok(Published::Done { .. })));
        }
        assert_eq!(publish(&paper, &anna, ids[5]).await, Ok(Published::ConfirmationNeeded));
        assert_eq!(paper.newsroom.articles().path_of(ids[5]).await.expect("it is read"), None);
        let own = paper.story(&bruno, "Altro").await;
        assert!(matches!(publish(&paper, &bruno, own).await, Ok(Published::Done { .. })), "somebody else is not");
        let confirmed = paper.newsroom.stories().publish(&anna, ids[5], "", "", true).await.map_err(AppError::from);
        assert!(matches!(confirmed, Ok(Published::Done { .. })));
        // Readers have these already: an update makes nothing more public.
        assert!(matches!(publish(&paper, &anna, ids[0]).await, Ok(Published::Done { new: false, .. })));
        paper.clock.advance(MINUTE + 1);
        assert!(matches!(publish(&paper, &anna, ids[6]).await, Ok(Published::Done { .. })));
    })
    .await;
}

#[tokio::test]
async fn a_rectification_is_published_even_where_the_text_stays() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let id = paper.article("Il mare").published().await;
        let publish = async |kind: &str, note: &str| {
            stories.publish(&Actor::Operator, id, kind, note, false).await.map_err(AppError::from)
        };
        let path = || "/cronaca/il-mare/".to_owned();
        assert_eq!(publish("update", "Nulla.").await, Ok(Published::Done { path: path(), version: 1, new: false }));
        let note = "Il Comune precisa che il porto è aperto.";
        assert_eq!(publish("rectification", note).await, Ok(Published::Done { path: path(), version: 2, new: true }));
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!(article.notes.iter().map(|told| told.note.as_str()).collect::<Vec<_>>(), [note]);
        assert_eq!(article.updated_at, Some(paper.newsroom.now()));
        let long = "x".repeat(1001);
        for (kind, note, wrong) in [("svista", "x", "kind"), ("correction", &long, "note")] {
            let refused = publish(kind, note).await;
            assert!(matches!(refused, Err(AppError::Invalid { ref field, .. }) if field == wrong), "{refused:?}");
        }
        assert_eq!(paper.newsroom.articles().verify().await.expect("it is checked"), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_bin_gives_back_what_it_took_for_thirty_days() {
    Paper::each(|paper| async move {
        section(&paper, "Cronaca").await;
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let draft = paper.story(&editor, "Bozza").await;
        let public = paper.article("Pubblico").published().await;
        let waiting = paper.story(&editor, "Programmato").await;
        let at = model::Millis(paper.newsroom.now().0 + 20 * DAY);
        stories.schedule(&editor, waiting, at, "", "").await.expect("it is scheduled");
        for id in [draft, public, waiting] {
            assert_eq!(stories.delete(&editor, id).await.expect("it is deleted").line.state, StoryState::Deleted);
            stories.delete(&editor, id).await.expect("twice is once");
        }
        assert_eq!(paper.stories_of(&editor, None).await, []);
        assert_eq!(paper.stories_of(&editor, Some(StoryState::Deleted)).await.len(), 3);
        let gone = paper.newsroom.articles().read(&Actor::Reader, "/cronaca/pubblico/").await.map_err(AppError::from);
        assert_eq!(gone, Err(AppError::Gone));
        let refused = publish(&paper, &editor, draft).await;
        assert!(matches!(refused, Err(AppError::Conflict { .. })), "{refused:?}");

        for (id, state) in
            [(draft, StoryState::Draft), (public, StoryState::Published), (waiting, StoryState::Scheduled)]
        {
            assert_eq!(stories.undelete(&editor, id).await.expect("it is back").line.state, state);
        }
        assert!(paper.newsroom.articles().path_of(public).await.expect("it is read").is_some(), "it is on the site");

        for id in [draft, public, waiting] {
            stories.delete(&editor, id).await.expect("it is deleted");
        }
        paper.clock.advance(30 * DAY - 1);
        assert_eq!(paper.newsroom.jobs().tidy().await.expect("it is tidied"), 0);
        assert_eq!(
            paper.newsroom.jobs().publish_due().await.expect("it is done"),
            0,
            "nothing leaves the bin by itself"
        );
        paper.clock.advance(1);
        assert_eq!(paper.newsroom.jobs().tidy().await.expect("it is tidied"), 3);
        for id in [draft, public, waiting] {
            assert_eq!(stories.get(&editor, id).await.map_err(AppError::from), Err(AppError::NotFound));
        }
        let gone = paper.newsroom.articles().read(&Actor::Reader, "/cronaca/pubblico/").await.map_err(AppError::from);
        assert_eq!(gone, Err(AppError::Gone), "an address that was public says for ever that it is gone");
        assert_eq!(paper.newsroom.articles().verify().await.expect("it is checked"), Vec::<String>::new());
        assert_eq!(paper.newsroom.articles().count().await.expect("it is counted"), 1);
    })
    .await;
}

#[tokio::test]
async fn an_import_moves_nothing_that_waits_on_the_desk() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let binned = paper.article("Nel cestino").drafted().await;
        stories.delete(&Actor::Operator, binned).await.expect("it is deleted");
        let read = paper.article("In lettura").drafted().await;
        stories.move_to(&Actor::Operator, read, "review").await.expect("it is moved");
        paper.article("Nel cestino").saying("<p>Altro.</p>").published().await;
        paper.article("In lettura").saying("<p>Altro.</p>").drafted().await;
        let state = async |id| stories.get(&Actor::Operator, id).await.expect("it is read").line.state;
        assert_eq!((state(binned).await, state(read).await), (StoryState::Deleted, StoryState::Review));
        assert_eq!(paper.newsroom.articles().path_of(binned).await.expect("it is read"), None);
        paper.article("In lettura").saying("<p>Altro.</p>").published().await;
        assert_eq!(state(read).await, StoryState::Published);
    })
    .await;
}

#[tokio::test]
async fn the_desk_knows_every_article_that_was_there_before_it() {
    Paper::each(|paper| async move {
        paper.article("È già qui").by("Niccolò Però").published().await;
        let mut database = paper.database().await;
        let migration = include_str!("../../migrations/sqlite/0003_stories.sql");
        let insert = migration.split("insert into stories").nth(1).and_then(|rest| rest.split(';').next());
        let insert = format!("insert into stories{}", insert.expect("the migration fills the table"));
        sqlx::query("delete from stories").execute(&mut database).await.expect("the table is emptied");
        sqlx::query(sqlx::AssertSqlSafe(insert)).execute(&mut database).await.expect("the table is filled");
        let words = StoryFilter { words: "gia".to_owned(), byline: "PERO".to_owned(), ..StoryFilter::default() };
        let page = paper.newsroom.stories().list(&Actor::Operator, &words, "").await.expect("it is listed");
        assert_eq!(page.lines.len(), 1);
        assert_eq!((page.lines[0].state, page.lines[0].changed), (StoryState::Published, false));
    })
    .await;
}
