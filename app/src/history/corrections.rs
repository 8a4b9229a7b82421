//! `/corrections/`: what readers were told was wrong or unclear, in all articles.

use leptos::prelude::*;
use model::{AppError, Correction};

use super::kind_of;
use crate::ApiError;
use crate::context::{newsroom, tag_page};
use crate::errors::page_or_error;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::routes::page_number;
use crate::ui::{PageHeader, PageTitle, Pagination};
use crate::{dates, paths};

/// The page of corrections.
#[component]
pub(crate) fn CorrectionsPage() -> impl IntoView {
    page_or_error(page(page_number()))
}

async fn page(number: u32) -> Result<AnyView, ApiError> {
    let page = newsroom().articles().corrections(number).await?;
    if number > page.pages {
        return Err(AppError::NotFound.into());
    }
    tag_page("lists");
    let title = t("history-corrections");
    let full = match number {
        1 => title.clone(),
        _ => t_with("site-title-numbered", [("title", title.as_str().into()), ("page", number.into())]),
    };
    let description = t("history-corrections-description");
    let empty =
        page.items.is_empty().then(|| view! { <p class="notice notice--empty">{t("history-corrections-none")}</p> });
    let items = page.items.into_iter().map(item).collect_view();
    Ok(view! {
        <PageTitle title=full description=description.clone() path=paths::page_of(paths::CORRECTIONS, number)/>
        <SiteLayout>
            <main class="page" id="content" data-swap="content">
                <PageHeader title text=Some(description).filter(|_| number == 1)/>
                {empty}
                <ul class="history">{items}</ul>
                <Pagination list=paths::CORRECTIONS.to_owned() number pages=page.pages/>
            </main>
        </SiteLayout>
    }
    .into_any())
}

fn item(correction: Correction) -> impl IntoView {
    let changes = format!("{}#changes", paths::history(&correction.path, Some(correction.version)));
    view! {
        <li class=format!("history__item section-colour-{}", correction.section.colour)>
            <p class="history__facts">
                <span class="history__kind">{kind_of(correction.kind)}</span>
                <time datetime=dates::machine(correction.at)>{dates::date_and_hour(correction.at)}</time>
                <a href=correction.section.path>{correction.section.name}</a>
            </p>
            <h2 class="history__headline" lang=correction.lang.clone()><a href=correction.path>{correction.headline}</a></h2>
            <p class="history__note" lang=correction.lang>{correction.note}</p>
            <p class="history__link"><a href=changes>{t("history-changes")}</a></p>
        </li>
    }
}
