use model::ArticleId;

use crate::harness::Paper;

async fn related(paper: &Paper, id: ArticleId, limit: u32) -> Vec<ArticleId> {
    let cards = paper.newsroom.articles().related(id, limit).await.expect("it is listed");
    cards.iter().map(|card| card.id).collect()
}

#[tokio::test]
async fn the_rarer_the_tags_they_share_the_closer_two_articles_are() {
    Paper::each(|paper| async move {
        let story = paper.article("Storia").tagged("Italia").tagged("Vajont").published().await;
        let rare =
            paper.article("Raro").in_section("Esteri").tagged("Vajont").dated("2001-01-01T00:00:00Z").published().await;
        let mut common = Vec::new();
        for headline in ["Uno", "Due", "Tre", "Quattro", "Cinque"] {
            common.push(paper.article(headline).tagged("Italia").published().await);
        }
        let both =
            paper.article("Tutti e due").in_section("Esteri").tagged("Vajont").tagged("Italia").published().await;
        let found = related(&paper, story, 4).await;
        assert_eq!(found[..2], [both, rare]);
        assert_eq!(found[2..], [common[4], common[3]], "then what else it shares, the latest first");
    })
    .await;
}

#[tokio::test]
async fn of_two_as_close_in_subject_the_nearer_in_time_comes_first() {
    Paper::each(|paper| async move {
        let far = paper.article("Lontano").tagged("mare").dated("2010-01-01T00:00:00Z").published().await;
        let near = paper.article("Vicino").tagged("mare").dated("2024-01-10T00:00:00Z").published().await;
        let story = paper.article("Storia").tagged("mare").dated("2024-01-01T00:00:00Z").published().await;
        assert_eq!(related(&paper, story, 2).await, [near, far]);
    })
    .await;
}

#[tokio::test]
async fn without_a_common_subject_the_section_and_then_the_time_decide() {
    Paper::each(|paper| async move {
        let elsewhere = paper.article("Altrove").in_section("Esteri").dated("2024-01-02T00:00:00Z").published().await;
        let later = paper.article("Dopo").dated("2024-03-01T00:00:00Z").published().await;
        let earlier = paper.article("Prima").dated("2023-12-01T00:00:00Z").published().await;
        let story = paper.article("Storia").dated("2024-01-01T00:00:00Z").published().await;
        paper.article("Bozza").drafted().await;
        assert_eq!(related(&paper, story, 2).await, [earlier, later]);
        assert_eq!(related(&paper, story, 4).await, [earlier, later, elsewhere]);
    })
    .await;
}

#[tokio::test]
async fn ones_own_language_comes_first_and_translations_of_it_never() {
    Paper::each(|paper| async move {
        let story = paper.article("Storia").tagged("mare").published().await;
        paper.article("Story").translating("Storia", "en").tagged("mare").published().await;
        let other = paper.article("Altra").published().await;
        paper.article("Terza").published().await;
        let foreign = paper.article("Third").translating("Terza", "en").tagged("mare").published().await;
        let found = related(&paper, story, 4).await;
        assert_eq!((found.len(), found.contains(&story), found[2]), (3, false, foreign));
        assert!(found[..2].contains(&other));
        assert_eq!(related(&paper, story, 0).await, []);
    })
    .await;
}
