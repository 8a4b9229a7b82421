use model::{Actor, AppError, ArticleId, DiffChange, Role, VersionDiff, VersionKind};
use sqlx::{AssertSqlSafe, Executor};

use crate::harness::Paper;

const PATH: &str = "/cronaca/il-mare/";

async fn publish(paper: &Paper, id: ArticleId, kind: &str, note: &str) {
    paper
        .newsroom
        .stories()
        .publish(&paper.account(1, Role::Editor).await, id, kind, note, true)
        .await
        .expect("it is published");
}

/// An article in three versions: the first, a misprint put right, a correction.
async fn three_versions(paper: &Paper) -> ArticleId {
    let id = paper.article("Il mare").saying("<p>Il mare era camlo.</p><p>Fine.</p>").published().await;
    paper.clock.advance(60_000);
    paper.article("Il mare").saying("<p>Il mare era calmo.</p><p>Fine.</p>").drafted().await;
    publish(paper, id, "misprint", "").await;
    paper.clock.advance(60_000);
    paper.article("Il mare").saying("<p>Il mare era mosso.</p><p>Fine.</p>").drafted().await;
    publish(paper, id, "correction", "Il mare non era calmo.").await;
    id
}

fn written(diff: &VersionDiff) -> Vec<String> {
    let piece = |change, text: &str| match change {
        DiffChange::Same => text.to_owned(),
        DiffChange::Added => format!("[+{text}+]"),
        DiffChange::Removed => format!("[-{text}-]"),
    };
    diff.parts.iter().map(|part| part.pieces.iter().map(|p| piece(p.change, &p.text)).collect::<String>()).collect()
}

#[tokio::test]
async fn readers_see_the_published_versions_and_what_changed() {
    Paper::each(|paper| async move {
        three_versions(&paper).await;
        let articles = paper.newsroom.articles();
        let history = articles.history(PATH).await.expect("it is read").expect("it is there");
        let kinds: Vec<_> = history.versions.iter().map(|version| (version.number, version.kind)).collect();
        assert_eq!(kinds, [(3, VersionKind::Correction), (2, VersionKind::Misprint), (1, VersionKind::First)]);
        assert_eq!(history.versions[0].note.as_deref(), Some("Il mare non era calmo."));
        assert!(history.versions.iter().all(|version| version.by.is_empty()), "who published is the desk's business");

        let second = articles.version(PATH, 2).await.expect("it is read").expect("it is there");
        assert_eq!(second.article.body.plain_text(), "Il mare era calmo.\n\nFine.");
        assert_eq!(second.latest, 3);
        let changes = second.changes.expect("there was one before");
        assert_eq!(written(&changes), ["Il mare era [-camlo-][+calmo+].", "Fine."]);
        let first = articles.version(PATH, 1).await.expect("it is read").expect("it is there");
        assert_eq!(first.changes, None);
        for number in [0, 4, -1, i64::MAX] {
            assert_eq!(articles.version(PATH, number).await.expect("it is read"), None, "{number}");
        }
        assert_eq!(articles.history("/cronaca/nulla/").await.expect("it is read"), None);
    })
    .await;
}

#[tokio::test]
async fn the_history_of_a_withdrawn_article_is_gone_with_it() {
    Paper::each(|paper| async move {
        let id = three_versions(&paper).await;
        let stories = paper.newsroom.stories();
        stories.withdraw(&Actor::Operator, id, "Ritirato su richiesta.").await.expect("it is withdrawn");
        let articles = paper.newsroom.articles();
        assert_eq!(articles.history(PATH).await.map_err(AppError::from), Err(AppError::Gone));
        assert_eq!(articles.version(PATH, 1).await.map_err(AppError::from), Err(AppError::Gone));
        assert_eq!(articles.corrections(1).await.expect("it is read").items, []);
        let line = articles.last_words("/cronaca/il-mare").await.expect("it is read");
        assert_eq!(line.as_deref(), Some("Ritirato su richiesta."));
        stories.withdraw(&Actor::Operator, id, "").await.expect("the line is changed");
        assert_eq!(articles.last_words(PATH).await.expect("it is read"), None);
    })
    .await;
}

#[tokio::test]
async fn corrections_of_all_articles_are_one_list_latest_first() {
    Paper::each(|paper| async move {
        let id = three_versions(&paper).await;
        paper.clock.advance(60_000);
        publish(&paper, id, "rectification", "Il Comune precisa.").await;
        let page = paper.newsroom.articles().corrections(1).await.expect("it is read");
        let told: Vec<_> = page.items.iter().map(|item| (item.version, item.kind, item.note.as_str())).collect();
        let expected = [
            (4, VersionKind::Rectification, "Il Comune precisa."),
            (3, VersionKind::Correction, "Il mare non era calmo."),
        ];
        assert_eq!(told, expected);
        assert_eq!((page.total, page.pages, page.items[0].path.as_str()), (2, 1, PATH));
        assert_eq!(paper.newsroom.articles().corrections(2).await.expect("it is read").items, []);
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!(article.notes.iter().map(|note| note.version).collect::<Vec<_>>(), [4, 3]);
    })
    .await;
}

#[tokio::test]
async fn the_desk_compares_any_two_versions_and_what_is_written_now() {
    Paper::each(|paper| async move {
        let id = three_versions(&paper).await;
        paper.article("Il mare").saying("<p>Il mare era in tempesta.</p><p>Fine.</p>").drafted().await;
        let stories = paper.newsroom.stories();
        let editor = paper.account(1, Role::Editor).await;
        let diff = async |from, to| stories.diff(&editor, id, from, to).await.map_err(AppError::from);
        let across = written(&diff(1, 3).await.expect("it is compared"));
        assert_eq!(across, ["Il mare era [-camlo-][+mosso+].", "Fine."]);
        let now = written(&diff(3, 0).await.expect("it is compared"));
        assert_eq!(now, ["Il mare era [-mosso-][+in tempesta+].", "Fine."]);
        assert_eq!(diff(1, 9).await, Err(AppError::NotFound));
        assert_eq!(diff(-1, 1).await, Err(AppError::NotFound));
    })
    .await;
}

#[tokio::test]
async fn an_older_version_in_an_open_draft_is_noted_with_the_words_themselves() {
    Paper::each(|paper| async move {
        let id = three_versions(&paper).await;
        let editor = paper.account(2, Role::Editor).await;
        drop(paper.newsroom.drafts().open(&editor, id).await.expect("an editor may"));
        let before = paper.newsroom.audit().list(&Actor::Operator, 0).await.expect("the operator may").len();
        paper.newsroom.stories().restore(&editor, id, 1).await.expect("it is restored");
        let noted = paper.newsroom.audit().list(&Actor::Operator, 0).await.expect("the operator may");
        assert_eq!(noted.len(), before + 1, "once");
        assert_eq!((noted[0].action.as_str(), noted[0].detail.as_str()), ("restore", "1"));
        let content = paper.newsroom.drafts().content(id).await.expect("the draft is whole");
        assert_eq!(content.body.plain_text(), "Il mare era camlo.\n\nFine.");
    })
    .await;
}

#[tokio::test]
async fn an_older_version_gives_its_words_back_and_is_published_as_a_new_one() {
    Paper::each(|paper| async move {
        let id = three_versions(&paper).await;
        let stories = paper.newsroom.stories();
        let editor = paper.account(2, Role::Editor).await;
        let story = stories.restore(&editor, id, 1).await.expect("it is restored");
        assert!(story.line.changed);
        assert_eq!(story.line.edited_by, "Persona 2");
        let noted = paper.newsroom.audit().list(&Actor::Operator, 0).await.expect("the operator may").remove(0);
        let (who, action) = (noted.who.as_str(), noted.action.as_str());
        assert_eq!(
            (who, action, noted.subject, noted.detail.as_str()),
            ("Persona 2", "restore", format!("article:{id}"), "1")
        );
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!(article.version, 3, "readers see nothing of it yet");
        publish(&paper, id, "correction", "Come prima.").await;
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!((article.version, article.body.plain_text().as_str()), (4, "Il mare era camlo.\n\nFine."));
        assert_eq!(stories.restore(&editor, id, 9).await.map_err(AppError::from), Err(AppError::NotFound));
        let refused = stories.restore(&paper.account(3, Role::Moderator).await, id, 1).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::Forbidden));
        assert_eq!(paper.newsroom.articles().verify().await.expect("it is checked"), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn one_changed_byte_anywhere_in_a_version_is_found_and_named() {
    Paper::each(|paper| async move {
        let id = three_versions(&paper).await;
        let mut database = paper.database().await;
        for (column, changed) in [
            ("content", "replace(content, 'calmo', 'calmi')"),
            ("content", "content || ' '"),
            ("kind", "'misprinT'"),
            ("note", "'.'"),
            ("published_at", "published_at + 1"),
            ("published_by", "published_by || ' '"),
            ("previous_hash", "'0' || substr(previous_hash, 1, 63)"),
            ("hash", "'0' || substr(hash, 1, 63)"),
        ] {
            let keep =
                format!("update article_versions set {column} = {changed} where article_id = {id} and number = 2");
            let before: Vec<String> = paper.newsroom.articles().verify().await.expect("it is checked");
            assert_eq!(before, Vec::<String>::new(), "{column}");
            database.execute("create table kept as select * from article_versions").await.expect("it is kept");
            database.execute(AssertSqlSafe(keep)).await.expect("it is changed");
            let faults = paper.newsroom.articles().verify().await.expect("it is checked");
            assert!(
                faults.iter().any(|fault| fault.starts_with(&format!("article {id}, version 2: "))),
                "{column}: {faults:?}"
            );
            database.execute("delete from article_versions").await.expect("it is emptied");
            database.execute("insert into article_versions select * from kept").await.expect("it is put back");
            database.execute("drop table kept").await.expect("it is dropped");
        }
    })
    .await;
}
