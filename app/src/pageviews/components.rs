//! The count under the headline.

use leptos::prelude::*;
use model::ArticleId;

use super::Views;
use crate::i18n::t_with;

/// How often an article was read; alive where there is script.
#[component]
pub(crate) fn ViewsLine(article: ArticleId, count: i64) -> impl IntoView {
    // The words around any number are those around 2; an Italian or English noun has two forms.
    let other = t_with("views-count", [("count", 2.into())]).replacen('2', "{n}", 1);
    let one = t_with("views-count", [("count", 1.into())]).replacen('1', "{n}", 1);
    view! { <Views article_id=article.0 count one other/> }
}
