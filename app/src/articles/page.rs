//! An article's page.

use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use model::{Article, Card, Neighbours};

use super::body::Body;
use super::components::{ArticleFooter, ArticleHeader, ArticleMeta, LeadFigure};
use super::related_articles;
use super::teasers::Teasers;
use super::{TeaserStyle, get_article};
use crate::ApiError;
use crate::comments::{Comments, list_comments};
use crate::context::{newsroom, site, tag_page};
use crate::history::{ChangeNotes, Rectifications};
use crate::i18n::{t, t_with};
use crate::layouts::SiteLayout;
use crate::ui::PageTitle;
use crate::{dates, paths};

/// From how many characters on a headline is set smaller.
const LONG_HEADLINE: usize = 90;

/// The page of the article at a canonical path.
pub(crate) async fn article_page(path: String) -> Result<AnyView, ApiError> {
    let article = get_article(path).await?;
    let related = related_articles(article.id.0).await?;
    let neighbours = newsroom().articles().neighbours(article.id).await?;
    let comments = list_comments(article.id.0).await?;
    tag_page(format!("article:{}", article.id));
    let long = if article.headline.chars().count() > LONG_HEADLINE { " article--long-headline" } else { "" };
    let class = format!("article section-colour-{}{long}", article.section.colour);
    Ok(view! {
        <ArticleHead article=article.clone()/>
        <SiteLayout current=article.section.path.clone()>
            <main class="page" id="content" data-swap="content">
                <article class=class data-article-id=article.id.0.to_string() lang=article.lang.clone()>
                    <ArticleHeader article=article.clone()/>
                    <LeadFigure article=article.clone()/>
                    <ArticleMeta article=article.clone()/>
                    <Rectifications notes=article.notes.clone()/>
                    <Body body=article.body.clone() pictures=article.pictures.clone()/>
                    <ChangeNotes notes=article.notes.clone() path=article.path.clone()/>
                    <ArticleFooter article=article.clone()/>
                </article>
                <NeighboursNav neighbours section=article.section.name.clone() colour=article.section.colour/>
                <Related cards=related/>
                <Comments article=article.id path=article.path.clone() comments/>
            </main>
        </SiteLayout>
    }
    .into_any())
}

/// What the head says of an article.
#[component]
fn ArticleHead(article: Article) -> impl IntoView {
    let description = article.standfirst.clone().unwrap_or_else(|| article.excerpt.clone());
    let base = site().base_url;
    let image = article.lead_image.as_ref().map(|image| {
        let width =
            image.picture.widths.iter().copied().find(|width| *width >= 1200).or(image.picture.widths.last().copied());
        format!("{base}{}", paths::picture(&image.picture.hash, width.unwrap_or(image.picture.width), "jpg"))
    });
    let alternates = article.translations.iter().map(|translation| {
        view! { <Link rel="alternate" hreflang=translation.lang.clone() href=format!("{base}{}", translation.path)/> }
    });
    let own = (!article.translations.is_empty()).then(
        || view! { <Link rel="alternate" hreflang=article.lang.clone() href=format!("{base}{}", article.path)/> },
    );
    view! {
        <PageTitle title=article.headline.clone() description kind="article" path=article.path.clone()/>
        <Meta property="og:locale" content=article.lang.clone()/>
        <Meta property="article:published_time" content=dates::machine(article.published_at)/>
        {article.updated_at.map(|at| view! { <Meta property="article:modified_time" content=dates::machine(at)/> })}
        <Meta property="article:section" content=article.section.name.clone()/>
        {image.map(|image| view! {
            <Meta property="og:image" content=image/>
            <Meta name="twitter:card" content="summary_large_image"/>
        })}
        {own}
        {alternates.collect_view()}
    }
}

/// The articles before and after this one in its section.
#[component]
fn NeighboursNav(neighbours: Neighbours, section: String, colour: u8) -> impl IntoView {
    let Neighbours { earlier, later } = neighbours;
    if earlier.is_none() && later.is_none() {
        return ().into_any();
    }
    let link = |card: Card, class: &'static str, rel: &'static str, key: &str| {
        let label = t_with(key, [("section", section.as_str().into())]);
        view! {
            <a class=format!("neighbours__link {class}") href=card.path rel=rel>
                <span class="neighbours__label">{label}</span>
                " "
                <span class="neighbours__headline" lang=card.lang>{card.headline}</span>
            </a>
        }
    };
    view! {
        <nav class=format!("neighbours section-colour-{colour}") aria-label=t("article-neighbours")>
            {earlier.map(|card| link(card, "neighbours__link--earlier", "prev", "article-earlier"))}
            {later.map(|card| link(card, "neighbours__link--later", "next", "article-later"))}
        </nav>
    }
    .into_any()
}

/// Articles close to this one in subject and time.
#[component]
fn Related(cards: Vec<Card>) -> impl IntoView {
    if cards.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="related" data-part="related" aria-labelledby="related">
            <div class="heading"><h2 class="heading__title" id="related">{t("article-related")}</h2></div>
            <div class="related__list"><Teasers cards style=TeaserStyle::Plain/></div>
        </section>
    }
    .into_any()
}
