//! `redazione article`, as it is typed.

use model::{Actor, StoryState};

use crate::harness::{Site, beside, typed};

#[tokio::test]
async fn articles_are_published_and_withdrawn_from_the_command_line_and_rehearsed() {
    let site = Site::with_an_article().await;
    let (data, id) = (site.folder(), site.article().await);
    let state = async || beside(data).await.stories().get(&Actor::Operator, id).await.expect("it is there").line.state;
    let before = beside(data).await.audit().list(&Actor::Operator, 0).await.expect("the operator may");

    assert!(typed(data, &format!("article unpublish {id} --dry-run")).await);
    assert_eq!(state().await, StoryState::Published, "a rehearsal");
    assert!(!typed(data, "article unpublish 999 --dry-run").await, "it checks what the deed would check");
    assert!(typed(data, &format!("article unpublish {id}")).await);
    assert_eq!(state().await, StoryState::Withdrawn);

    assert!(typed(data, &format!("article publish {id} --dry-run")).await);
    assert_eq!(state().await, StoryState::Withdrawn, "a rehearsal");
    assert!(typed(data, &format!("article publish {id}")).await);
    assert_eq!(state().await, StoryState::Published);
    let after = beside(data).await.audit().list(&Actor::Operator, 0).await.expect("the operator may");
    assert_eq!(after.len(), before.len() + 2, "a rehearsal leaves no line");
}
