use model::{Actor, AppError, Site};
use newsroom::Error;

use crate::harness::Paper;

#[tokio::test]
async fn an_empty_paper_is_italian_and_keeps_roman_time() {
    Paper::each(|paper| async move {
        assert_eq!(*paper.newsroom.site(), Site::default());
        assert_eq!(paper.newsroom.zone().iana_name(), Some("Europe/Rome"));
    })
    .await;
}

#[tokio::test]
async fn particulars_are_kept_and_reach_other_nodes() {
    Paper::each(|paper| async move {
        let other = paper.another_node().await;
        for name in ["Il Faro", "Il Faro di Portovento"] {
            let site = Site { name: name.to_owned(), timezone: "Atlantic/Azores".to_owned(), ..Site::default() };
            paper.newsroom.set_site(&Actor::Operator, &site).await.expect("the site is changed");
            assert_eq!(*paper.newsroom.site(), site);
            assert_eq!(paper.newsroom.zone().iana_name(), Some("Atlantic/Azores"));

            other.reload_site().await.expect("the site is read");
            assert_eq!(*other.site(), site);
        }
        other.close().await.expect("the node closes");
        let restarted = paper.another_node().await;
        assert_eq!(restarted.site().name, "Il Faro di Portovento");
        restarted.close().await.expect("the node closes");
    })
    .await;
}

#[tokio::test]
async fn particulars_that_make_no_sense_are_refused() {
    Paper::each(|paper| async move {
        let refused = async |actor: Actor, site: Site| {
            paper.newsroom.set_site(&actor, &site).await.map_err(Error::into_app).expect_err("it is refused")
        };
        assert_eq!(refused(Actor::Reader, Site::default()).await, AppError::Forbidden);
        let nowhere = Site { timezone: "Europe/Portovento".to_owned(), ..Site::default() };
        assert!(
            matches!(refused(Actor::Operator, nowhere).await, AppError::Invalid { field, .. } if field == "timezone")
        );
        let latin = Site { lang: "la".to_owned(), ..Site::default() };
        assert!(matches!(refused(Actor::Operator, latin).await, AppError::Invalid { field, .. } if field == "lang"));
        assert_eq!(*paper.newsroom.site(), Site::default());
    })
    .await;
}

#[tokio::test]
async fn particulars_that_cannot_be_read_are_not_taken_for_none() {
    Paper::each(|paper| async move {
        let insert = sqlx::query("insert into settings (name, value) values ('site', '{\"name\": 3}')");
        insert.execute(&mut paper.database().await).await.expect("a setting is written");
        let why = paper.newsroom.reload_site().await.expect_err("it cannot be read");
        assert!(matches!(why, Error::Corrupt { table: "settings", column: "value", .. }), "{why}");
    })
    .await;
}
