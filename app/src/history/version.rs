//! One published version of an article: `{article}history/{n}/`.

use leptos::prelude::*;
use model::{AppError, PastVersion, VersionLine};

use super::changes::Changes;
use super::kind_of;
use crate::ApiError;
use crate::articles::{ArticleHeader, Body, LeadFigure};
use crate::context::newsroom;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::ui::PageTitle;
use crate::{dates, paths};

/// The page of a version. Search engines are sent to the article: no page but that has its words for good.
pub(super) async fn version_page(path: &str, number: i64) -> Result<AnyView, ApiError> {
    let past = newsroom().articles().version(path, number).await?.ok_or(AppError::NotFound)?;
    let PastVersion { article, version, latest, changes } = past;
    let title =
        t_with("history-version-of", [("number", number.into()), ("headline", article.headline.as_str().into())]);
    let class = format!("article section-colour-{}", article.section.colour);
    let byline = article.byline.iter().map(|credit| credit.name.clone()).collect::<Vec<_>>().join(", ");
    let changes = changes.map(|diff| view! { <Changes diff lang=article.lang.clone()/> });
    Ok(view! {
        <PageTitle title=title/>
        <SiteLayout current=article.section.path.clone()>
            <main class="page" id="content" data-swap="content">
                {banner(&article.path, &version, latest)}
                <article class=class lang=article.lang.clone()>
                    <ArticleHeader article=article.clone()/>
                    <LeadFigure article=article.clone()/>
                    <div class="article__meta">
                        {(!byline.is_empty()).then(|| view! { <p class="article__byline" data-part="byline">{byline}</p> })}
                    </div>
                    {changes}
                    <Body body=article.body pictures=article.pictures/>
                </article>
                {steps(&article.path, number, latest)}
            </main>
        </SiteLayout>
    }
    .into_any())
}

/// Which version this is, when and why it came, and that it may not be today's.
fn banner(article: &str, version: &VersionLine, latest: i64) -> impl IntoView + use<> {
    let at = version.published_at;
    let words = t_with("history-reading", [("number", version.number.into()), ("latest", latest.into())]);
    view! {
        <aside class="notice" aria-label=t("history-link")>
            <p>
                {words} " · " {kind_of(version.kind)} " · "
                <time datetime=dates::machine(at)>{dates::date_and_hour(at)}</time>
            </p>
            {version.note.clone().map(|note| view! { <p>{note}</p> })}
            <p><a href=article.to_owned()>{t("history-today")}</a></p>
        </aside>
    }
}

fn steps(article: &str, number: i64, latest: i64) -> impl IntoView + use<> {
    let step = |number: i64, rel: &'static str| {
        let words = t_with("history-version", [("number", number.into())]);
        view! { <li><a class="pagination__link" href=paths::history(article, Some(number)) rel=rel>{words}</a></li> }
    };
    view! {
        <nav class="pagination" aria-label=t("history-link")>
            <ul class="pagination__list">
                {(number > 1).then(|| step(number - 1, "prev"))}
                <li><a class="pagination__link" href=paths::history(article, None)>{t("history-all")}</a></li>
                {(number < latest).then(|| step(number + 1, "next"))}
            </ul>
        </nav>
    }
}
