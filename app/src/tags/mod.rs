//! Tags: every article with a tag.

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

/// A tag's page.
#[component]
pub(crate) fn TagPage() -> impl IntoView {
    let slug = use_params_map().with_untracked(|params| params.get("slug").unwrap_or_default());
    page_or_error(page(slug, page_number()))
}

async fn page(slug: String, number: u32) -> Result<AnyView, ApiError> {
    let tag = newsroom().tags().by_slug(&slug).await?.ok_or(model::AppError::NotFound)?;
    let page = newsroom().articles().list(&Articles::Tag(tag.id), number).await?;
    if number > page.pages {
        return Err(model::AppError::NotFound.into());
    }
    tag_page("lists");
    let name = tag.name.clone();
    let title = if number > 1 {
        t_with("tag-title-page", [("tag", name.as_str().into()), ("page", number.into())])
    } else {
        t_with("tag-title", [("tag", name.as_str().into())])
    };
    let description = t_with("tag-description", [("tag", name.as_str().into())]);
    let count = t_with("article-count", [("count", page.total.into())]);
    let label = view! { <p class="page-header__label">{format!("{} · {count}", t("article-tags"))}</p> }.into_any();
    let list = paths::tag(&tag.slug);
    Ok(view! {
        <PageTitle title=title description path=paths::page_of(&list, number)/>
        <SiteLayout>
            <main class="page" id="content" data-swap="content">
                <PageHeader title=name label text=None/>
                <Listing list page empty=t("tag-empty")/>
            </main>
        </SiteLayout>
    }
    .into_any())
}
