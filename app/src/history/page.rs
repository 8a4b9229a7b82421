//! The published versions of an article: `{article}history/`.

use leptos::prelude::*;
use model::{AppError, History, VersionKind, VersionLine};
use newsroom::Destination;

use super::kind_of;
use super::version::version_page;
use crate::ApiError;
use crate::context::{move_permanently, newsroom, tag_page};
use crate::errors::gone_page;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::ui::{PageHeader, PageTitle};
use crate::{dates, paths};

/// The page of an article's versions, or of one of them; `article` is what stands before `history/`.
pub(crate) async fn history_page(article: &str, version: Option<i64>) -> Result<AnyView, ApiError> {
    match newsroom().paths().resolve(article).await? {
        Some(Destination::Article(id)) => tag_page(format!("article:{id}")),
        Some(Destination::Moved(to)) => {
            move_permanently(paths::history(&to, version));
            return Ok(().into_any());
        }
        Some(Destination::Gone) => return Ok(gone_page(newsroom().articles().last_words(article).await?)),
        Some(Destination::Section(_)) | None => return Err(AppError::NotFound.into()),
    }
    match version {
        None => list_page(article).await,
        Some(number) => version_page(article, number).await,
    }
}

async fn list_page(article: &str) -> Result<AnyView, ApiError> {
    let history = newsroom().articles().history(article).await?.ok_or(AppError::NotFound)?;
    let title = t_with("history-title", [("headline", history.headline.as_str().into())]);
    let description = t("history-description");
    let items = history.versions.iter().map(|version| item(&history, version)).collect_view();
    let label = view! {
        <p class="page-header__label"><a href=history.path.clone() lang=history.lang.clone()>{history.headline.clone()}</a></p>
    }
    .into_any();
    Ok(view! {
        <PageTitle title=title description=description.clone() path=paths::history(&history.path, None)/>
        <SiteLayout current=history.section.path.clone()>
            <main class="page" id="content" data-swap="content">
                <PageHeader title=t("history-link") label text=Some(description)/>
                <ol class="history" reversed>{items}</ol>
            </main>
        </SiteLayout>
    }
    .into_any())
}

fn item(history: &History, version: &VersionLine) -> impl IntoView + use<> {
    let href = paths::history(&history.path, Some(version.number));
    let words = t_with("history-version", [("number", version.number.into())]);
    let changes = (version.kind != VersionKind::First).then(|| {
        view! { <p class="history__link"><a href=format!("{href}#changes")>{t("history-changes")}</a></p> }
    });
    view! {
        <li class="history__item">
            <p class="history__facts">
                <a class="history__version" href=href.clone()>{words}</a>
                <span class="history__kind">{kind_of(version.kind)}</span>
                <time datetime=dates::machine(version.published_at)>{dates::date_and_hour(version.published_at)}</time>
            </p>
            {version.note.clone().map(|note| view! { <p class="history__note" lang=history.lang.clone()>{note}</p> })}
            {changes}
        </li>
    }
}
