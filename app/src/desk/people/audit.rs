//! What people did.

use leptos::prelude::*;
use model::AuditLine;

use super::list_audit;
use crate::desk::asking::{act, load};
use crate::desk::ui::{Empty, PageHead};
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
            <td>{line.who}</td>
            <td>{what}</td>
            <td>{subject(&line.subject)} " " {line.detail}</td>
        </tr>
    }
}

/// A story is a link; anything else is told by the detail.
fn subject(subject: &str) -> Option<AnyView> {
    let id: i64 = subject.strip_prefix("article:")?.parse().ok()?;
    let words = t_with("desk-audit-story", [("id", id.to_string().into())]);
    Some(view! { <a href=addresses::story(id)>{words}</a> }.into_any())
}
