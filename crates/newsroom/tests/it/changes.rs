use model::{Actor, Site};
use newsroom::{Change, ChangeKind};

use crate::harness::Paper;

#[tokio::test]
async fn the_log_tells_everything_in_order_from_wherever_one_left_off() {
    Paper::each(|paper| async move {
        let changes = paper.newsroom.changes();
        let empty = changes.latest().await.expect("the log can be read");
        let article = paper.article("Apre il porto").published().await;
        let in_between = changes.latest().await.expect("the log can be read");
        assert!(in_between > empty);
        let since = changes.since(empty).await.expect("the log can be read");
        assert!(since.iter().any(|change| (change.kind, change.subject) == (ChangeKind::Article, article.0)));
        assert!(since.is_sorted_by_key(|change| change.seq));

        paper.clock.advance(1_000);
        paper.newsroom.set_site(&Actor::Operator, &Site::default()).await.expect("the site is changed");
        let latest = changes.latest().await.expect("the log can be read");
        let since = changes.since(in_between).await.expect("the log can be read");
        assert_eq!(since, [Change { seq: latest, kind: ChangeKind::Site, subject: 0, at: paper.clock.now() }]);
        assert_eq!(changes.since(latest).await.expect("the log can be read"), []);
    })
    .await;
}

#[tokio::test]
async fn a_long_absence_is_made_up_for_in_pieces() {
    Paper::each(|paper| async move {
        let mut database = paper.database().await;
        for subject in 0..1_001_i64 {
            let insert = sqlx::query("insert into changes (kind, subject, at) values ('article', $1, 0)").bind(subject);
            insert.execute(&mut database).await.expect("a change is written");
        }
        let first = paper.newsroom.changes().since(0).await.expect("the log can be read");
        assert_eq!(first.len(), 1_000);
        let rest = paper.newsroom.changes().since(first[999].seq).await.expect("the log can be read");
        assert_eq!(rest.iter().map(|change| change.subject).collect::<Vec<_>>(), [1_000]);
    })
    .await;
}

#[tokio::test]
async fn what_a_later_version_logs_means_that_anything_may_have_changed() {
    Paper::each(|paper| async move {
        let before = paper.newsroom.changes().latest().await.expect("the log can be read");
        let insert = sqlx::query("insert into changes (kind, subject, at) values ('horoscope', 12, 0)");
        insert.execute(&mut paper.database().await).await.expect("a change is written");
        let since = paper.newsroom.changes().since(before).await.expect("the log can be read");
        assert_eq!(since.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Site]);
    })
    .await;
}

#[tokio::test]
async fn the_bell_rings_once_a_change_can_be_read() {
    Paper::each(|paper| async move {
        let mut bell = paper.newsroom.changes().bell();
        bell.mark_unchanged();
        let before = paper.newsroom.changes().latest().await.expect("the log can be read");
        let site = Site { name: "Il Faro".to_owned(), ..Site::default() };
        let newsroom = paper.newsroom.clone();
        let listener = tokio::spawn(async move {
            bell.changed().await.expect("the newsroom is there");
            newsroom.changes().latest().await.expect("the log can be read")
        });
        paper.newsroom.set_site(&Actor::Operator, &site).await.expect("the site is changed");
        assert!(listener.await.expect("the listener ends") > before);
    })
    .await;
}
