//! What people did.

use leptos::prelude::*;
use model::{AuditLine, Millis, Role};

use super::list_audit;
use crate::desk::asking::{act, load};
use crate::desk::ui::{Empty, PageHead, who};
use crate::desk::{addresses, dates};
use crate::i18n::{is_key, t, t_with};

/// A full answer; a shorter one is the last.
const STRETCH: usize = 50;

/// The audit log, latest first.
#[component]
pub(crate) fn AuditPage() -> impl IntoView {
    let first = load(|| list_audit(0));
    view! {
        <PageHead title=t("desk-nav-audit")/>
        <p class="desk-form__text">{t("desk-audit-text")}</p>
        {first.show(|lines| view! { <Log first=lines/> }.into_any())}
    }
}

#[component]
fn Log(first: Vec<AuditLine>) -> impl IntoView {
    if first.is_empty() {
        return view! { <Empty title=t("desk-audit-empty-title") text=t("desk-audit-empty-text")/> }.into_any();
    }
    let has_more = RwSignal::new(first.len() >= STRETCH);
    let lines = RwSignal::new(first);
    let more = move |_| {
        let before = lines.with_untracked(|lines| lines.last().map_or(0, |line| line.id));
        act(list_audit(before), move |older| {
            has_more.set(older.len() >= STRETCH);
            lines.update(|lines| lines.extend(older));
        });
    };
    view! {
        <div class="desk-scroll" tabindex="0" role="region" aria-label=t("desk-nav-audit")>
            <table class="desk-table">
                <thead>
                    <tr>
                        <th scope="col">{t("desk-audit-when")}</th>
                        <th scope="col">{t("desk-audit-who")}</th>
                        <th scope="col">{t("desk-audit-what")}</th>
                        <th scope="col">{t("desk-audit-detail")}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || lines.get() key=|line| line.id let:line><Line line/></For>
                </tbody>
            </table>
        </div>
        <div class="desk-more">
            {move || has_more.get().then(|| view! {
                <button class="button button--quiet" type="button" on:click=more>{t("desk-audit-more")}</button>
            })}
        </div>
    }
    .into_any()
}

#[component]
fn Line(line: AuditLine) -> impl IntoView {
    let key = format!("audit-{}", line.action);
    let what = if is_key(&key) { t(&key) } else { line.action.clone() };
    view! {
        <tr>
            <td class="desk-table__when">{dates::when(line.at)}</td>
            <td>{who(&line.who)}</td>
            <td>{what}</td>
            <td>{subject(&line.subject)} " " {detail(&line.action, line.detail)}</td>
        </tr>
    }
}

/// A story is a link; anything else is told by the detail.
fn subject(subject: &str) -> Option<AnyView> {
    let id: i64 = subject.strip_prefix("article:")?.parse().ok()?;
    let words = t_with("desk-audit-story", [("id", id.to_string().into())]);
    Some(view! { <a href=addresses::story(id)>{words}</a> }.into_any())
}

/// What the log keeps as a number or a word of the wire, in words.
fn detail(action: &str, detail: String) -> String {
    let word = |key: String| if is_key(&key) { t(&key) } else { detail.clone() };
    match action {
        "schedule" | "embargo" => detail.parse().map_or_else(|_| detail.clone(), |at| dates::when(Millis(at))),
        "move" => word(format!("desk-state-{detail}")),
        "publish" => word(format!("desk-kind-{detail}")),
        "comment" => word(format!("audit-comment-{detail}")),
        "preview" => match detail.parse::<i64>() {
            Ok(days) => t_with("desk-preview-days", [("count", days.into())]),
            Err(_) => detail,
        },
        "restore" => t_with("audit-version", [("number", detail.into())]),
        "import-done" => imported(&detail).unwrap_or(detail),
        "publish-scheduled" | "publish-missed" => who(&detail),
        "sign-in" => detail.replace("password and code", &t("audit-password-and-code")),
        "role" | "invite" | "user-add" => with_roles(&detail),
        _ => detail,
    }
}

/// What an import brought: articles created and updated, comments and pictures created, as four numbers.
fn imported(detail: &str) -> Option<String> {
    let numbers: Vec<i64> = detail.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [created, updated, comments, pictures] = numbers[..] else { return None };
    Some(t_with(
        "audit-imported",
        [
            ("created", created.into()),
            ("updated", updated.into()),
            ("comments", comments.into()),
            ("pictures", pictures.into()),
        ],
    ))
}

/// "anna@giornale.example (author)", "author → editor": roles in the desk's words.
fn with_roles(detail: &str) -> String {
    let said = detail.split(' ').map(|piece| {
        let name = piece.trim_matches(['(', ')']);
        match Role::parse(name) {
            Some(role) => piece.replace(name, &t(&format!("desk-role-{}", role.as_str()))),
            None => piece.to_owned(),
        }
    });
    said.collect::<Vec<_>>().join(" ")
}
