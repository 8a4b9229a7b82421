//! The comments under an article.

use leptos::prelude::*;
use model::{ArticleId, Comment, CommentId};

use super::thread::{Thread, threads};
use super::{Discussion, FormState, FormWords, Outcome};
use crate::context::{comment_draft, page_request};
use crate::errors::sentence;
use crate::i18n::{t, t_with};
use crate::{dates, paths};

/// The thread, and the form that adds to it.
#[component]
pub(crate) fn Comments(article: ArticleId, path: String, comments: Vec<Comment>) -> impl IntoView {
    let count = t_with("comments-count", [("count", comments.len().into())]);
    let state = form_state(&comments);
    let thread = if comments.is_empty() {
        view! { <p class="notice notice--empty">{t("comments-empty")}</p> }.into_any()
    } else {
        let items = threads(comments).into_iter().map(|thread| item(thread, &path)).collect_view();
        view! { <ol class="comments__list">{items}</ol> }.into_any()
    };
    view! {
        <section class="comments" id="comments" aria-labelledby="comments-title">
            <div class="heading"><h2 class="heading__title" id="comments-title">{count}</h2></div>
            <Discussion article_id=article.0 action=paths::POST_COMMENT.to_owned() words=form_words(&path) state>{thread}</Discussion>
        </section>
    }
}

fn item(thread: Thread, path: &str) -> AnyView {
    let Thread { comment, replies } = thread;
    let name = comment.name.clone();
    let anchor = paths::comment_anchor(comment.id);
    let paragraphs = comment.body.split("\n\n").filter(|text| !text.trim().is_empty()).map(paragraph).collect_view();
    let replies: Vec<AnyView> = replies.into_iter().map(|reply| item(reply, path)).collect();
    view! {
        <li>
            <article class="comment" id=anchor.clone() aria-label=t_with("comment-by", [("name", name.as_str().into())])>
                <header class="comment__header">
                    <span class="comment__name">{name.clone()}</span>
                    " "
                    <a href=format!("#{anchor}")>
                        <time datetime=dates::machine(comment.posted_at)>{dates::date_and_hour(comment.posted_at)}</time>
                    </a>
                </header>
                <div class="comment__body">{paragraphs}</div>
                <div class="comment__actions">
                    <a
                        href=paths::reply(path, comment.id)
                        rel="nofollow"
                        data-reply-to=comment.id.0.to_string()
                        data-reply-name=name.clone()
                        aria-label=t_with("comment-reply-to", [("name", name.as_str().into())])
                    >
                        {t("comment-reply")}
                    </a>
                </div>
            </article>
            {(!replies.is_empty()).then(|| view! { <ol class="comment__replies">{replies}</ol> })}
        </li>
    }
    .into_any()
}

/// A paragraph of plain text, with its line breaks, and addresses that can be followed.
fn paragraph(text: &str) -> impl IntoView + use<> {
    let lines = text.trim_matches('\n').split('\n').enumerate().map(|(at, line)| {
        view! { {(at > 0).then(|| view! { <br/> })} {linked(line)} }
    });
    view! { <p>{lines.collect_view()}</p> }
}

/// A line of text, its addresses as links that search engines are told not to follow.
fn linked(line: &str) -> Vec<AnyView> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    for word in line.split_inclusive(' ') {
        let address = word.trim_end_matches([' ', '.', ',', ';', ':', '!', '?', ')', '»', '"']);
        let followed = address.starts_with("https://") || address.starts_with("http://");
        let Some(href) = document::safe_url(address).filter(|_| followed) else {
            text.push_str(word);
            continue;
        };
        pieces.push(std::mem::take(&mut text).into_any());
        pieces.push(view! { <a href=href rel="nofollow ugc noopener">{address.to_owned()}</a> }.into_any());
        text.push_str(&word[address.len()..]);
    }
    pieces.push(text.into_any());
    pieces
}

/// How the form stands: as it was sent and refused, set to answer somebody, told that it is held, or empty.
fn form_state(comments: &[Comment]) -> FormState {
    let reply_to = |id: CommentId| {
        comments.iter().find(|comment| comment.id == id).map(|comment| (comment.id.0, comment.name.clone()))
    };
    if let Some(draft) = comment_draft() {
        let outcome = match &draft.refused {
            Some(error) => {
                let field = match error {
                    model::AppError::Invalid { field, .. } => field.clone(),
                    _ => String::new(),
                };
                Outcome::Refused(field, sentence(error))
            }
            None => Outcome::None,
        };
        let reply = draft.parent().and_then(reply_to);
        return FormState { reply, name: draft.name, email: draft.email, body: draft.body, outcome };
    }
    let request = page_request();
    let reply = request.value("reply").and_then(|id| id.parse().ok()).and_then(reply_to);
    let held = request.value("comment").is_some_and(|state| state == "held");
    FormState { reply, outcome: if held { Outcome::Held } else { Outcome::None }, ..FormState::default() }
}

fn form_words(article: &str) -> FormWords {
    FormWords {
        article: format!("{article}#{}", paths::COMMENT_FORM),
        title: t("comment-form-title"),
        hint: t("comment-form-hint"),
        name: t("comment-name-label"),
        email: t("comment-email-label"),
        body: t("comment-body-label"),
        body_hint: t_with("comment-body-hint", [("max", 4000.into())]),
        submit: t("comment-submit"),
        sending: t("comment-sending"),
        held: t("comment-held"),
        offline: t("comment-offline-now"),
        replying_to: t_with("comment-replying-to", [("name", "{name}".into())]),
        cancel: t("comment-reply-cancel"),
    }
}
