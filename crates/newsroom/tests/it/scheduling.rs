use model::{Actor, AppError, ArticleId, Millis, Role, StoryState, VersionKind};
use newsroom::{Jobs, Newsroom};

use crate::harness::{Paper, at};

const SECOND: i64 = 1_000;

async fn draft(paper: &Paper, headline: &str) -> ArticleId {
    paper.article(headline).drafted().await
}

async fn schedule(paper: &Paper, id: ArticleId, moment: &str) -> Result<StoryState, AppError> {
    let story = paper.newsroom.stories().schedule(&paper.account(1, Role::Editor).await, id, at(moment), "", "").await;
    story.map(|story| story.line.state).map_err(AppError::from)
}

async fn due(newsroom: &Newsroom) -> u64 {
    newsroom.jobs().publish_due().await.expect("what is due is published")
}

async fn state(paper: &Paper, id: ArticleId) -> StoryState {
    paper.newsroom.stories().get(&Actor::Operator, id).await.expect("it is read").line.state
}

#[tokio::test]
async fn a_story_becomes_public_to_the_second_and_once() {
    Paper::each(|paper| async move {
        let id = draft(&paper, "Il mare").await;
        assert_eq!(schedule(&paper, id, "2026-03-02T12:00:00+01:00").await, Ok(StoryState::Scheduled));
        let other = paper.another_node().await;
        paper.at("2026-03-02T11:59:59+01:00");
        assert_eq!((due(&paper.newsroom).await, due(&other).await), (0, 0));
        paper.at("2026-03-02T12:00:00+01:00");
        let (one, two) = tokio::join!(due(&paper.newsroom), due(&other));
        assert_eq!(one + two, 1, "two processes publish it once");
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!((article.version, article.published_at), (1, at("2026-03-02T12:00:00+01:00")));
        let story = paper.newsroom.stories().get(&Actor::Operator, id).await.expect("it is read");
        assert_eq!((story.line.state, story.line.scheduled_at), (StoryState::Published, None));
        assert_eq!((story.versions[0].by.as_str(), story.line.missed_at), ("Persona 1", None));
        other.close().await.expect("it closes");
    })
    .await;
}

#[tokio::test]
async fn without_anybody_asking_for_anything_it_is_public_when_its_time_comes() {
    Paper::each(|paper| async move {
        let id = draft(&paper, "Il mare").await;
        let running = tokio::spawn(Jobs::keep_working(paper.newsroom.clone()));
        schedule(&paper, id, "2026-03-02T09:00:30+01:00").await.expect("it is scheduled");
        let mut bell = paper.newsroom.changes().bell();
        bell.mark_unchanged();
        paper.clock.advance(30 * SECOND);
        while paper.newsroom.articles().path_of(id).await.expect("it is read").is_none() {
            bell.changed().await.expect("the paper is open");
        }
        running.abort();
    })
    .await;
}

#[tokio::test]
async fn what_was_missed_while_the_paper_was_off_is_published_at_boot_and_said() {
    Paper::each(|paper| async move {
        let id = draft(&paper, "Il mare").await;
        schedule(&paper, id, "2026-03-02T12:00:00+01:00").await.expect("it is scheduled");
        paper.at("2026-03-02T15:30:00+01:00");
        let restarted = paper.another_node().await;
        assert_eq!(due(&restarted).await, 1);
        let line = paper.newsroom.stories().get(&Actor::Operator, id).await.expect("it is read").line;
        assert_eq!(line.missed_at, Some(at("2026-03-02T12:00:00+01:00")));
        assert_eq!(line.published_at, Some(at("2026-03-02T15:30:00+01:00")), "readers are told the truth");
        restarted.close().await.expect("it closes");
    })
    .await;
}

#[tokio::test]
async fn what_is_written_at_its_moment_is_what_is_published() {
    Paper::each(|paper| async move {
        let id = draft(&paper, "Il mare").await;
        schedule(&paper, id, "2026-03-02T12:00:00+01:00").await.expect("it is scheduled");
        paper.article("Il mare").saying("<p>Ultime parole.</p>").drafted().await;
        paper.at("2026-03-02T12:00:00+01:00");
        assert_eq!(due(&paper.newsroom).await, 1);
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!(article.body.plain_text().trim(), "Ultime parole.");
    })
    .await;
}

#[tokio::test]
async fn a_public_story_is_updated_at_its_moment_and_stays_public_until_then() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let id = paper.article("Il mare").published().await;
        paper.article("Il mare").saying("<p>È mosso.</p>").drafted().await;
        let when = at("2026-03-02T12:00:00+01:00");
        for (kind, wrong) in [("", "kind"), ("update", "note")] {
            let refused = stories.schedule(&editor, id, when, kind, "").await.map_err(AppError::from);
            assert!(matches!(refused, Err(AppError::Invalid { ref field, .. }) if field == wrong), "{refused:?}");
        }
        let story = stories.schedule(&editor, id, when, "update", "Il vento è cresciuto.").await.expect("it waits");
        let (kind, note) = (story.line.schedule_kind, story.line.schedule_note.as_str());
        assert_eq!((kind, note), (Some(VersionKind::Update), "Il vento è cresciuto."), "whoever takes it back knows");
        assert_eq!((story.line.state, story.line.scheduled_at), (StoryState::Published, Some(when)));
        paper.at("2026-03-02T12:00:00+01:00");
        assert_eq!(due(&paper.newsroom).await, 1);
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!((article.version, article.updated_at), (2, Some(when)));
        assert_eq!(article.notes[0].note, "Il vento è cresciuto.");
    })
    .await;
}

#[tokio::test]
async fn a_schedule_is_taken_back_and_a_moment_that_is_over_refused() {
    Paper::each(|paper| async move {
        let id = draft(&paper, "Il mare").await;
        for (moment, why) in
            [("2026-03-02T09:00:00+01:00", "story-moment-past"), ("2032-01-01T00:00:00Z", "story-moment-far")]
        {
            assert_eq!(schedule(&paper, id, moment).await, Err(AppError::invalid("at", why)));
        }
        schedule(&paper, id, "2026-03-02T12:00:00+01:00").await.expect("it is scheduled");
        let contributor = paper.account(9, Role::Contributor).await;
        let refused = paper.newsroom.stories().unschedule(&contributor, id).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::NotFound), "somebody else's story does not exist for a contributor");
        paper.newsroom.stories().unschedule(&Actor::Operator, id).await.expect("it is taken back");
        assert_eq!(state(&paper, id).await, StoryState::Draft);
        paper.at("2026-03-02T12:00:00+01:00");
        assert_eq!(due(&paper.newsroom).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_published_at_its_moment_waits_for_somebody_and_holds_up_nobody() {
    Paper::each(|paper| async move {
        let id = draft(&paper, "Il mare").await;
        let other = draft(&paper, "Il porto").await;
        for id in [id, other] {
            schedule(&paper, id, "2026-03-02T12:00:00+01:00").await.expect("it is scheduled");
        }
        let mut database = paper.database().await;
        sqlx::query("update articles set working = replace(working, '\"headline\":\"Il mare\"', '\"headline\":\"\"') where id = $1")
            .bind(id.0)
            .execute(&mut database)
            .await
            .expect("it is emptied");
        paper.at("2026-03-02T12:00:00+01:00");
        assert_eq!(due(&paper.newsroom).await, 1);
        assert_eq!((state(&paper, id).await, state(&paper, other).await), (StoryState::Draft, StoryState::Published));
        let line = paper.newsroom.stories().get(&Actor::Operator, id).await.expect("it is read").line;
        assert_eq!((line.missed_at, line.scheduled_at), (Some(at("2026-03-02T12:00:00+01:00")), None));
    })
    .await;
}

#[tokio::test]
async fn both_changes_of_the_clocks_are_one_moment_each() {
    Paper::each(|paper| async move {
        let editor = paper.account(1, Role::Editor).await;
        let twice = paper.newsroom.stories().moment(&editor, "2026-10-25T02:30").expect("it is read").moments;
        assert_eq!(twice, [at("2026-10-25T02:30:00+02:00"), at("2026-10-25T02:30:00+01:00")]);
        let skipped = paper.newsroom.stories().moment(&editor, "2026-03-29T02:30").map_err(AppError::from);
        assert_eq!(skipped, Err(AppError::invalid("local", "story-moment-skipped")));

        // Before, at and after the skipped hour; then the hour that comes twice.
        for (headline, moment, before) in [
            ("Uno", "2026-03-29T01:59:59+01:00", "2026-03-29T01:59:58+01:00"),
            ("Due", "2026-03-29T03:00:00+02:00", "2026-03-29T01:59:59+01:00"),
            ("Tre", "2026-10-25T02:30:00+02:00", "2026-10-25T02:29:59+02:00"),
            ("Quattro", "2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+02:00"),
        ] {
            let id = draft(&paper, headline).await;
            schedule(&paper, id, moment).await.expect("it is scheduled");
            paper.at(before);
            assert_eq!(due(&paper.newsroom).await, 0, "{moment}");
            paper.at(moment);
            assert_eq!(due(&paper.newsroom).await, 1, "{moment}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_calendar_holds_what_comes_and_what_came() {
    Paper::each(|paper| async move {
        let came = paper.article("Ieri").dated("2026-03-01T10:00:00Z").published().await;
        paper.article("Anni fa").dated("2020-03-01T10:00:00Z").published().await;
        let comes = draft(&paper, "Domani").await;
        schedule(&paper, comes, "2026-03-03T10:00:00+01:00").await.expect("it is scheduled");
        draft(&paper, "Chissà").await;
        let calendar = async |actor: &Actor, from: Millis, to: Millis| {
            let lines = paper.newsroom.stories().calendar(actor, from, to).await.map_err(AppError::from);
            lines.map(|lines| lines.iter().map(|line| line.id).collect::<Vec<_>>())
        };
        let (from, to) = (at("2026-03-01T00:00:00+01:00"), at("2026-03-08T00:00:00+01:00"));
        assert_eq!(calendar(&paper.account(1, Role::Editor).await, from, to).await, Ok(vec![came, comes]));
        assert_eq!(calendar(&paper.account(2, Role::Author).await, from, to).await, Ok(vec![]));
        assert_eq!(
            calendar(&paper.account(1, Role::Editor).await, to, from).await,
            Err(AppError::invalid("to", "story-calendar-range"))
        );
        assert_eq!(calendar(&Actor::Reader, from, to).await, Err(AppError::SignInRequired));
    })
    .await;
}
