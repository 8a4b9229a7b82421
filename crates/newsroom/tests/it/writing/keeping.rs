//! What a draft is kept as, and what follows it.

use model::{Actor, AppError, Role};
use newsroom::{Closing, Error};
use sqlx::Row;
use yrs::{Text, Transact, WriteTxn, XmlElementPrelim, XmlFragment};

use super::client::{Client, staff};
use super::{headline, rows};
use crate::harness::Paper;

#[tokio::test]
async fn compaction_changes_nothing() {
    Paper::each(|paper| async move {
        let article =
            paper.article("Apre il porto").saying("<p>Una riga <b>forte</b>.</p><h2>Due</h2>").drafted().await;
        let node = paper.another_node().await;
        let before = node.drafts().content(article).await.expect("the working copy is whole");
        let mut ada = Client::connected(1, 5001, &node, article).await;
        for number in 0..250 {
            ada.types(&format!(" {number}")).await.expect("she may");
            if number % 3 == 0 {
                let update = {
                    let mut txn = ada.doc.transact_mut();
                    let headline = txn.get_or_insert_text("headline");
                    headline.remove_range(&mut txn, 0, 2);
                    txn.encode_update_v1()
                };
                ada.sends(&update).await.expect("she may");
            }
        }
        ada.saved().await.expect("it is kept");
        let kept = node.drafts().content(article).await.expect("the draft is whole");
        node.close().await.expect("the node closes");
        assert_eq!(rows(&paper, article).await, 0, "a node that closes leaves snapshots behind");

        assert_eq!(paper.newsroom.drafts().content(article).await.expect("the draft is whole"), kept);
        assert_eq!(kept.body, before.body);
        ada.connect(&paper.newsroom, article).await;
        assert_eq!(ada.headline().trim(), kept.headline);
        assert_eq!(rows(&paper, article).await, 0, "nothing was missing");
    })
    .await;
}

#[tokio::test]
async fn the_working_copy_follows_the_draft() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        ada.types(" domani").await.expect("she may");
        ada.saved().await.expect("it is kept");
        paper.newsroom.drafts().sync(article).await.expect("the working copy is written");
        let mut database = paper.database().await;
        let working = sqlx::query("select working from articles where id = $1").bind(article.0);
        let working: String = working.fetch_one(&mut database).await.expect("it is there").try_get(0).expect("a text");
        assert!(working.contains("Apre il porto domani"), "{working}");
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_is_replaced_sends_everybody_back_to_the_new_words() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let mut older = paper.newsroom.drafts().content(article).await.expect("the draft is whole");
        older.headline = "Il porto resta chiuso".to_owned();
        older.tags = vec!["porto".to_owned()];
        older.kicker = Some("Genova".to_owned());
        let editor = paper.account(2, Role::Editor).await;
        paper.newsroom.drafts().replace(&editor, article, older.clone(), "restore", "1").await.expect("it is replaced");
        assert_eq!(ada.sent_away().await, Closing::Replaced);
        ada.connect(&paper.newsroom, article).await;
        assert_eq!(ada.headline(), "Il porto resta chiuso");
        ada.types(".").await.expect("she may");
        ada.saved().await.expect("it is kept");
        let now = paper.newsroom.drafts().content(article).await.expect("the draft is whole");
        assert_eq!((now.tags, now.kicker, now.body), (older.tags, older.kicker, older.body));
        assert_eq!(now.headline, "Il porto resta chiuso.");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_not_replaced_where_that_cannot_be_noted_and_everybody_writes_on() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let mut older = paper.newsroom.drafts().content(article).await.expect("the draft is whole");
        older.headline = "Il porto resta chiuso".to_owned();
        // The audit log names accounts, and this is none.
        let nobody = staff(77, Role::Editor);
        paper.newsroom.drafts().replace(&nobody, article, older, "restore", "1").await.expect_err("it is not noted");
        ada.sent_away().await;
        ada.connect(&paper.newsroom, article).await;
        assert_eq!(ada.headline(), "Apre il porto");
        ada.types(" domani").await.expect("she may");
        ada.saved().await.expect("it is kept");
    })
    .await;
}

#[tokio::test]
async fn what_is_imported_over_an_open_draft_is_what_everybody_sees() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        ada.types(" domani").await.expect("she may");
        ada.saved().await.expect("it is kept");
        paper.article("Apre il porto").saying("<p>Tutt'altra cosa.</p>").drafted().await;
        assert_eq!(ada.sent_away().await, Closing::Replaced);
        let content = paper.newsroom.drafts().content(article).await.expect("the draft is whole");
        assert_eq!(
            (content.body.plain_text().as_str(), content.headline.as_str()),
            ("Tutt'altra cosa.", "Apre il porto")
        );
    })
    .await;
}

#[tokio::test]
async fn what_nobody_opened_yet_is_the_working_copy() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        assert_eq!(headline(&paper.newsroom, article).await, "Apre il porto");
        let mut content = paper.newsroom.drafts().content(article).await.expect("it is whole");
        content.headline = "Altro".to_owned();
        paper
            .newsroom
            .drafts()
            .replace(&Actor::Operator, article, content, "import", "")
            .await
            .expect("it is replaced");
        assert_eq!(headline(&paper.newsroom, article).await, "Altro");
        let gone = paper.newsroom.drafts().content(model::ArticleId(9_999)).await.map_err(Error::into_app);
        assert_eq!(gone, Err(AppError::NotFound));
    })
    .await;
}

#[tokio::test]
async fn a_body_that_the_schema_does_not_know_is_refused_and_says_where() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let update = {
            let mut txn = ada.doc.transact_mut();
            let body = txn.get_or_insert_xml_fragment("body");
            body.push_back(&mut txn, XmlElementPrelim::empty("marquee"));
            txn.encode_update_v1()
        };
        ada.sends(&update).await.expect("it is no hostile frame");
        ada.saved().await.expect("it is kept");
        let refused = paper.newsroom.drafts().content(article).await.map_err(Error::into_app);
        let message = "content[1]: \"marquee\" cannot stand here";
        assert_eq!(refused, Err(AppError::invalid("body", message)));
        assert_eq!(paper.newsroom.drafts().sync(article).await.map_err(Error::into_app).err(), refused.err());
    })
    .await;
}
