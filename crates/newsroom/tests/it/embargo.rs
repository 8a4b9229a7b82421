use std::fmt::Write;

use model::{Actor, AppError, ArticleId, Listing, Millis, Role};
use newsroom::{NewSection, Newsroom};

use crate::harness::{Paper, at};

const WORD: &str = "Segretissimo";

async fn embargo(paper: &Paper, id: ArticleId, until: Option<Millis>) -> Result<Option<Millis>, AppError> {
    let story = paper.newsroom.stories().embargo(&paper.account(1, Role::Editor).await, id, until).await;
    story.map(|story| story.line.embargo_until).map_err(AppError::from)
}

fn is_conflict<T: std::fmt::Debug>(outcome: &Result<T, AppError>) -> bool {
    matches!(outcome, Err(AppError::Conflict { .. }))
}

/// Everything that the public site asks the newsroom, as one text.
async fn public(newsroom: &Newsroom, id: ArticleId) -> String {
    let articles = newsroom.articles();
    let reader = Actor::Reader;
    let mut seen = String::new();
    let mut see = |what: &str, value: &dyn std::fmt::Debug| {
        writeln!(seen, "{what}: {value:?}").expect("a String takes every write");
    };
    for path in ["/cronaca/segretissimo/", "/segretissimo/", "/cronaca/segretissimo", "/2026/03/segretissimo/"] {
        see("path", &newsroom.paths().resolve(path).await.expect("it is asked"));
        see("read", &articles.read(&reader, path).await.map_err(AppError::from));
        see("history", &articles.history(path).await.map_err(AppError::from));
        see("version", &articles.version(path, 1).await.map_err(AppError::from));
        see("last words", &articles.last_words(path).await.expect("it is asked"));
    }
    see("get", &articles.get(&reader, id).await.expect("it is asked"));
    see("path of", &articles.path_of(id).await.expect("it is asked"));
    see("related", &articles.related(id, 10).await.expect("it is asked"));
    see("neighbours", &articles.neighbours(id).await.expect("it is asked"));
    see("comments", &newsroom.comments().list(id).await.expect("it is asked"));
    see("all", &articles.list(&Listing::All, 1).await.expect("it is asked").items);
    see("front", &articles.front().await.expect("it is asked"));
    see("latest", &articles.latest(100).await.expect("it is asked"));
    see("most read", &articles.most_read(100).await.expect("it is asked"));
    see("archive", &articles.archive().await.expect("it is asked"));
    see("corrections", &articles.corrections(1).await.expect("it is asked").items);
    see("tag", &newsroom.tags().by_slug("segretissimo").await.expect("it is asked"));
    see("author", &newsroom.bylines().by_slug("segretissimo").await.expect("it is asked"));
    for section in newsroom.sections().tree().await.expect("it is asked") {
        see("section", &section);
        see("in section", &articles.list(&Listing::Section(section.id), 1).await.expect("it is asked").items);
    }
    for other in articles.latest(100).await.expect("it is asked") {
        see("related of others", &articles.related(other.id, 10).await.expect("it is asked"));
        see("neighbours of others", &articles.neighbours(other.id).await.expect("it is asked"));
    }
    seen
}

#[tokio::test]
async fn nothing_before_its_time_is_seen_by_anybody_on_the_site() {
    Paper::each(|paper| async move {
        paper.article("Il porto").tagged("mare").by("Anna").published().await;
        let secret = || paper.article(WORD).tagged("mare").tagged(WORD).by("Anna").by(WORD);
        let id = secret().drafted().await;
        let nothing = public(&paper.newsroom, ArticleId(99)).await.replace("99", "?");
        let seen = async |state: &str| {
            let seen = public(&paper.newsroom, id).await.replace("99", "?");
            assert!(!seen.to_lowercase().contains("segretissimo"), "{state}: {seen}");
            assert_eq!(seen, nothing, "{state}: it is as if it were not there");
        };
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        seen("draft").await;
        stories.move_to(&editor, id, "review").await.expect("it is moved");
        seen("review").await;
        stories.schedule(&editor, id, at("2026-03-09T09:00:00+01:00"), "", "").await.expect("it is scheduled");
        seen("scheduled").await;
        embargo(&paper, id, Some(at("2026-03-05T09:00:00+01:00"))).await.expect("it is kept back");
        seen("embargoed").await;
        stories.delete(&editor, id).await.expect("it is deleted");
        seen("deleted").await;
        secret().saying("<p>Altro.</p>").published().await;
        seen("imported again while in the bin").await;
        stories.undelete(&editor, id).await.expect("it is back");
        secret().saying("<p>Ancora altro.</p>").published().await;
        seen("imported again under embargo").await;
    })
    .await;
}

#[tokio::test]
async fn staff_who_may_not_read_a_story_do_not_learn_that_it_is_there() {
    Paper::each(|paper| async move {
        let new = NewSection { name: "Cronaca".to_owned(), ..NewSection::default() };
        paper.newsroom.sections().describe(&Actor::Operator, &new).await.expect("it is made");
        let id = paper.story(&paper.account(1, Role::Author).await, WORD).await;
        embargo(&paper, id, Some(at("2026-03-05T09:00:00+01:00"))).await.expect("it is kept back");
        let stories = paper.newsroom.stories();
        for role in [Role::Contributor, Role::Author] {
            let other = paper.account(2, role).await;
            for missing in [id, ArticleId(99)] {
                let answers = [
                    stories.get(&other, missing).await.map(drop),
                    stories.check(&other, missing).await.map(drop),
                    stories.publish(&other, missing, "", "", false).await.map(drop),
                    stories.delete(&other, missing).await.map(drop),
                    stories.diff(&other, missing, 0, 0).await.map(drop),
                    stories.make_preview(&other, missing, 1).await.map(drop),
                ];
                for answer in answers {
                    assert_eq!(answer.map_err(AppError::from), Err(AppError::NotFound), "{role:?}");
                }
            }
            assert_eq!(paper.stories_of(&other, None).await, []);
        }
        let gone = paper.article("Ritirato").published().await;
        stories.withdraw(&Actor::Operator, gone, "").await.expect("it is withdrawn");
        let read = paper.newsroom.articles().read(&paper.account(2, Role::Author).await, "/cronaca/ritirato/").await;
        assert_eq!(read.map_err(AppError::from), Err(AppError::Gone), "what was withdrawn is not theirs to read");
        let read = paper.newsroom.articles().get(&paper.account(2, Role::Author).await, gone).await;
        assert_eq!(read.expect("it is asked"), None);
    })
    .await;
}

#[tokio::test]
async fn an_embargo_is_kept_by_those_who_publish_too() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let id = paper.article(WORD).drafted().await;
        let until = at("2026-03-05T09:00:00+01:00");
        let early = at("2026-03-05T08:59:59+01:00");
        assert_eq!(embargo(&paper, id, Some(until)).await, Ok(Some(until)));
        assert!(is_conflict(&stories.publish(&editor, id, "", "", true).await.map_err(AppError::from)));
        assert!(is_conflict(&stories.schedule(&editor, id, early, "", "").await.map_err(AppError::from)));
        assert!(is_conflict(&stories.make_preview(&editor, id, 1).await.map_err(AppError::from)));
        stories.schedule(&editor, id, until, "", "").await.expect("the moment itself is late enough");
        assert!(is_conflict(&embargo(&paper, id, Some(at("2026-03-06T09:00:00+01:00"))).await));
        let past = embargo(&paper, id, Some(at("2026-03-01T09:00:00+01:00"))).await;
        assert_eq!(past, Err(AppError::invalid("until", "story-moment-past")));

        paper.at("2026-03-05T09:00:00+01:00");
        assert_eq!(paper.newsroom.jobs().publish_due().await.expect("it is done"), 1);
        assert!(is_conflict(&embargo(&paper, id, Some(at("2026-03-06T09:00:00+01:00"))).await), "it is public");
        assert_eq!(embargo(&paper, id, None).await, Ok(None));
        let refused =
            stories.embargo(&paper.account(2, Role::Contributor).await, id, None).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::NotFound));
    })
    .await;
}
