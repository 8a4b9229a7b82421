//! From a flat list of comments to a thread.

use std::collections::HashMap;

use model::{Comment, CommentId};

/// A comment and what was answered to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thread {
    pub comment: Comment,
    pub replies: Vec<Thread>,
}

/// Below this depth replies stay in line: a narrow page has no room for more.
const DEEPEST: usize = 4;

/// Builds the threads of a page, oldest first at every level. A reply whose parent is not shown stands by itself;
/// replies deeper than a page has room for follow their ancestor in order.
pub(crate) fn threads(comments: Vec<Comment>) -> Vec<Thread> {
    let mut depths: HashMap<CommentId, usize> = HashMap::new();
    let mut anchors: HashMap<CommentId, CommentId> = HashMap::new();
    let mut below: HashMap<Option<CommentId>, Vec<Comment>> = HashMap::new();
    for comment in comments {
        let parent = comment.parent_id.filter(|parent| depths.contains_key(parent));
        let anchor = parent.map(|parent| if depths[&parent] < DEEPEST { parent } else { anchors[&parent] });
        depths.insert(comment.id, anchor.map_or(1, |anchor| depths[&anchor] + 1));
        anchors.insert(comment.id, anchor.unwrap_or(comment.id));
        below.entry(anchor).or_default().push(comment);
    }
    gather(None, &mut below)
}

/// Recursion is bounded by [`DEEPEST`].
fn gather(parent: Option<CommentId>, below: &mut HashMap<Option<CommentId>, Vec<Comment>>) -> Vec<Thread> {
    let comments = below.remove(&parent).unwrap_or_default();
    comments
        .into_iter()
        .map(|comment| {
            let replies = gather(Some(comment.id), below);
            Thread { comment, replies }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use model::Millis;

    use super::*;

    fn shape(threads: &[Thread]) -> String {
        let parts: Vec<String> = threads
            .iter()
            .map(|thread| match shape(&thread.replies) {
                replies if replies.is_empty() => thread.comment.id.to_string(),
                replies => format!("{}({replies})", thread.comment.id),
            })
            .collect();
        parts.join(" ")
    }

    #[track_caller]
    fn check(pairs: &[(i64, i64)], expected: &str) {
        let comments = pairs
            .iter()
            .map(|&(id, parent)| Comment {
                id: CommentId(id),
                parent_id: (parent != 0).then_some(CommentId(parent)),
                name: "Ada".to_owned(),
                body: "Sì.".to_owned(),
                posted_at: Millis(id),
            })
            .collect();
        assert_eq!(shape(&threads(comments)), expected);
    }

    #[test]
    fn replies_stand_under_what_they_answer() {
        check(&[(1, 0), (2, 1), (3, 0), (4, 2), (5, 1)], "1(2(4) 5) 3");
    }

    #[test]
    fn a_reply_whose_parent_is_not_shown_stands_by_itself() {
        check(&[(2, 1), (3, 2)], "2(3)");
    }

    #[test]
    fn a_thread_never_grows_narrower_than_a_page() {
        check(&[(1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5)], "1(2(3(4 5 6)))");
    }

    #[test]
    fn twenty_thousand_answers_in_a_row_are_no_trouble() {
        let chain: Vec<(i64, i64)> = (1..=20_000).map(|id| (id, id - 1)).collect();
        let comments = chain.len();
        let shape = {
            let comments = chain
                .iter()
                .map(|&(id, parent)| Comment {
                    id: CommentId(id),
                    parent_id: (parent != 0).then_some(CommentId(parent)),
                    name: String::new(),
                    body: String::new(),
                    posted_at: Millis(id),
                })
                .collect();
            shape(&threads(comments))
        };
        assert_eq!(shape.split([' ', '(']).count(), comments);
    }
}
