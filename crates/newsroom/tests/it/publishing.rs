use model::{Actor, AppError, ArticleId, VersionKind};
use newsroom::{ChangeKind, VersionNote};
use serde_json::json;
use sqlx::{AnyConnection, AssertSqlSafe, Executor, Row};

use crate::harness::{Paper, at};

const MINUTE: i64 = 60_000;

fn note(kind: VersionKind, note: &str) -> VersionNote {
    VersionNote { kind, note: Some(note.to_owned()).filter(|note| !note.is_empty()) }
}

async fn publish(paper: &Paper, id: ArticleId, note: VersionNote) -> Result<bool, AppError> {
    paper.newsroom.articles().publish(&Actor::Operator, id, note).await.map_err(AppError::from)
}

async fn version_of(paper: &Paper, id: ArticleId) -> i64 {
    let article = paper.newsroom.articles().get(&Actor::Operator, id).await.expect("it is read");
    article.expect("it was published").version
}

#[tokio::test]
async fn publishing_makes_a_draft_public_and_says_so_in_the_change_log() {
    Paper::each(|paper| async move {
        let id = paper.article("Il mare").tagged("mare").by("Anna").drafted().await;
        let before = paper.newsroom.changes().latest().await.expect("there are changes");
        paper.clock.advance(MINUTE);
        assert_eq!(publish(&paper, id, note(VersionKind::First, "")).await, Ok(true));
        let article = paper.newsroom.articles().read(&Actor::Reader, "/cronaca/il-mare/").await.expect("it is read");
        let article = article.expect("it is there");
        assert_eq!(
            (article.id, article.version, article.published_at, article.updated_at),
            (id, 1, paper.newsroom.now(), None)
        );
        assert_eq!((article.tags.len(), article.byline.len()), (1, 1));
        let changes = paper.newsroom.changes().since(before).await.expect("there are changes");
        assert_eq!(
            changes.iter().map(|change| (change.kind, change.subject)).collect::<Vec<_>>(),
            [(ChangeKind::Article, id.0), (ChangeKind::Story, id.0)]
        );
        assert_eq!(publish(&paper, id, note(VersionKind::First, "")).await, Ok(false), "there is nothing new to say");
        assert_eq!(version_of(&paper, id).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_later_version_says_why_and_the_first_date_stays() {
    Paper::each(|paper| async move {
        let first = paper.newsroom.now();
        let id = paper.article("Il mare").published().await;
        paper.clock.advance(MINUTE);
        paper.article("Il mare").saying("<p>Il mare è calmo.</p>").drafted().await;
        for (kind, words, field) in [
            (VersionKind::First, "", "kind"),
            (VersionKind::Correction, "", "note"),
            (VersionKind::Update, " \n", "note"),
        ] {
            let refused = publish(&paper, id, note(kind, words)).await;
            assert!(
                matches!(refused, Err(AppError::Invalid { field: ref wrong, .. }) if wrong == field),
                "{refused:?}"
            );
        }
        assert_eq!(publish(&paper, id, note(VersionKind::Misprint, "")).await, Ok(true));
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!((article.version, article.published_at, article.updated_at), (2, first, None));

        paper.article("Il mare").saying("<p>Il mare era calmo.</p>").drafted().await;
        let words = "Una prima versione diceva che il mare è calmo.";
        assert_eq!(publish(&paper, id, note(VersionKind::Correction, words)).await, Ok(true));
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!((article.version, article.published_at, article.updated_at), (3, first, Some(paper.newsroom.now())));
        assert_eq!(article.body.plain_text().trim(), "Il mare era calmo.");
        assert_eq!(article.excerpt, "Il mare era calmo.");
    })
    .await;
}

#[tokio::test]
async fn what_is_being_written_is_not_read_until_it_is_published() {
    Paper::each(|paper| async move {
        let id = paper.article("Il mare").saying("<p>Uno.</p>").published().await;
        paper.article("Il mare").saying("<p>Due.</p>").tagged("mare").in_section("Esteri").drafted().await;
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!((article.body.plain_text().trim(), article.tags.len()), ("Uno.", 0));
        assert_eq!(article.section.name, "Cronaca");
        let card = &paper.newsroom.articles().latest(1).await.expect("it is listed")[0];
        assert_eq!((card.excerpt.as_str(), card.section.name.as_str()), ("Uno.", "Cronaca"));

        let draft = paper.article("Bozza").saying("<p>Uno.</p>").drafted().await;
        paper.article("Bozza").saying("<p>Due.</p>").in_section("Esteri").drafted().await;
        assert_eq!(publish(&paper, draft, note(VersionKind::First, "")).await, Ok(true));
        assert_eq!(
            paper.newsroom.articles().path_of(draft).await.expect("it is read").as_deref(),
            Some("/esteri/bozza/")
        );
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_article_leaves_the_site_and_comes_back_as_it_was() {
    Paper::each(|paper| async move {
        let articles = paper.newsroom.articles();
        let first = paper.newsroom.now();
        let id = paper.article("Il mare").published().await;
        paper.clock.advance(MINUTE);
        assert_eq!(articles.withdraw(&Actor::Operator, id).await.map_err(AppError::from), Ok(true));
        assert_eq!(articles.withdraw(&Actor::Operator, id).await.map_err(AppError::from), Ok(false));
        assert_eq!(articles.latest(10).await.expect("it is listed"), []);
        let again = paper.article("Il mare").published().await;
        assert_eq!((again, articles.path_of(id).await.expect("it is read")), (id, None), "an import puts nothing back");

        assert_eq!(publish(&paper, id, note(VersionKind::First, "")).await, Ok(true));
        let article = articles.get(&Actor::Reader, id).await.expect("it is read").expect("it is back");
        assert_eq!((article.version, article.published_at), (1, first));
        assert_eq!(articles.latest(10).await.expect("it is listed").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_the_paper_publishes_and_withdraws_and_only_what_is_there() {
    Paper::each(|paper| async move {
        let articles = paper.newsroom.articles();
        let id = paper.article("Il mare").drafted().await;
        let refused = articles.publish(&Actor::Reader, id, note(VersionKind::First, "")).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::SignInRequired));
        let refused = articles.withdraw(&Actor::Reader, id).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::SignInRequired));
        assert_eq!(publish(&paper, ArticleId(99), note(VersionKind::First, "")).await, Err(AppError::NotFound));
        let refused = articles.withdraw(&Actor::Operator, ArticleId(99)).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::NotFound));
        let refused = articles.withdraw(&Actor::Operator, id).await.map_err(AppError::from);
        assert!(matches!(refused, Err(AppError::Conflict { .. })), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn translations_find_each_other_whichever_comes_first() {
    Paper::each(|paper| async move {
        let line = |reference: &str, lang: &str, original: Option<&str>| {
            json!({"ref": reference, "lang": lang, "headline": reference, "section": "Cronaca",
                   "html": "<p>Uno.</p>", "translation_of": original})
            .to_string()
        };
        let lines = [
            line("the-sea", "en", Some("il-mare")),
            line("il-mare", "it", None),
            line("la-mer", "fr", Some("the-sea")),
        ];
        paper.import(&lines.join("\n")).await;
        let articles = paper.newsroom.articles();
        let read =
            async |path: &str| articles.read(&Actor::Reader, path).await.expect("it is read").expect("it is there");
        let original = read("/cronaca/il-mare/").await;
        let langs: Vec<_> =
            original.translations.iter().map(|other| (other.lang.as_str(), other.path.as_str())).collect();
        assert_eq!(langs, [("en", "/cronaca/the-sea/"), ("fr", "/cronaca/la-mer/")]);
        let english = read("/cronaca/the-sea/").await;
        assert_eq!(english.translations.iter().map(|other| other.lang.as_str()).collect::<Vec<_>>(), ["fr", "it"]);

        let before = paper.newsroom.changes().latest().await.expect("there are changes");
        articles.withdraw(&Actor::Operator, english.id).await.expect("it is withdrawn");
        assert_eq!(read("/cronaca/il-mare/").await.translations.len(), 1);
        let changes = paper.newsroom.changes().since(before).await.expect("there are changes");
        assert!(changes.iter().any(|change| change.subject == original.id.0), "the page that linked to it changed too");
    })
    .await;
}

#[tokio::test]
async fn an_original_that_comes_in_a_later_import_is_found_when_the_translation_comes_again() {
    Paper::each(|paper| async move {
        let english = json!({"ref": "sea", "lang": "en", "headline": "The sea", "section": "Cronaca",
                             "html": "<p>One.</p>", "translation_of": "mare"})
        .to_string();
        let italian =
            json!({"ref": "mare", "lang": "it", "headline": "Il mare", "section": "Cronaca", "html": "<p>Uno.</p>"})
                .to_string();
        paper.import(&english).await;
        paper.import(&italian).await;
        let before = paper.newsroom.changes().latest().await.expect("there are changes");
        paper.import(&english).await;
        let article = paper.newsroom.articles().read(&Actor::Reader, "/cronaca/il-mare/").await.expect("it is read");
        assert_eq!(article.expect("it is there").translations.len(), 1);
        assert_eq!(paper.newsroom.changes().since(before).await.expect("there are changes").len(), 2);
    })
    .await;
}

async fn tamper(paper: &Paper, statement: &str) {
    let mut database: AnyConnection = paper.database().await;
    database.execute(AssertSqlSafe(statement.to_owned())).await.expect("the row is changed");
}

#[tokio::test]
async fn the_chain_of_versions_tells_what_was_tampered_with() {
    Paper::each(|paper| async move {
        let articles = paper.newsroom.articles();
        paper.article("Vecchio").dated("2020-01-01T00:00:00Z").published().await;
        let id = paper.article("Il mare").saying("<p>Uno.</p>").published().await;
        paper.article("Il mare").saying("<p>Due.</p>").published().await;
        paper.article("Il mare").saying("<p>Tre.</p>").published().await;
        assert_eq!(articles.verify().await.expect("it is checked"), Vec::<String>::new());

        let check = async |statement: String, undo: String, faults: &[String]| {
            tamper(&paper, &statement).await;
            assert_eq!(articles.verify().await.expect("it is checked"), faults, "{statement}");
            tamper(&paper, &undo).await;
        };
        let of = |number: i64| format!("where article_id = {id} and number = {number}");
        check(
            format!("update article_versions set content = replace(content, 'Due', 'Sei') {}", of(2)),
            format!("update article_versions set content = replace(content, 'Sei', 'Due') {}", of(2)),
            &[format!("article {id}, version 2: what is stored is not what was published")],
        )
        .await;
        check(
            format!("update article_versions set number = 4 {}", of(3)),
            format!("update article_versions set number = 3 {}", of(4)),
            &[
                format!("article {id}, version 4: version 3 is missing before it"),
                format!("article {id}, version 4: what is stored is not what was published"),
                format!("article {id}: its latest version, 3, is not the last of its chain"),
            ],
        )
        .await;
        check(
            format!("update articles set version = 2 where id = {id}"),
            format!("update articles set version = 3 where id = {id}"),
            &[format!("article {id}: its latest version, 2, is not the last of its chain")],
        )
        .await;
        tamper(&paper, &format!("delete from article_versions {}", of(2))).await;
        let faults = articles.verify().await.expect("it is checked");
        assert_eq!(
            faults,
            [
                format!("article {id}, version 3: version 2 is missing before it"),
                format!("article {id}, version 3: it does not follow the version before it"),
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn anybody_can_work_out_the_hash_of_a_version() {
    Paper::each(|paper| async move {
        let id = paper.article("Il mare").dated("2023-09-04T08:00:00+02:00").published().await;
        let mut database = paper.database().await;
        let row = sqlx::query("select content, previous_hash, hash from article_versions where article_id = $1")
            .bind(id.0)
            .fetch_one(&mut database)
            .await
            .expect("the version is there");
        let (content, previous, hash): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        assert_eq!(previous, "0".repeat(64));
        let mut hasher = blake3::Hasher::new();
        hasher.update(previous.as_bytes());
        let (article, at) = (id.to_string(), at("2023-09-04T08:00:00+02:00").0.to_string());
        for field in [article.as_str(), "1", "first", "", &at, "import", &content] {
            hasher.update(&(field.len() as u64).to_le_bytes());
            hasher.update(field.as_bytes());
        }
        assert_eq!(hash, hasher.finalize().to_hex().as_str());
    })
    .await;
}
