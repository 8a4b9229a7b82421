//! `/preview/{token}/`: a story as it is written now, for people without an account.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::AppError;
use newsroom::Preview;

use crate::ApiError;
use crate::articles::{ArticleHeader, Body, LeadFigure};
use crate::context::newsroom;
use crate::dates;
use crate::errors::page_or_error;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::ui::PageTitle;

/// The page behind a preview link. It is kept nowhere and nobody may index it: the server's route sees to that.
#[component]
pub(crate) fn PreviewPage() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    page_or_error(page(token))
}

async fn page(token: String) -> Result<AnyView, ApiError> {
    let Preview { article, expires_at } = newsroom().stories().preview(&token).await?.ok_or(AppError::NotFound)?;
    let title = t_with("history-preview-title", [("headline", article.headline.as_str().into())]);
    let until = t_with("history-preview-until", [("when", dates::date_and_hour(expires_at).into())]);
    let byline = article.byline.iter().map(|credit| credit.name.clone()).collect::<Vec<_>>().join(", ");
    let class = format!("article section-colour-{}", article.section.colour);
    Ok(view! {
        <PageTitle title=title/>
        <SiteLayout>
            <main class="page" id="content" data-swap="content">
                <aside class="preview-banner" aria-label=t("history-preview")>
                    <p class="preview-banner__title">{t("history-preview")}</p>
                    <p>{t("history-preview-text")} " " {until}</p>
                </aside>
                <article class=class lang=article.lang.clone()>
                    <ArticleHeader article=article.clone()/>
                    <LeadFigure article=article.clone()/>
                    <div class="article__meta">
                        {(!byline.is_empty()).then(|| view! { <p class="article__byline" data-part="byline">{byline}</p> })}
                    </div>
                    <Body body=article.body pictures=article.pictures/>
                </article>
            </main>
        </SiteLayout>
    }
    .into_any())
}
