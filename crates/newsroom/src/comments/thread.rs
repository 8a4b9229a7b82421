//! Which comments hang from which.

use std::collections::HashMap;

use model::{Comment, CommentId, CommentState};

/// The approved ones among all comments of an article, in the order they come in, each below one that is shown too.
pub(super) fn shown(everything: Vec<(Comment, CommentState)>) -> Vec<Comment> {
    let above: HashMap<CommentId, (Option<CommentId>, CommentState)> =
        everything.iter().map(|(comment, state)| (comment.id, (comment.parent_id, *state))).collect();
    let approved = everything.into_iter().filter(|(_, state)| *state == CommentState::Approved);
    approved.map(|(comment, _)| Comment { parent_id: nearest(comment.parent_id, &above), ..comment }).collect()
}

/// The first approved comment on the way up. Every step leads to an older one, so there is an end.
fn nearest(
    from: Option<CommentId>,
    above: &HashMap<CommentId, (Option<CommentId>, CommentState)>,
) -> Option<CommentId> {
    let mut at = from;
    while let Some(id) = at {
        let (parent, state) = above.get(&id)?;
        if *state == CommentState::Approved {
            return at;
        }
        at = *parent;
    }
    None
}

#[cfg(test)]
mod tests {
    use model::Millis;

    use super::*;

    /// A thread as `(id, parent, approved)`, and what is shown of it as `(id, parent)`; 0 is no parent.
    #[track_caller]
    fn check(everything: &[(i64, i64, bool)], expected: &[(i64, i64)]) {
        let parent = |id: i64| (id != 0).then_some(CommentId(id));
        let comment = |id: i64, above: i64| Comment {
            id: CommentId(id),
            parent_id: parent(above),
            name: String::new(),
            body: String::new(),
            posted_at: Millis(id),
        };
        let state = |approved: bool| if approved { CommentState::Approved } else { CommentState::Spam };
        let everything =
            everything.iter().map(|(id, above, approved)| (comment(*id, *above), state(*approved))).collect();
        let expected: Vec<Comment> = expected.iter().map(|(id, above)| comment(*id, *above)).collect();
        assert_eq!(shown(everything), expected);
    }

    #[test]
    fn an_answer_hangs_from_the_nearest_comment_that_is_shown() {
        check(&[(1, 0, true), (2, 1, true), (3, 2, true)], &[(1, 0), (2, 1), (3, 2)]);
        check(&[(1, 0, true), (2, 1, false), (3, 2, false), (4, 3, true)], &[(1, 0), (4, 1)]);
        check(&[(1, 0, false), (2, 1, true), (3, 2, true)], &[(2, 0), (3, 2)]);
        check(&[(2, 0, false), (1, 0, true)], &[(1, 0)]);
    }
}
