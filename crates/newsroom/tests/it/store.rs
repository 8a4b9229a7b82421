use newsroom::{Clock, Config, Newsroom, OpenError};

use crate::harness::Paper;

async fn refused(config: Config) -> OpenError {
    Newsroom::open(config).await.expect_err("it does not open")
}

/// Whoever starts the program reads one line.
#[track_caller]
fn check_sentence(why: &OpenError, beginning: &str) {
    let sentence = why.to_string();
    assert!(sentence.starts_with(beginning) && !sentence.contains('\n'), "{sentence}");
}

#[tokio::test]
async fn a_paper_that_is_opened_again_is_the_same() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let again = paper.another_node().await;
        let latest = again.articles().latest(5).await.expect("articles can be listed");
        assert_eq!(latest.iter().map(|card| card.id).collect::<Vec<_>>(), [article]);
        again.close().await.expect("the node closes");
    })
    .await;
}

#[tokio::test]
async fn data_of_a_newer_version_is_left_alone() {
    Paper::each(|paper| async move {
        let later = sqlx::query(
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
             select 9999, 'later', success, checksum, execution_time from _sqlx_migrations where version = 1",
        );
        later.execute(&mut paper.database().await).await.expect("a migration is noted");
        let why = refused(paper.config.clone()).await;
        assert!(matches!(why, OpenError::Newer { migration: 9_999, .. }), "{why:?}");
        check_sentence(&why, "the data in ");
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_is_none_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").expect("a file is written");
    let why = refused(Config {
        data: file.join("data"),
        database_url: None,
        clock: Clock::system(),
        base_url: String::new(),
        mail: None,
    })
    .await;
    assert!(matches!(why, OpenError::Folder { .. }), "{why:?}");
    check_sentence(&why, "the data folder ");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("redazione.db"), "no database ".repeat(100)).expect("a file is written");
    let why = refused(Config {
        data: folder.path().to_owned(),
        database_url: None,
        clock: Clock::system(),
        base_url: String::new(),
        mail: None,
    })
    .await;
    assert!(matches!(why, OpenError::Database { .. }), "{why:?}");
    check_sentence(&why, "the database ");
}

#[tokio::test]
async fn a_database_address_is_named_without_its_password() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database_url = Some("postgres://paper:segreto@127.0.0.1:1/paper?sslmode=perhaps".to_owned());
    let why = refused(Config {
        data: folder.path().to_owned(),
        database_url,
        clock: Clock::system(),
        base_url: String::new(),
        mail: None,
    })
    .await;
    check_sentence(&why, "the database postgres://127.0.0.1:1/paper");
    assert!(!why.to_string().contains("segreto"), "{why}");
}
