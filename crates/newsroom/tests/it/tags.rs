use model::{Actor, AppError, Listing, Role};
use newsroom::Error;

use crate::harness::Paper;

#[tokio::test]
async fn a_tag_is_found_by_its_slug() {
    Paper::each(|paper| async move {
        let id = paper.article("Il vertice").tagged("Kim Jong-un").tagged("Perù").published().await;
        let tag = paper.newsroom.tags().by_slug("kim-jong-un").await.expect("it is read").expect("it is there");
        assert_eq!(tag.name, "Kim Jong-un");
        let page = paper.newsroom.articles().list(&Listing::Tag(tag.id), 1).await.expect("it is listed");
        assert_eq!(page.items.iter().map(|card| card.id).collect::<Vec<_>>(), [id]);
        for slug in ["peru", "niente", "Kim Jong-un", "", "\0"] {
            let found = paper.newsroom.tags().by_slug(slug).await.expect("it is read");
            assert_eq!(found.is_some(), slug == "peru", "{slug:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn names_that_differ_in_case_are_one_tag_and_c_and_c_plus_plus_are_two() {
    Paper::each(|paper| async move {
        paper.article("Uno").tagged("Mare").tagged("C").published().await;
        paper.article("Due").tagged("MARE").tagged("C++").published().await;
        paper.article("Tre").tagged("c++").published().await;
        let check = |slug: &'static str, name: &'static str, articles: i64| {
            let paper = paper.clone();
            async move {
                let tag = paper.newsroom.tags().by_slug(slug).await.expect("it is read").expect(slug);
                assert_eq!(tag.name, name);
                let page = paper.newsroom.articles().list(&Listing::Tag(tag.id), 1).await.expect("it is listed");
                assert_eq!(page.total, articles, "{slug}");
            }
        };
        check("mare", "Mare", 2).await;
        check("c", "C", 1).await;
        check("c-2", "C++", 2).await;
        assert_eq!(paper.newsroom.tags().by_slug("mare-2").await.expect("it is read"), None);
    })
    .await;
}

#[tokio::test]
async fn staff_get_the_names_of_tags_and_bylines_the_most_used_first() {
    Paper::each(|paper| async move {
        paper.article("Uno").tagged("Mare").tagged("Clima").by("Anna Rossi").published().await;
        paper.article("Due").tagged("Mare").by("Zoe Bianchi").published().await;
        paper.article("Tre").tagged("Alpi").by("Zoe Bianchi").published().await;
        let staff = paper.staff("anna", Role::Contributor).await;
        let tags = paper.newsroom.tags().names(&staff).await.expect("they are listed");
        assert_eq!(tags, ["Mare", "Alpi", "Clima"]);
        let bylines = paper.newsroom.bylines().names(&staff).await.expect("they are listed");
        assert_eq!(bylines, ["Zoe Bianchi", "Anna Rossi"]);
        let refused = Err(AppError::SignInRequired);
        assert_eq!(paper.newsroom.tags().names(&Actor::Reader).await.map_err(Error::into_app), refused);
        assert_eq!(paper.newsroom.bylines().names(&Actor::Reader).await.map_err(Error::into_app), refused);
    })
    .await;
}
