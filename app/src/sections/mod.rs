//! Sections, and the addresses that they share with articles.

use leptos::prelude::*;
use model::{Listing as Articles, PAGE_SIZE, Section, SectionRef};
use newsroom::Destination;

use crate::ApiError;
use crate::articles::{Listing, TeaserStyle, Teasers, article_page};
use crate::context::{move_permanently, newsroom, page_request, tag_page};
use crate::errors::{gone_page, page_or_error};
use crate::history::history_page;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::paths;
use crate::ui::{PageHeader, PageTitle};

/// The article or the section at an address: the record of paths says which, and what has moved or gone.
#[component]
pub(crate) fn PathPage() -> impl IntoView {
    page_or_error(async {
        let path = page_request().path;
        // Whatever the address leads to today: a withdrawn article may come back, a moved one move again.
        tag_page("lists");
        let (list, number) = paths::split_page(&path);
        if list == paths::FRONT && number > 1 {
            return latest_page(number).await;
        }
        match newsroom().paths().resolve(list).await? {
            Some(Destination::Article(_)) if number == 1 => article_page(path).await,
            Some(Destination::Section(id)) => {
                let section = newsroom().sections().get(id).await?.ok_or(model::AppError::NotFound)?;
                section_page(section, number).await
            }
            Some(Destination::Moved(to)) => {
                move_permanently(paths::page_of(&to, number));
                Ok(().into_any())
            }
            Some(Destination::Gone) => Ok(gone_page(newsroom().articles().last_words(list).await?)),
            Some(Destination::Article(_)) | None => match paths::split_history(&path) {
                Some((article, version)) => history_page(article, version).await,
                None => Err(model::AppError::NotFound.into()),
            },
        }
    })
}

/// How many teasers stand large at the head of a section's first page.
const TOP: usize = 3;

async fn section_page(section: Section, number: u32) -> Result<AnyView, ApiError> {
    let mut page = newsroom().articles().list(&Articles::Section(section.id), number).await?;
    if number > page.pages {
        return Err(model::AppError::NotFound.into());
    }
    let name = section.name.clone();
    let title = if number > 1 {
        t_with("section-title-page", [("section", name.as_str().into()), ("page", number.into())])
    } else {
        t_with("section-title", [("section", name.as_str().into())])
    };
    let description = section
        .description
        .clone()
        .unwrap_or_else(|| t_with("section-description", [("section", name.as_str().into())]));
    let top = if number == 1 && page.items.len() > TOP {
        let rest = page.items.split_off(TOP);
        std::mem::replace(&mut page.items, rest)
    } else {
        Vec::new()
    };
    let current = section.parent.as_ref().map_or_else(|| section.path.clone(), |parent| parent.path.clone());
    Ok(view! {
        <PageTitle title=title description path=paths::page_of(&section.path, number)/>
        <SiteLayout current>
            <main class=format!("page section-colour-{}", section.colour) id="content" data-swap="content">
                <PageHeader
                    title=name
                    variant="--section"
                    text=section.description.clone().filter(|_| number == 1)
                    links=subsections(&section)
                />
                {top_stories(top)}
                <Listing list=section.path.clone() page empty=t("section-empty") section=false/>
            </main>
        </SiteLayout>
    }
    .into_any())
}

/// The first stories of a section, large.
fn top_stories(mut top: Vec<model::Card>) -> Option<impl IntoView> {
    if top.is_empty() {
        return None;
    }
    let others = top.split_off(1);
    Some(view! {
        <div class="story-list__top">
            <Teasers cards=top style=TeaserStyle::Lead section=false level=2/>
            <Teasers cards=others style=TeaserStyle::Plain section=false level=2/>
        </div>
    })
}

/// The subsections, or the section above.
fn subsections(section: &Section) -> AnyView {
    if section.children.is_empty() && section.parent.is_none() {
        return ().into_any();
    }
    let link = |to: &SectionRef, here: bool| {
        view! { <a href=to.path.clone() aria-current=here.then_some("page")>{to.name.clone()}</a> " " }
    };
    let parent = section.parent.as_ref().map(|parent| link(parent, false));
    let children = section.children.iter().map(|child| link(child, false)).collect_view();
    let label = t_with("section-subsections", [("section", section.name.as_str().into())]);
    view! { <nav class="page-header__links" aria-label=label>{parent}{children}</nav> }.into_any()
}

/// Everything, newest first: `/page/2/` and on.
async fn latest_page(number: u32) -> Result<AnyView, ApiError> {
    let page = newsroom().articles().list(&Articles::All, number).await?;
    if number > page.pages || page.total <= i64::from(PAGE_SIZE) {
        return Err(model::AppError::NotFound.into());
    }
    let title = t("front-latest");
    let numbered = t_with("site-title-numbered", [("title", title.as_str().into()), ("page", number.into())]);
    Ok(view! {
        <PageTitle title=numbered description=newsroom().site().motto.clone() path=paths::page_of(paths::FRONT, number)/>
        <SiteLayout>
            <main class="page" id="content" data-swap="content">
                <PageHeader title text=None/>
                <Listing list=paths::FRONT.to_owned() page empty=t("front-empty-text")/>
            </main>
        </SiteLayout>
    }
    .into_any())
}
