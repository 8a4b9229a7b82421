//! The front page.

use leptos::prelude::*;
use model::{Card, Section};
use newsroom::{Front, FrontBlock};

use crate::articles::{TeaserStyle, Teasers, teaser};
use crate::context::{newsroom, tag_page};
use crate::dates;
use crate::errors::page_or_error;
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::paths;
use crate::ui::PageTitle;

/// The front page: the story of the day, the stories beside it, what is new, what is read, and a block per section.
#[component]
pub(crate) fn FrontPage() -> impl IntoView {
    page_or_error(async {
        let front = newsroom().articles().front().await?;
        let sections = newsroom().sections().tree().await?;
        tag_page("front");
        tag_page("lists");
        let site = newsroom().site();
        let description = if site.motto.is_empty() { site.name.clone() } else { site.motto.clone() };
        let page = match front.lead.clone() {
            Some(lead) => edition(lead, front, &sections).into_any(),
            None => view! {
                <p class="notice notice--empty"><strong>{t("front-empty-title")}</strong>" "{t("front-empty-text")}</p>
            }
            .into_any(),
        };
        Ok(view! {
            <PageTitle description path=paths::FRONT/>
            <SiteLayout front=true>
                <main class="front page" id="content" data-swap="content">{page}</main>
            </SiteLayout>
        }
        .into_any())
    })
}

fn edition(lead: Card, front: Front, sections: &[Section]) -> impl IntoView + use<> {
    let Front { mut secondary, blocks, latest, most_read, .. } = front;
    let under = secondary.split_off(secondary.len().min(2));
    let blocks = blocks.into_iter().map(|block| section_block(block, sections)).collect_view();
    view! {
        <div class="front__top">
            <div class="front__lead">
                {teaser(lead, TeaserStyle::Lead, true, 2)}
                <div class="front__under"><Teasers cards=under style=TeaserStyle::Brief/></div>
            </div>
            <div class="front__side"><Teasers cards=secondary style=TeaserStyle::Large/></div>
            <Latest cards=latest/>
        </div>
        <MostRead cards=most_read/>
        <div class="front__sections">{blocks}</div>
    }
}

/// The newest articles that stand nowhere else on the page.
#[component]
fn Latest(cards: Vec<Card>) -> impl IntoView {
    if cards.is_empty() {
        return ().into_any();
    }
    let items = cards
        .into_iter()
        .map(|card| {
            view! {
                <li>
                    <time class="latest__time" datetime=dates::machine(card.published_at)>{dates::hour_or_day(card.published_at)}</time>
                    <h3 class="latest__headline" lang=card.lang><a href=card.path>{card.headline}</a></h3>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="front__latest latest" aria-labelledby="latest">
            <div class="heading"><h2 class="heading__title" id="latest">{t("front-latest")}</h2></div>
            <ol class="latest__list">{items}</ol>
        </section>
    }
    .into_any()
}

/// What is read most.
#[component]
fn MostRead(cards: Vec<Card>) -> impl IntoView {
    if cards.is_empty() {
        return ().into_any();
    }
    let items = cards
        .into_iter()
        .map(|card| view! { <li><h3 class="most-read__headline" lang=card.lang><a href=card.path>{card.headline}</a></h3></li> })
        .collect_view();
    view! {
        <section class="most-read" aria-labelledby="most-read">
            <h2 class="most-read__heading" id="most-read">{t("front-most-read")}</h2>
            <ol class="most-read__list">{items}</ol>
        </section>
    }
    .into_any()
}

/// A section's newest: the first with its picture, the others as lines.
fn section_block(block: FrontBlock, sections: &[Section]) -> impl IntoView + use<> {
    let FrontBlock { section, mut cards } = block;
    let others = cards.split_off(cards.len().min(1));
    let id = format!("section-{}", section.id);
    let subsections =
        sections.iter().find(|known| known.id == section.id).map(|known| known.children.clone()).unwrap_or_default();
    let links = subsections.into_iter().map(|child| view! { <a href=child.path>{child.name}</a>" " }).collect_view();
    let all = t_with("front-all-of-section", [("section", section.name.as_str().into())]);
    view! {
        <section class=format!("front-section section-colour-{}", section.colour) aria-labelledby=id.clone()>
            <div class="heading">
                <h2 class="heading__title" id=id.clone()><a href=section.path.clone() title=all>{section.name}</a></h2>
                <p class="heading__links">{links}</p>
            </div>
            <div class="front-section__items">
                <Teasers cards style=TeaserStyle::Plain section=false/>
                <Teasers cards=others style=TeaserStyle::Text section=false/>
            </div>
        </section>
    }
}
