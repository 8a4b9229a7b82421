//! The check list before publishing. It never stands in the way but for what is required.

use leptos::prelude::*;
use model::CheckLine;

use crate::desk::ui::Icon;
use crate::i18n::{t, t_with};

/// What is not in order; what is stands folded up behind its number.
#[component]
pub(crate) fn CheckList(checks: Vec<CheckLine>) -> impl IntoView {
    let (passed, open): (Vec<_>, Vec<_>) = checks.into_iter().partition(|check| check.passed);
    let list = |checks: Vec<CheckLine>| {
        view! { <ul class="desk-checks">{checks.into_iter().map(|check| view! { <Check check/> }).collect_view()}</ul> }
    };
    // Where there is nothing to do, one line says so.
    let words = if open.is_empty() { "desk-checks-all" } else { "desk-checks-passed" };
    let words = t_with(words, [("count", (passed.len() as i64).into())]);
    view! {
        {(!open.is_empty()).then(|| list(open))}
        {(!passed.is_empty()).then(|| view! {
            <details class="desk-fold desk-fold--quiet">
                <summary class="desk-fold__title">{words}</summary>
                {list(passed)}
            </details>
        })}
    }
}

#[component]
fn Check(check: CheckLine) -> impl IntoView {
    let (variant, icon, said) = match (check.passed, check.required) {
        (true, _) => ("good", Icon::Check, t("desk-check-passed")),
        (false, true) => ("bad", Icon::Alert, t("desk-check-required")),
        (false, false) => ("open", Icon::Alert, t("desk-check-advised")),
    };
    let (passed, open) = words(&check.rule);
    let details: Vec<String> = check.detail.into_iter().filter_map(|detail| detail_of(&check.rule, detail)).collect();
    view! {
        <li class=format!("desk-checks__line desk-checks__line--{variant}")>
            <span class="desk-checks__sign">{icon}</span>
            <span>
                <span class="visually-hidden">{said}": "</span>
                {t(if check.passed { passed } else { open })}
                {(!check.passed && !details.is_empty()).then(|| view! {
                    <ul class="desk-checks__details">
                        {details.into_iter().map(|detail| view! { <li>{detail}</li> }).collect_view()}
                    </ul>
                })}
            </span>
        </li>
    }
}

/// What is said of a rule that is kept, and of one that is not.
fn words(rule: &str) -> (&'static str, &'static str) {
    match rule {
        "headline" => ("check-headline", "check-headline-open"),
        "section" => ("check-section", "check-section-open"),
        "byline" => ("check-byline", "check-byline-open"),
        "alt" => ("check-alt", "check-alt-open"),
        "standfirst" => ("check-standfirst", "check-standfirst-open"),
        "links" => ("check-links", "check-links-open"),
        "body" => ("check-body", "check-body-open"),
        _ => ("check-other", "check-other-open"),
    }
}

/// Where or what, in words. Of a standfirst it is its length, and of one that is missing there is nothing to say.
fn detail_of(rule: &str, detail: String) -> Option<String> {
    match detail.parse::<u32>() {
        Ok(0) if rule == "standfirst" => None,
        Ok(count) if rule == "standfirst" => Some(t_with("desk-check-length", [("count", count.into())])),
        _ => Some(detail),
    }
}
