use model::{Actor, AppError};
use newsroom::Error;

use crate::harness::Paper;

#[tokio::test]
async fn the_demo_edition_fills_an_empty_site_and_refuses_any_other() {
    Paper::each(|paper| async move {
        let report = paper.newsroom.install_demo(&Actor::Operator).await.expect("the demo edition is installed");
        assert_eq!(report.warnings, [], "nothing of it is dropped");
        assert!(report.articles.created >= 24, "{:?}", report.articles);
        assert!(report.comments.created > 10, "{:?}", report.comments);
        assert_eq!(paper.newsroom.site().name, "Il Meridiano");

        let front = paper.newsroom.articles().front().await.expect("there is a front page");
        assert!(front.lead.is_some() && front.blocks.len() > 3, "{front:?}");
        let latest = paper.newsroom.articles().latest(100).await.expect("articles can be listed");
        let now = paper.newsroom.now();
        assert!(latest.iter().all(|card| card.published_at <= now), "nothing comes from the future");
        let pictured = latest.iter().find_map(|card| card.lead_image.as_ref()).expect("some have a picture");
        assert_eq!(pictured.picture.widths, [480, 960, 1600]);
        let tree = paper.newsroom.sections().tree().await.expect("sections can be listed");
        assert!(tree.iter().any(|section| !section.children.is_empty()), "a section has others below it");

        let again = paper.newsroom.install_demo(&Actor::Operator).await;
        assert!(matches!(again, Err(Error::App(AppError::Conflict { .. }))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn readers_do_not_install_anything() {
    Paper::each(|paper| async move {
        let refused = paper.newsroom.install_demo(&Actor::Reader).await;
        assert!(matches!(refused, Err(Error::App(AppError::Forbidden))), "{refused:?}");
    })
    .await;
}
