use model::{Actor, AppError, SectionId};
use newsroom::{ChangeKind, NewSection};

use crate::harness::Paper;

fn named(name: &str) -> NewSection {
    NewSection { name: name.to_owned(), ..NewSection::default() }
}

async fn describe(paper: &Paper, section: &NewSection) -> Result<SectionId, AppError> {
    paper.newsroom.sections().describe(&Actor::Operator, section).await.map_err(AppError::from)
}

#[tokio::test]
async fn sections_stand_in_a_tree_in_the_order_they_were_made() {
    Paper::each(|paper| async move {
        let sport = describe(&paper, &named("Sport")).await.expect("it is made");
        let culture = NewSection { slug: Some("cultura".to_owned()), colour: Some(7), ..named("Cultura e spettacoli") };
        describe(&paper, &culture).await.expect("it is made");
        let cycling = NewSection { parent: Some(sport), ..named("Ciclismo") };
        let cycling = describe(&paper, &cycling).await.expect("it is made");

        let tree = paper.newsroom.sections().tree().await.expect("it is read");
        let top: Vec<_> =
            tree.iter().map(|section| (section.name.as_str(), section.path.as_str(), section.colour)).collect();
        assert_eq!(top, [("Sport", "/sport/", 0), ("Cultura e spettacoli", "/cultura/", 7)]);
        assert_eq!(tree[0].children.iter().map(|child| child.path.as_str()).collect::<Vec<_>>(), ["/sport/ciclismo/"]);

        let found =
            paper.newsroom.sections().by_path("/sport/ciclismo/").await.expect("it is read").expect("it is there");
        assert_eq!(found.id, cycling);
        assert_eq!(found.parent.as_ref().map(|parent| parent.id), Some(sport));
        assert_eq!(found.colour, 0, "a subsection wears the colour of its section");
        assert_eq!(paper.newsroom.sections().get(cycling).await.expect("it is read"), Some(found));
        assert_eq!(paper.newsroom.sections().by_path("/sport").await.expect("it is read"), None);
        assert_eq!(paper.newsroom.sections().get(SectionId(99)).await.expect("it is read"), None);
    })
    .await;
}

#[tokio::test]
async fn describing_a_section_again_changes_it_and_makes_no_second() {
    Paper::each(|paper| async move {
        let first = describe(&paper, &named("Sport")).await.expect("it is made");
        let before = paper.newsroom.changes().latest().await.expect("there are changes");
        let again = NewSection {
            description: Some("Chi vince e chi perde.".to_owned()),
            slug: Some("altro".to_owned()),
            colour: Some(3),
            ..named(" SPORT ")
        };
        assert_eq!(describe(&paper, &again).await, Ok(first));
        let tree = paper.newsroom.sections().tree().await.expect("it is read");
        assert_eq!(tree.len(), 1);
        assert_eq!((tree[0].path.as_str(), tree[0].colour), ("/sport/", 3));
        assert_eq!(tree[0].description.as_deref(), Some("Chi vince e chi perde."));
        let changes = paper.newsroom.changes().since(before).await.expect("there are changes");
        assert_eq!(
            changes.iter().map(|change| (change.kind, change.subject)).collect::<Vec<_>>(),
            [(ChangeKind::Section, first.0)]
        );
    })
    .await;
}

#[tokio::test]
async fn a_section_takes_no_address_that_is_the_programs_or_anothers() {
    Paper::each(|paper| async move {
        for (name, path) in [("Search", "/search-2/"), ("Perù", "/peru/"), ("Peru", "/peru-2/"), ("???", "/sezione/")]
        {
            let id = describe(&paper, &named(name)).await.expect("it is made");
            let section = paper.newsroom.sections().get(id).await.expect("it is read").expect("it is there");
            assert_eq!(section.path, path);
        }
    })
    .await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_its_field() {
    Paper::each(|paper| async move {
        let sport = describe(&paper, &named("Sport")).await.expect("it is made");
        let cycling = NewSection { parent: Some(sport), ..named("Ciclismo") };
        let cycling = describe(&paper, &cycling).await.expect("it is made");
        for (section, wrong) in [
            (named("  "), "section"),
            (NewSection { parent: Some(cycling), ..named("Pista") }, "parent"),
            (NewSection { parent: Some(SectionId(99)), ..named("Pista") }, "parent"),
        ] {
            let refused = describe(&paper, &section).await;
            assert!(matches!(refused, Err(AppError::Invalid { ref field, .. }) if field == wrong), "{refused:?}");
        }
        let refused = paper.newsroom.sections().describe(&Actor::Reader, &named("Mia")).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::Forbidden));
    })
    .await;
}
