//! The check list before publishing. It never stands in the way but for what is required.

use leptos::prelude::*;
use model::CheckLine;

use crate::desk::ui::Icon;
use crate::i18n::t;

/// What is in order and what is not, the latter first.
#[component]
pub(crate) fn CheckList(checks: Vec<CheckLine>) -> impl IntoView {
    let (passed, open): (Vec<_>, Vec<_>) = checks.into_iter().partition(|check| check.passed);
    view! {
        <ul class="desk-checks">
            {open.into_iter().chain(passed).map(|check| view! { <Check check/> }).collect_view()}
        </ul>
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
    view! {
        <li class=format!("desk-checks__line desk-checks__line--{variant}")>
            <span class="desk-checks__sign">{icon}</span>
            <span>
                <span class="visually-hidden">{said}": "</span>
                {t(if check.passed { passed } else { open })}
                {(!check.passed && !check.detail.is_empty()).then(|| view! {
                    <ul class="desk-checks__details">
                        {check.detail.into_iter().map(|detail| view! { <li>{detail}</li> }).collect_view()}
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
