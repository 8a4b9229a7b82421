use model::{Actor, AppError, ArticleId, PreviewId, Role};

use crate::harness::Paper;

const DAY: i64 = 24 * 3_600_000;

fn token(path: &str) -> &str {
    path.strip_prefix("/preview/").and_then(|rest| rest.strip_suffix('/')).expect("it is a preview's path")
}

async fn headline(paper: &Paper, path: &str) -> Option<String> {
    let preview = paper.newsroom.stories().preview(token(path)).await.expect("it is read");
    preview.map(|preview| preview.article.headline)
}

#[tokio::test]
async fn a_preview_link_shows_what_is_written_until_it_is_over() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let id = paper.article("Il mare").by("Anna Rossi").drafted().await;
        let path = stories.make_preview(&editor, id, 2).await.expect("it is made");
        assert_eq!(token(&path).len(), 64);
        assert_ne!(path, stories.make_preview(&editor, id, 2).await.expect("it is made"));
        let preview = stories.preview(token(&path)).await.expect("it is read").expect("it is good");
        assert_eq!(preview.article.headline, "Il mare");
        assert_eq!((preview.article.byline[0].name.as_str(), preview.article.path.as_str()), ("Anna Rossi", ""));
        paper.article("Il mare").titled("Il mare mosso").drafted().await;
        assert_eq!(headline(&paper, &path).await.as_deref(), Some("Il mare mosso"));
        let mut database = paper.database().await;
        let kept: String = sqlx::query_scalar("select hash from previews order by id limit 1")
            .fetch_one(&mut database)
            .await
            .expect("it is there");
        assert_ne!(kept, token(&path), "the secret itself is kept nowhere");

        paper.clock.advance(2 * DAY);
        assert_eq!(headline(&paper, &path).await, None);
        assert_eq!(stories.get(&editor, id).await.expect("it is read").previews, []);
        paper.newsroom.jobs().tidy().await.expect("it is tidied");
        let left: i64 =
            sqlx::query_scalar("select count(*) from previews").fetch_one(&mut database).await.expect("it counts");
        assert_eq!(left, 0);
    })
    .await;
}

#[tokio::test]
async fn a_preview_link_is_ended_by_those_who_write_the_story() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let id = paper.article("Il mare").drafted().await;
        let other = paper.article("Altro").drafted().await;
        let path = stories.make_preview(&editor, id, 7).await.expect("it is made");
        let preview = stories.get(&editor, id).await.expect("it is read").previews[0].id;
        assert_eq!(stories.end_preview(&editor, other, preview).await.map_err(AppError::from), Err(AppError::NotFound));
        let refused =
            stories.end_preview(&paper.account(2, Role::Moderator).await, id, preview).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::Forbidden));
        assert!(headline(&paper, &path).await.is_some());
        stories.end_preview(&editor, id, preview).await.expect("it is ended");
        assert_eq!(headline(&paper, &path).await, None);
        let again = stories.end_preview(&editor, id, PreviewId(99)).await.map_err(AppError::from);
        assert_eq!(again, Err(AppError::NotFound));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_shown_of_what_is_kept_back_or_binned_and_no_secret_is_guessed() {
    Paper::each(|paper| async move {
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let id = paper.article("Il mare").drafted().await;
        let path = stories.make_preview(&editor, id, 7).await.expect("it is made");
        let until = model::Millis(paper.newsroom.now().0 + DAY);
        stories.embargo(&editor, id, Some(until)).await.expect("it is kept back");
        assert_eq!(headline(&paper, &path).await, None);
        stories.embargo(&editor, id, None).await.expect("it is free");
        stories.delete(&editor, id).await.expect("it is deleted");
        assert_eq!(headline(&paper, &path).await, None);
        stories.undelete(&editor, id).await.expect("it is back");
        assert!(headline(&paper, &path).await.is_some());
        for wrong in ["", "x", &"0".repeat(64), &"é".repeat(32), &"0".repeat(100_000)] {
            assert_eq!(stories.preview(wrong).await.expect("it is read"), None);
        }
        for days in [0, 31, u32::MAX] {
            let refused = stories.make_preview(&editor, id, days).await.map_err(AppError::from);
            assert_eq!(refused, Err(AppError::invalid("days", "story-preview-days")));
        }
        for _ in 0..19 {
            stories.make_preview(&editor, id, 1).await.expect("it is made");
        }
        let refused = stories.make_preview(&editor, id, 1).await.map_err(AppError::from);
        assert!(matches!(refused, Err(AppError::Conflict { .. })), "{refused:?}");
        let missing = stories.make_preview(&Actor::Operator, ArticleId(99), 1).await.map_err(AppError::from);
        assert_eq!(missing, Err(AppError::NotFound));
    })
    .await;
}
