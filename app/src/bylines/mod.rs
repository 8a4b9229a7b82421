//! Bylines: who signs, and everything they signed.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::Listing as Articles;

use crate::ApiError;
use crate::articles::Listing;
use crate::context::{newsroom, tag_page};
use crate::errors::page_or_error;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::paths;
use crate::routes::page_number;
use crate::ui::{PageHeader, PageTitle};

/// The page of somebody who signs.
#[component]
pub(crate) fn AuthorPage() -> impl IntoView {
    let slug = use_params_map().with_untracked(|params| params.get("slug").unwrap_or_default());
    page_or_error(page(slug, page_number()))
}

async fn page(slug: String, number: u32) -> Result<AnyView, ApiError> {
    let author = newsroom().bylines().by_slug(&slug).await?.ok_or(model::AppError::NotFound)?;
    let page = newsroom().articles().list(&Articles::Author(author.id), number).await?;
    if number > page.pages {
        return Err(model::AppError::NotFound.into());
    }
    tag_page("lists");
    let name = author.name.clone();
    let title = if number > 1 {
        t_with("byline-title-page", [("name", name.as_str().into()), ("page", number.into())])
    } else {
        t_with("byline-title", [("name", name.as_str().into())])
    };
    let description =
        author.bio.clone().unwrap_or_else(|| t_with("byline-description", [("name", name.as_str().into())]));
    let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    let label = view! {
        <span class="page-header__portrait" aria-hidden="true">{initials}</span>
        {author.role.map(|role| view! { <p class="page-header__label">{role}</p> })}
    }
    .into_any();
    let list = paths::author(&author.slug);
    Ok(view! {
        <PageTitle title=title description path=paths::page_of(&list, number)/>
        <SiteLayout>
            <main class="page" id="content" data-swap="content">
                <PageHeader title=name variant="--person" label text=author.bio/>
                <Listing list page empty=t("byline-empty")/>
            </main>
        </SiteLayout>
    }
    .into_any())
}
