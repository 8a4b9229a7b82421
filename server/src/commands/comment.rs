//! `redazione comment`.

use anyhow::Result;
use model::{CommentId, CommentState};
use newsroom::Newsroom;

use super::{OPERATOR, Out};
use crate::cli::{Comment, Comments};

/// Lists comments and decides on them.
pub(super) async fn comment(newsroom: &Newsroom, what: Comment, out: Out) -> Result<()> {
    match what {
        Comment::List { state, after, limit } => {
            let lines = newsroom.comments().lines(&OPERATOR, state, after.map(CommentId), limit).await?;
            out.say(&lines, |lines| {
                for line in lines {
                    println!(
                        "{}\t{}\t{}\t{}\t{}",
                        line.id,
                        line.state.as_str(),
                        line.article,
                        line.name,
                        line.body.replace('\n', " ")
                    );
                }
            })
        }
        Comment::Approve(comments) => decide(newsroom, &comments, CommentState::Approved, out).await,
        Comment::Reject(comments) => decide(newsroom, &comments, CommentState::Rejected, out).await,
        Comment::Spam(comments) => decide(newsroom, &comments, CommentState::Spam, out).await,
        Comment::Erase(Comments { ids }) => {
            for id in &ids {
                newsroom.comments().erase(&OPERATOR, CommentId(*id)).await?;
            }
            out.say(&serde_json::json!({ "erased": ids }), |_| println!("{} erased", ids.len()))
        }
    }
}

async fn decide(newsroom: &Newsroom, Comments { ids }: &Comments, state: CommentState, out: Out) -> Result<()> {
    for id in ids {
        newsroom.comments().decide(&OPERATOR, CommentId(*id), state).await?;
    }
    out.say(&serde_json::json!({ "state": state, "comments": ids }), |_| println!("{} {}", ids.len(), state.as_str()))
}
