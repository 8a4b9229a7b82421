//! From one page of a list to the others.

use leptos::prelude::*;
use leptos_meta::Link;

use crate::i18n::{t, t_with};
use crate::paths;

/// Links to the other pages of a list: the first and last, those next to this one, back and on. Nothing where there is
/// one page only.
#[component]
pub(crate) fn Pagination(
    /// The list's own address.
    list: String,
    number: u32,
    pages: u32,
) -> impl IntoView {
    if pages <= 1 {
        return ().into_any();
    }
    let page = |at: u32| {
        let label = t_with("site-pagination-to", [("page", at.into())]);
        let here = (at == number).then_some("page");
        view! { <li><a class="pagination__link" href=paths::page_of(&list, at) aria-current=here aria-label=label>{at.to_string()}</a></li> }
    };
    let step = |at: u32, rel: &'static str, words: String| {
        let href = paths::page_of(&list, at);
        view! {
            <Link rel=rel href=href.clone()/>
            <li><a class="pagination__link" href=href rel=rel>{words}</a></li>
        }
    };
    let numbers = shown(number, pages).into_iter().map(|at| match at {
        Some(at) => page(at).into_any(),
        None => view! { <li class="pagination__gap" aria-hidden="true">"…"</li> }.into_any(),
    });
    view! {
        <nav class="pagination" aria-label=t("site-pagination-label")>
            <ul class="pagination__list">
                {(number > 1).then(|| step(number - 1, "prev", t("site-pagination-previous")))}
                {numbers.collect_view()}
                {(number < pages).then(|| step(number + 1, "next", t("site-pagination-next")))}
            </ul>
        </nav>
    }
    .into_any()
}

/// The pages that are named, with gaps between them.
fn shown(number: u32, pages: u32) -> Vec<Option<u32>> {
    let mut shown = Vec::new();
    let mut last = 0;
    for at in (1..=pages).filter(|at| *at == 1 || *at == pages || at.abs_diff(number) <= 1) {
        if at > last + 1 {
            shown.push(None);
        }
        shown.push(Some(at));
        last = at;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: u32, pages: u32, expected: &str) {
        let words: Vec<String> =
            shown(number, pages).iter().map(|at| at.map_or("…".to_owned(), |at| at.to_string())).collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn the_ends_and_the_neighbours_are_named() {
        check(1, 2, "1 2");
        check(1, 12, "1 2 … 12");
        check(4, 9, "1 … 3 4 5 … 9");
        check(9, 9, "1 … 8 9");
    }
}
