//! Writing together: what is acknowledged is on disk, and everybody has the same.

mod client;
mod keeping;
mod refusals;

use model::{Actor, ArticleId, Role};
use newsroom::{Closing, Newsroom};
use sqlx::{Connection, Row};

use crate::harness::Paper;
use client::{Client, staff};

async fn rows(paper: &Paper, article: ArticleId) -> i64 {
    let mut database = paper.database().await;
    let rows = sqlx::query("select count(*) from draft_updates where article_id = $1").bind(article.0);
    let rows = rows.fetch_one(&mut database).await.expect("updates can be counted").try_get(0);
    database.close().await.expect("the connection closes");
    rows.expect("a count is a number")
}

async fn headline(newsroom: &Newsroom, article: ArticleId) -> String {
    newsroom.drafts().content(article).await.expect("the draft can be read").headline
}

#[tokio::test]
async fn what_one_types_is_acknowledged_and_seen_by_the_other() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
        assert_eq!(ada.headline(), "Apre il porto", "the draft begins as the working copy");
        ada.types(" di Genova").await.expect("she may");
        ada.saved().await.expect("it is kept");
        ugo.sees(|headline| headline == "Apre il porto di Genova").await;
        ugo.types(",").await.expect("he may");
        ada.types("oggi").await.expect("she may");
        ugo.saved().await.expect("it is kept");
        ada.saved().await.expect("it is kept");
        ada.sees(|headline| headline.contains(',') && headline.contains("oggi")).await;
        ugo.sees(|headline| headline == ada.headline()).await;
        assert_eq!(headline(&paper.newsroom, article).await, ada.headline());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_acknowledged_or_passed_on_before_it_is_on_disk() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
        let mut database = paper.database().await;
        let mut tell = async |statement: &'static str| {
            sqlx::query(statement).execute(&mut database).await.expect("the table changes its name");
        };
        tell("alter table draft_updates rename to elsewhere").await;
        ada.types("!").await.expect("she may");
        ada.send(vec![103]).await.expect("a ping is no offence");
        let seat = ada.seat.as_mut().expect("she is connected");
        assert_eq!(seat.next().await.as_deref(), Ok(&[104][..]), "the line is alive, and nothing is acknowledged");
        let waiting = async { ugo.sees(|headline| headline.ends_with('!')).await };
        assert!(futures::FutureExt::now_or_never(waiting).is_none());
        tell("alter table elsewhere rename to draft_updates").await;
        ada.saved().await.expect("it is tried again");
        assert_eq!(rows(&paper, article).await, 1);
        ugo.sees(|headline| headline == "Apre il porto!").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_written_offline_merges_and_comes_twice_without_harm() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        ada.hang_up();
        ada.types(" domani").await.expect("offline nobody objects");
        let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
        ugo.types(" presto").await.expect("he may");
        ugo.saved().await.expect("it is kept");
        ada.connect(&paper.newsroom, article).await;
        ugo.sees(|headline| headline.contains("domani")).await;
        assert_eq!(ada.headline(), ugo.headline());
        let before = rows(&paper, article).await;
        ada.connect(&paper.newsroom, article).await;
        assert_eq!(rows(&paper, article).await, before, "what was there already is not written again");
    })
    .await;
}

#[tokio::test]
async fn two_nodes_on_one_database_converge() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let other = paper.another_node().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let mut ugo = Client::connected(2, 5002, &other, article).await;
        for number in 0..5 {
            ada.types(&format!(" a{number}")).await.expect("she may");
            ugo.types(&format!(" u{number}")).await.expect("he may");
        }
        ada.saved().await.expect("it is kept");
        ugo.saved().await.expect("it is kept");
        ada.sees(|headline| (0..5).all(|number| headline.contains(&format!(" u{number}")))).await;
        ugo.sees(|headline| (0..5).all(|number| headline.contains(&format!(" a{number}")))).await;
        assert_eq!(ada.headline(), ugo.headline());
        assert_eq!(headline(&other, article).await, ada.headline());
        other.close().await.expect("the node closes");
        assert_eq!(ugo.sent_away().await, Closing::Stopping);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_there_after_a_restart_with_every_acknowledged_word() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        for number in 0..20 {
            ada.types(&format!(" {number}")).await.expect("she may");
        }
        ada.saved().await.expect("it is kept");
        // Another process sees what is on disk, whatever this one has in memory.
        let restarted = paper.another_node().await;
        let mut ugo = Client::connected(2, 5002, &restarted, article).await;
        assert_eq!(ugo.headline(), ada.headline());
        ugo.hang_up();
        restarted.close().await.expect("the node closes");
    })
    .await;
}

#[tokio::test]
async fn a_reader_of_the_desk_follows_and_does_not_write() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let seat = paper.newsroom.drafts().open(&staff(3, Role::Moderator), article).await;
        let mut mia = Client::new(3, 5003);
        mia.sit(seat.expect("a moderator reads")).await;
        assert!(mia.notices[0].contains("\"readonly\":true"), "{:?}", mia.notices);
        ada.types("!").await.expect("she may");
        mia.sees(|headline| headline == "Apre il porto!").await;
        mia.types("?").await.expect("the frame is taken");
        assert_eq!(mia.sent_away().await, Closing::ReadOnly);
        assert_eq!(headline(&paper.newsroom, article).await, "Apre il porto!");
    })
    .await;
}

#[tokio::test]
async fn who_may_not_read_a_story_gets_no_seat() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let knock = async |actor: Actor, article| paper.newsroom.drafts().open(&actor, article).await.err();
        assert_eq!(knock(Actor::Reader, article).await, Some(Closing::SignedOut));
        assert_eq!(knock(staff(1, Role::Contributor), article).await, Some(Closing::NotFound));
        assert_eq!(knock(staff(1, Role::Author), article).await, Some(Closing::NotFound));
        assert_eq!(knock(staff(1, Role::Admin), ArticleId(9_999)).await, Some(Closing::NotFound));
        assert_eq!(knock(staff(1, Role::Admin), article).await, None);

        let author = paper.staff("Ada", Role::Author).await;
        let own = paper.story(&author, "Mio").await;
        assert_eq!(knock(author.clone(), own).await, None);
        assert_eq!(knock(paper.staff("Ugo", Role::Author).await, own).await, Some(Closing::NotFound));
        assert_eq!(knock(author, article).await, Some(Closing::NotFound));
    })
    .await;
}
