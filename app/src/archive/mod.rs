//! The archive: every article by year and month.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::Listing as Articles;
use newsroom::ArchiveMonth;

use crate::ApiError;
use crate::articles::Listing;
use crate::context::{newsroom, tag_page};
use crate::errors::page_or_error;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::routes::page_number;
use crate::ui::{PageHeader, PageTitle};
use crate::{dates, paths};

/// Years and months, with how many articles each has.
#[component]
pub(crate) fn ArchivePage() -> impl IntoView {
    page_or_error(async {
        let archive = newsroom().articles().archive().await?;
        tag_page("lists");
        let years = archive.months.chunk_by(|one, next| one.year == next.year).map(year).collect_view();
        Ok(view! {
            <PageTitle title=t("archive-title") description=t("archive-intro") path=paths::archive(None, None)/>
            <SiteLayout>
                <main class="page" id="content" data-swap="content">
                    <PageHeader title=t("archive-title") text=Some(t("archive-intro"))/>
                    <div class="archive">{years}</div>
                </main>
            </SiteLayout>
        }
        .into_any())
    })
}

fn year(months: &[ArchiveMonth]) -> impl IntoView + use<> {
    let year = months.first().map_or(0, |month| month.year);
    let id = format!("year-{year}");
    let months = months
        .iter()
        .map(|month| {
            let words = t_with("article-count", [("count", month.articles.into())]);
            view! {
                <li>
                    <a class="archive__month" href=paths::archive(Some(year), Some(month.month))>
                        <span>{dates::month(month.month)}</span>
                        " "
                        <span class="archive__count" aria-label=words>{month.articles.to_string()}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="archive__year" aria-labelledby=id.clone()>
            <h2 class="archive__title" id=id.clone()><a href=paths::archive(Some(year), None)>{year.to_string()}</a></h2>
            <ul class="archive__months">{months}</ul>
        </section>
    }
}

/// A year, or a month of it.
#[component]
pub(crate) fn ArchivePeriodPage() -> impl IntoView {
    let params = use_params_map();
    let part = |name: &str| params.with_untracked(|params| params.get(name));
    let year = part("year").and_then(|year| year.parse::<i16>().ok()).filter(|year| (1..=9999).contains(year));
    let month = part("month").map(|month| month.parse::<i8>().ok().filter(|month| (1..=12).contains(month)));
    page_or_error(async move {
        match (year, month) {
            (Some(year), None) => period(year, None, page_number()).await,
            (Some(year), Some(Some(month))) => period(year, Some(month), page_number()).await,
            _ => Err(model::AppError::NotFound.into()),
        }
    })
}

async fn period(year: i16, month: Option<i8>, number: u32) -> Result<AnyView, ApiError> {
    let page = newsroom().articles().list(&Articles::Archive { year, month }, number).await?;
    // A month without articles is no place: else there would be one for every month of all time.
    if number > page.pages || page.total == 0 {
        return Err(model::AppError::NotFound.into());
    }
    tag_page("lists");
    let year_text = year.to_string();
    let title = match month {
        Some(month) => {
            t_with("archive-title-month", [("month", dates::month(month).into()), ("year", year_text.clone().into())])
        }
        None => t_with("archive-title-year", [("year", year_text.clone().into())]),
    };
    let page_title = if number > 1 {
        t_with("site-title-numbered", [("title", title.as_str().into()), ("page", number.into())])
    } else {
        title.clone()
    };
    let description = format!("{title}: {}", t_with("article-count", [("count", page.total.into())]));
    let up = month.map(|_| view! { " · " <a href=paths::archive(Some(year), None)>{year_text}</a> });
    let label = view! {
        <p class="page-header__label"><a href=paths::archive(None, None)>{t("archive-title")}</a>{up}</p>
    }
    .into_any();
    let list = paths::archive(Some(year), month);
    Ok(view! {
        <PageTitle title=page_title description path=paths::page_of(&list, number)/>
        <SiteLayout>
            <main class="page" id="content" data-swap="content">
                <PageHeader title label text=None/>
                <Listing list page empty=t("archive-empty")/>
            </main>
        </SiteLayout>
    }
    .into_any())
}
