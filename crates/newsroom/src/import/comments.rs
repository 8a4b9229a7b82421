//! The comments that an article brings along, checked.

use std::collections::{BTreeMap, HashSet};

use jiff::Timestamp;
use model::{COMMENT_BODY_MAX, CommentState, EditionComment, Millis};

use super::report::Note;
use crate::comments::Imported;

const NAME_MAX: usize = 80;

/// What became of an article's comments on reading them.
#[derive(Default)]
pub(super) struct Thread {
    /// Those that can be kept, each after the one it answers.
    pub comments: Vec<Imported>,
    /// Why the others cannot.
    pub refused: Vec<Note>,
}

/// Checks an article's comments.
pub(super) fn read(comments: Vec<EditionComment>) -> Thread {
    let mut thread = Thread::default();
    for comment in comments {
        let reference = comment.reference.clone();
        match check(comment) {
            Ok(comment) => thread.comments.push(comment),
            Err(why) => {
                let message = format!("comment \"{reference}\": {why}; it was passed over");
                thread.refused.push(("comments".to_owned(), message));
            }
        }
    }
    thread.comments = parents_first(thread.comments);
    thread
}

fn check(comment: EditionComment) -> Result<Imported, String> {
    let (reference, name, body) = (comment.reference.trim(), comment.author.trim(), comment.text.trim());
    if reference.is_empty() {
        return Err("it has no ref".to_owned());
    }
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(format!("its author has no name of 1 to {NAME_MAX} characters"));
    }
    if body.is_empty() || body.chars().count() > COMMENT_BODY_MAX {
        return Err(format!("its text has not 1 to {COMMENT_BODY_MAX} characters"));
    }
    let state = CommentState::parse(&comment.state)
        .ok_or_else(|| format!("\"{}\" is not a state; approved, held, rejected and spam are", comment.state))?;
    let posted_at: Timestamp = comment
        .posted_at
        .parse()
        .map_err(|_| format!("\"{}\" is not a date as RFC 3339 writes it", comment.posted_at))?;
    Ok(Imported {
        reference: reference.to_owned(),
        parent: comment.parent.map(|parent| parent.trim().to_owned()).filter(|parent| !parent.is_empty()),
        name: name.to_owned(),
        email: comment.email.unwrap_or_default().trim().to_owned(),
        body: body.to_owned(),
        state,
        posted_at: Millis(posted_at.as_millisecond()),
    })
}

/// Puts every comment behind the one it answers. Those that answer each other in a ring come last.
fn parents_first(comments: Vec<Imported>) -> Vec<Imported> {
    let here: HashSet<String> = comments.iter().map(|comment| comment.reference.clone()).collect();
    let mut answers: BTreeMap<String, Vec<Imported>> = BTreeMap::new();
    let mut placed = Vec::with_capacity(comments.len());
    for comment in comments {
        match comment.parent.clone().filter(|parent| here.contains(parent)) {
            Some(parent) => answers.entry(parent).or_default().push(comment),
            None => placed.push(comment),
        }
    }
    let mut next = 0;
    while let Some(comment) = placed.get(next) {
        placed.extend(answers.remove(&comment.reference).unwrap_or_default());
        next += 1;
    }
    placed.extend(answers.into_values().flatten());
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comment(reference: &str, parent: Option<&str>) -> EditionComment {
        EditionComment {
            reference: reference.to_owned(),
            parent: parent.map(str::to_owned),
            author: "Ada".to_owned(),
            email: None,
            posted_at: "2024-05-01T10:00:00Z".to_owned(),
            text: "Grazie.".to_owned(),
            state: "approved".to_owned(),
        }
    }

    #[track_caller]
    fn check(comments: Vec<EditionComment>, expected: &[&str], refused: usize) {
        let thread = read(comments);
        let order: Vec<&str> = thread.comments.iter().map(|comment| comment.reference.as_str()).collect();
        assert_eq!(order, expected);
        assert_eq!(thread.refused.len(), refused, "{:?}", thread.refused);
    }

    #[test]
    fn an_answer_comes_after_what_it_answers() {
        check(vec![comment("c", Some("b")), comment("b", Some("a")), comment("a", None)], &["a", "b", "c"], 0);
        check(vec![comment("b", Some("elsewhere")), comment("a", None)], &["b", "a"], 0);
        check(vec![comment("a", Some("b")), comment("b", Some("a"))], &["b", "a"], 0);
    }

    #[test]
    fn a_comment_that_cannot_be_kept_is_passed_over_with_a_sentence() {
        let wrong = |change: fn(&mut EditionComment)| {
            let mut comment = comment("x", None);
            change(&mut comment);
            comment
        };
        check(vec![wrong(|comment| comment.state = "lost".to_owned()), comment("a", None)], &["a"], 1);
        check(vec![wrong(|comment| comment.posted_at = "ieri".to_owned())], &[], 1);
        check(vec![wrong(|comment| comment.author = " ".to_owned())], &[], 1);
        check(vec![wrong(|comment| comment.text = "è".repeat(COMMENT_BODY_MAX + 1))], &[], 1);
        check(vec![wrong(|comment| comment.reference.clear())], &[], 1);
    }
}
