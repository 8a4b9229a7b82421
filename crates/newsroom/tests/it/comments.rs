use futures::future::join_all;
use model::{Actor, AppError, ArticleId, Comment, CommentId, CommentPosted, CommentState, EditionComment, NewComment};
use newsroom::{ChangeKind, Error, Newsroom, Reader};

use crate::harness::{Paper, reader};

const DESK: Actor = Actor::Operator;

fn saying(article: ArticleId, body: &str) -> NewComment {
    let key: String = body.chars().filter(char::is_ascii_alphanumeric).collect();
    NewComment::parse(article, "", "Ada", "ada@example.it", body, &key).expect("a comment as it should be")
}

fn answering(parent: CommentId, new: NewComment) -> NewComment {
    NewComment { parent_id: Some(parent), ..new }
}

fn brought(reference: &str, parent: Option<&str>, state: &str) -> EditionComment {
    EditionComment {
        reference: reference.to_owned(),
        parent: parent.map(str::to_owned),
        author: "Bruno".to_owned(),
        email: Some("bruno@example.it".to_owned()),
        posted_at: format!("2026-02-01T10:00:0{}Z", reference.len()),
        text: format!("Dico {reference}."),
        state: state.to_owned(),
    }
}

async fn post(newsroom: &Newsroom, from: &Reader, new: NewComment) -> Result<CommentPosted, AppError> {
    newsroom.comments().post(&Actor::Reader, from, new).await.map_err(Error::into_app)
}

/// Posts a comment from somewhere of its own, and approves it.
async fn approved(paper: &Paper, new: NewComment) -> CommentId {
    let posted = paper.newsroom.comments().post(&DESK, &reader(1), new).await.expect("it is taken in");
    paper.newsroom.comments().decide(&DESK, posted.id, CommentState::Approved).await.expect("it is there");
    posted.id
}

async fn shown(paper: &Paper, article: ArticleId) -> Vec<Comment> {
    paper.newsroom.comments().list(article).await.expect("comments can be listed")
}

/// The comments as `body < body it answers`.
async fn thread(paper: &Paper, article: ArticleId) -> Vec<String> {
    let comments = shown(paper, article).await;
    let body = |id: CommentId| comments.iter().find(|comment| comment.id == id).map_or("?", |comment| &comment.body);
    let line = |comment: &Comment| match comment.parent_id {
        Some(parent) => format!("{} < {}", comment.body, body(parent)),
        None => comment.body.clone(),
    };
    comments.iter().map(line).collect()
}

/// How many comments the article's page says it has.
async fn counted(paper: &Paper, article: ArticleId) -> i64 {
    let article = paper.newsroom.articles().get(&DESK, article).await.expect("articles can be read");
    article.expect("the article is there").comments
}

#[tokio::test]
async fn a_comment_waits_until_it_is_approved() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let posted = post(&paper.newsroom, &reader(1), saying(article, "Finalmente!")).await.expect("it is taken in");
        assert_eq!(posted.state, CommentState::Held);
        assert_eq!(shown(&paper, article).await, []);
        assert_eq!(counted(&paper, article).await, 0);

        let before = paper.newsroom.changes().latest().await.expect("the log can be read");
        paper.newsroom.comments().decide(&DESK, posted.id, CommentState::Approved).await.expect("it is there");
        let comment = Comment {
            id: posted.id,
            parent_id: None,
            name: "Ada".to_owned(),
            body: "Finalmente!".to_owned(),
            posted_at: paper.clock.now(),
        };
        assert_eq!(shown(&paper, article).await, [comment]);
        assert_eq!(counted(&paper, article).await, 1);
        let changes = paper.newsroom.changes().since(before).await.expect("the log can be read");
        assert_eq!(
            changes.iter().map(|it| (it.kind, it.subject)).collect::<Vec<_>>(),
            [(ChangeKind::Comments, article.0)]
        );

        paper.newsroom.comments().decide(&DESK, posted.id, CommentState::Spam).await.expect("it is there");
        assert_eq!(shown(&paper, article).await, []);
        assert_eq!(counted(&paper, article).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_readers_do_not_see_leaves_the_change_log_alone() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let posted = post(&paper.newsroom, &reader(1), saying(article, "Compra!")).await.expect("it is taken in");
        let before = paper.newsroom.changes().latest().await.expect("the log can be read");
        paper.newsroom.comments().decide(&DESK, posted.id, CommentState::Spam).await.expect("it is there");
        paper.newsroom.comments().decide(&DESK, posted.id, CommentState::Rejected).await.expect("it is there");
        assert_eq!(paper.newsroom.changes().latest().await.expect("the log can be read"), before);
    })
    .await;
}

#[tokio::test]
async fn posting_twice_with_one_key_is_one_comment() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let first = post(&paper.newsroom, &reader(1), saying(article, "Bene")).await.expect("it is taken in");
        for _ in 0..10 {
            assert_eq!(post(&paper.newsroom, &reader(1), saying(article, "Bene")).await, Ok(first.clone()));
        }
        paper.newsroom.comments().decide(&DESK, first.id, CommentState::Approved).await.expect("it is there");
        let again = post(&paper.newsroom, &reader(1), saying(article, "Bene")).await.expect("it was taken in");
        assert_eq!(again, CommentPosted { id: first.id, state: CommentState::Approved });

        let other = NewComment { body: "Male".to_owned(), ..saying(article, "Bene") };
        let conflict = AppError::Conflict { message: "comment-conflict".to_owned() };
        assert_eq!(post(&paper.newsroom, &reader(1), other).await, Err(conflict));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn posting_on_two_nodes_at_once_with_one_key_is_one_comment() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let other = paper.another_node().await;
        let posts = (0..32).map(|number| {
            let newsroom = if number % 2 == 0 { paper.newsroom.clone() } else { other.clone() };
            tokio::spawn(async move { post(&newsroom, &reader(1), saying(article, "Bene")).await })
        });
        let posted: Vec<CommentPosted> = join_all(posts)
            .await
            .into_iter()
            .map(|task| task.expect("the task ends").expect("it is taken in"))
            .collect();
        assert!(posted.iter().all(|one| *one == posted[0]), "{posted:?}");
        let lines = paper.newsroom.comments().lines(&DESK, None, None, 100).await.expect("comments can be listed");
        assert_eq!(lines.len(), 1);
        other.close().await.expect("the node closes");
    })
    .await;
}

#[tokio::test]
async fn a_comment_goes_below_an_article_and_an_answer_below_a_comment_that_readers_see() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let elsewhere = paper.article("Chiude la piscina").published().await;
        let draft = paper.article("Bozza").drafted().await;
        let held = post(&paper.newsroom, &reader(1), saying(article, "In attesa")).await.expect("it is taken in").id;
        let other = approved(&paper, saying(elsewhere, "Altrove")).await;
        let seen = approved(&paper, saying(article, "Visibile")).await;

        for nowhere in [draft, ArticleId(9_999)] {
            assert_eq!(post(&paper.newsroom, &reader(2), saying(nowhere, "Qui?")).await, Err(AppError::NotFound));
        }
        for parent in [held, other, CommentId(9_999)] {
            let refused = post(&paper.newsroom, &reader(2), answering(parent, saying(article, "No"))).await;
            assert_eq!(refused, Err(AppError::invalid("parent_id", "comment-parent-unknown")));
        }
        approved(&paper, answering(seen, saying(article, "Risposta"))).await;
        assert_eq!(thread(&paper, article).await, ["Visibile", "Risposta < Visibile"]);

        paper.newsroom.comments().decide(&DESK, seen, CommentState::Rejected).await.expect("it is there");
        assert_eq!(thread(&paper, article).await, ["Risposta"]);
    })
    .await;
}

#[tokio::test]
async fn who_comments_too_often_is_told_when_to_come_back() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let household = |host: u16| Reader {
            address: format!("2001:db8:0:1::{host}").parse().expect("an address"),
            user_agent: String::new(),
        };
        for number in 1..=3 {
            post(&paper.newsroom, &household(number), saying(article, &format!("n{number}")))
                .await
                .expect("three at once");
        }
        let fourth = async || post(&paper.newsroom, &household(4), saying(article, "n4")).await;
        assert_eq!(fourth().await, Err(AppError::TooMany { retry_after: 15 }));
        post(&paper.newsroom, &household(4), saying(article, "n1")).await.expect("a retry is not refused");
        post(&paper.newsroom, &reader(1), saying(article, "altri")).await.expect("others may");

        paper.clock.advance(14_001);
        assert_eq!(fourth().await, Err(AppError::TooMany { retry_after: 1 }));
        paper.clock.advance(999);
        fourth().await.expect("the time is over");
    })
    .await;
}

#[tokio::test]
async fn only_a_moderator_decides() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let id = approved(&paper, saying(article, "Bene")).await;
        let comments = paper.newsroom.comments();
        let forbidden =
            |outcome: newsroom::Result<()>| assert_eq!(outcome.map_err(Error::into_app), Err(AppError::Forbidden));
        forbidden(comments.decide(&Actor::Reader, id, CommentState::Spam).await);
        forbidden(comments.erase(&Actor::Reader, id).await);
        forbidden(comments.lines(&Actor::Reader, None, None, 1).await.map(drop));

        let missing =
            |outcome: newsroom::Result<()>| assert_eq!(outcome.map_err(Error::into_app), Err(AppError::NotFound));
        missing(comments.decide(&DESK, CommentId(9_999), CommentState::Spam).await);
        missing(comments.erase(&DESK, CommentId(9_999)).await);
        assert_eq!(thread(&paper, article).await, ["Bene"]);
    })
    .await;
}

#[tokio::test]
async fn erasing_takes_the_words_and_leaves_the_thread_readable() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let first = approved(&paper, saying(article, "Nome e cognome")).await;
        let answer = approved(&paper, answering(first, saying(article, "Chi?"))).await;

        paper.newsroom.comments().erase(&DESK, first).await.expect("it is there");
        let kept = shown(&paper, article).await;
        assert_eq!(
            kept.iter().map(|it| (it.name.as_str(), it.body.as_str())).collect::<Vec<_>>(),
            [("", ""), ("Ada", "Chi?")]
        );
        assert_eq!(kept[1].parent_id, Some(first));
        assert_eq!(counted(&paper, article).await, 1);
        let refused = post(&paper.newsroom, &reader(2), answering(first, saying(article, "Anch'io"))).await;
        assert_eq!(refused, Err(AppError::invalid("parent_id", "comment-parent-unknown")));

        paper.newsroom.comments().erase(&DESK, answer).await.expect("it is there");
        let left = paper.newsroom.comments().lines(&DESK, None, None, 10).await.expect("comments can be listed");
        assert_eq!(left.iter().map(|line| line.id).collect::<Vec<_>>(), [first]);
        assert_eq!(counted(&paper, article).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_import_brings_threads_along_and_changes_nothing_the_second_time() {
    Paper::each(|paper| async move {
        let story = || {
            let story = paper.article("Apre il porto");
            let story = story.with_comment(brought("ccc", Some("bb"), "approved"));
            story.with_comment(brought("a", None, "approved")).with_comment(brought("bb", Some("a"), "held"))
        };
        let article = story().published().await;
        assert_eq!(thread(&paper, article).await, ["Dico a.", "Dico ccc. < Dico a."]);
        assert_eq!(counted(&paper, article).await, 2);

        let held = paper.newsroom.comments().lines(&DESK, Some(CommentState::Held), None, 10).await;
        let held = held.expect("comments can be listed")[0].id;
        paper.newsroom.comments().decide(&DESK, held, CommentState::Approved).await.expect("it is there");
        let before = paper.newsroom.changes().latest().await.expect("the log can be read");
        story().published().await;
        let thread_of_three = ["Dico a.", "Dico bb. < Dico a.", "Dico ccc. < Dico bb."];
        assert_eq!(thread(&paper, article).await, thread_of_three, "what was decided here stays decided");
        assert_eq!(paper.newsroom.changes().latest().await.expect("the log can be read"), before);

        let edited = EditionComment { text: "Dico altro.".to_owned(), ..brought("a", None, "approved") };
        paper.article("Apre il porto").with_comment(edited).published().await;
        assert_eq!(thread(&paper, article).await[0], "Dico altro.");
    })
    .await;
}

#[tokio::test]
async fn comments_that_answer_each_other_in_a_ring_are_still_a_thread() {
    Paper::each(|paper| async move {
        let ring = || {
            let story = paper.article("Apre il porto").with_comment(brought("a", Some("bb"), "approved"));
            story.with_comment(brought("bb", Some("a"), "approved"))
        };
        let article = ring().published().await;
        let first = thread(&paper, article).await;
        assert!(first == ["Dico a.", "Dico bb. < Dico a."] || first == ["Dico a. < Dico bb.", "Dico bb."], "{first:?}");
        ring().published().await;
        assert_eq!(thread(&paper, article).await, first);
    })
    .await;
}

#[tokio::test]
async fn an_erased_comment_does_not_come_back_with_the_next_import() {
    Paper::each(|paper| async move {
        let story = || paper.article("Apre il porto").with_comment(brought("a", None, "approved"));
        let article = story().published().await;
        let id = shown(&paper, article).await[0].id;
        paper.newsroom.comments().erase(&DESK, id).await.expect("it is there");
        story().published().await;
        assert_eq!(shown(&paper, article).await, []);
        assert_eq!(counted(&paper, article).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_moderators_list_tells_what_scripts_need_and_no_address() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").published().await;
        let first = post(&paper.newsroom, &reader(1), saying(article, "Uno")).await.expect("it is taken in").id;
        let second = approved(&paper, saying(article, "Due")).await;

        let comments = paper.newsroom.comments();
        let held = comments.lines(&DESK, Some(CommentState::Held), None, 10).await.expect("comments can be listed");
        let expected = serde_json::json!([{
            "id": first,
            "article": "/cronaca/apre-il-porto/",
            "name": "Ada",
            "state": "held",
            "body": "Uno",
            "posted_at": "2026-03-02T08:00:00Z",
        }]);
        assert_eq!(serde_json::to_value(held).expect("lines are plain data"), expected);

        let ids = async |after, limit| {
            let lines = comments.lines(&DESK, None, after, limit).await.expect("comments can be listed");
            lines.iter().map(|line| line.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(None, 10).await, [first, second]);
        assert_eq!(ids(None, 1).await, [first]);
        assert_eq!(ids(Some(first), 10).await, [second]);
    })
    .await;
}
