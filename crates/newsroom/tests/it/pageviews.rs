use futures::future::join_all;
use model::{AppError, ArticleId};
use newsroom::{Error, Newsroom, Reader};
use sqlx::Row;

use crate::harness::{FIREFOX, Paper, reader};

async fn read(newsroom: &Newsroom, from: &Reader, article: ArticleId) -> i64 {
    newsroom.pageviews().record(from, article).await.expect("the reading is recorded")
}

async fn flush(newsroom: &Newsroom) {
    newsroom.pageviews().flush().await.expect("readings are written");
}

async fn count(newsroom: &Newsroom, article: ArticleId) -> i64 {
    newsroom.pageviews().count(article).await.expect("the article is on the site")
}

#[tokio::test]
async fn a_reader_counts_once_a_day() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").read_before(160).published().await;
        let other = paper.article("Chiude la piscina").published().await;
        assert_eq!(count(&paper.newsroom, article).await, 160);
        assert_eq!(read(&paper.newsroom, &reader(1), article).await, 161);
        assert_eq!(read(&paper.newsroom, &reader(1), article).await, 161, "before it is written");
        flush(&paper.newsroom).await;
        assert_eq!(read(&paper.newsroom, &reader(1), article).await, 161, "after it is written");
        assert_eq!(read(&paper.newsroom, &reader(2), article).await, 162);
        assert_eq!(read(&paper.newsroom, &reader(1), other).await, 1);
        flush(&paper.newsroom).await;
        flush(&paper.newsroom).await;
        assert_eq!(count(&paper.newsroom, article).await, 162);
        let page = paper.newsroom.articles().get(&model::Actor::Reader, article).await.expect("articles can be read");
        assert_eq!(page.expect("the article is on the site").views, 162);
    })
    .await;
}

#[tokio::test]
async fn the_day_ends_at_midnight_in_the_papers_zone() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let me = reader(1);
        // The last Sunday of March has 23 hours: from 00:00+01:00 to 24:00+02:00.
        paper.at("2026-03-28T23:59:59+01:00");
        assert_eq!(read(&paper.newsroom, &me, article).await, 1);
        paper.at("2026-03-29T00:00:00+01:00");
        assert_eq!(read(&paper.newsroom, &me, article).await, 2);
        flush(&paper.newsroom).await;
        paper.at("2026-03-29T23:59:59+02:00");
        assert_eq!(read(&paper.newsroom, &me, article).await, 2);
        flush(&paper.newsroom).await;
        paper.at("2026-03-30T00:00:00+02:00");
        assert_eq!(read(&paper.newsroom, &me, article).await, 3);
        flush(&paper.newsroom).await;
        assert_eq!(count(&paper.newsroom, article).await, 3);

        let rows = sqlx::query("select readings from view_days where article_id = $1 order by day").bind(article.0);
        let rows = rows.fetch_all(&mut paper.database().await).await.expect("days can be read");
        let readings: Vec<i64> = rows.iter().map(|row| row.try_get(0).expect("a number")).collect();
        assert_eq!(readings, [1, 1, 1]);
    })
    .await;
}

#[tokio::test]
async fn nothing_that_tells_readers_apart_outlives_the_day_for_long() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        read(&paper.newsroom, &reader(1), article).await;
        flush(&paper.newsroom).await;
        let mut database = paper.database().await;
        let mut left = async || {
            let marks =
                sqlx::query("select day from view_marks").fetch_all(&mut database).await.expect("marks can be read");
            let salts =
                sqlx::query("select day from view_salts").fetch_all(&mut database).await.expect("salts can be read");
            (marks.len(), salts.len())
        };
        assert_eq!(left().await, (1, 1));
        paper.at("2026-03-03T00:05:00+01:00");
        flush(&paper.newsroom).await;
        assert_eq!(left().await, (1, 1), "another node may still be writing");
        paper.at("2026-03-03T00:10:00+01:00");
        flush(&paper.newsroom).await;
        assert_eq!(left().await, (0, 0));
        assert_eq!(count(&paper.newsroom, article).await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_nodes_and_a_restart_count_a_reader_once() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let other = paper.another_node().await;
        read(&paper.newsroom, &reader(1), article).await;
        read(&other, &reader(1), article).await;
        read(&other, &reader(2), article).await;
        flush(&other).await;
        flush(&paper.newsroom).await;
        assert_eq!(count(&paper.newsroom, article).await, 2);
        assert_eq!(count(&other, article).await, 2);
        other.close().await.expect("the node closes");

        let restarted = paper.another_node().await;
        assert_eq!(read(&restarted, &reader(1), article).await, 2);
        assert_eq!(read(&restarted, &reader(3), article).await, 3);
        restarted.close().await.expect("the node closes");
        assert_eq!(count(&paper.newsroom, article).await, 3, "what waits is written on closing");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_are_exact_under_load_on_two_nodes() {
    const TASKS: u32 = 64;
    const READERS: u32 = 20;
    Paper::each(|paper| async move {
        let articles = [paper.article("Apre il porto").published().await, paper.article("Piove").published().await];
        let other = paper.another_node().await;
        // Every reader reads both articles by way of four tasks, on both nodes, while others write.
        let tasks = (0..TASKS).map(|task| {
            let newsroom = if task % 2 == 0 { paper.newsroom.clone() } else { other.clone() };
            tokio::spawn(async move {
                for number in 0..READERS {
                    for article in articles {
                        read(&newsroom, &reader(task / 4 * READERS + number), article).await;
                    }
                    if number == task % 16 {
                        flush(&newsroom).await;
                    }
                }
            })
        });
        for task in join_all(tasks).await {
            task.expect("the task ends");
        }
        flush(&paper.newsroom).await;
        flush(&other).await;
        for article in articles {
            assert_eq!(count(&paper.newsroom, article).await, i64::from(TASKS / 4 * READERS));
            assert_eq!(count(&other, article).await, i64::from(TASKS / 4 * READERS));
        }
        other.close().await.expect("the node closes");
    })
    .await;
}

#[tokio::test]
async fn who_shares_an_address_is_told_apart_by_browser_and_a_household_is_one_network() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile Safari/604.1";
        let newer = FIREFOX.replace("140.0", "141.0");
        let from = |address: &str, user_agent: &str| Reader {
            address: address.parse().expect("an address"),
            user_agent: user_agent.to_owned(),
        };
        assert_eq!(read(&paper.newsroom, &from("192.0.2.1", FIREFOX), article).await, 1);
        assert_eq!(read(&paper.newsroom, &from("192.0.2.1", &newer), article).await, 1);
        assert_eq!(read(&paper.newsroom, &from("192.0.2.1", safari), article).await, 2);
        assert_eq!(read(&paper.newsroom, &from("192.0.2.2", FIREFOX), article).await, 3);
        assert_eq!(read(&paper.newsroom, &from("2001:db8::1", FIREFOX), article).await, 4);
        assert_eq!(read(&paper.newsroom, &from("2001:db8::2", FIREFOX), article).await, 4);
        assert_eq!(read(&paper.newsroom, &from("2001:db8:0:1::1", FIREFOX), article).await, 5);
    })
    .await;
}

#[tokio::test]
async fn crawlers_are_answered_and_not_counted() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").read_before(7).published().await;
        for bot in ["", "curl/8.14.1", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"] {
            let bot = Reader { user_agent: bot.to_owned(), ..reader(1) };
            assert_eq!(read(&paper.newsroom, &bot, article).await, 7);
        }
        flush(&paper.newsroom).await;
        assert_eq!(count(&paper.newsroom, article).await, 7);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_on_the_site_has_no_readers() {
    Paper::each(|paper| async move {
        let draft = paper.article("Bozza").drafted().await;
        for article in [draft, ArticleId(9_999)] {
            let pageviews = paper.newsroom.pageviews();
            let recorded = pageviews.record(&reader(1), article).await.map_err(Error::into_app);
            assert_eq!(recorded, Err(AppError::NotFound));
            assert_eq!(pageviews.count(article).await.map_err(Error::into_app), Err(AppError::NotFound));
        }
    })
    .await;
}

#[tokio::test]
async fn readings_that_cannot_be_written_wait() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        read(&paper.newsroom, &reader(1), article).await;
        let mut database = paper.database().await;
        let mut tell = async |statement: &'static str| {
            sqlx::query(statement).execute(&mut database).await.expect("the table changes its name");
        };
        tell("alter table view_days rename to elsewhere").await;
        paper.newsroom.pageviews().flush().await.expect_err("there is no table to write to");
        assert_eq!(count(&paper.newsroom, article).await, 1);
        tell("alter table elsewhere rename to view_days").await;
        flush(&paper.newsroom).await;
        assert_eq!(count(&paper.newsroom, article).await, 1);
        assert_eq!(read(&paper.newsroom, &reader(1), article).await, 1);
    })
    .await;
}
