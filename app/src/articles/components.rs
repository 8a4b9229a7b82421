//! The parts of an article's page around its body.

use std::fmt::Write;

use leptos::prelude::*;
use model::{Article, Credit, Tag};

use super::Share;
use super::body::{caption_line, caption_of};
use super::cover::Cover;
use super::picture::{Loading, Photo};
use crate::context::{newsroom, site};
use crate::i18n::{t, t_with};
use crate::layouts::Follow;
use crate::pageviews::ViewsLine;
use crate::ui::{Icon, Time};
use crate::{dates, paths};

/// Kicker, headline, standfirst.
#[component]
pub(crate) fn ArticleHeader(article: Article) -> impl IntoView {
    let section = article.section;
    view! {
        <header class="article__header">
            <p class="kicker" data-part="kicker">
                <a href=section.path>{section.name}</a>
                {article.kicker.map(|kicker| view! { " " <span class="kicker__topic">{kicker}</span> })}
            </p>
            <h1 class="article__headline" data-part="headline">{article.headline}</h1>
            {article.standfirst.map(|text| view! { <p class="article__standfirst" data-part="standfirst">{text}</p> })}
        </header>
    }
}

/// The picture at the top, or the article's drawn cover.
#[component]
pub(crate) fn LeadFigure(article: Article) -> impl IntoView {
    let Some(image) = article.lead_image else {
        return view! {
            <div class="article__lead figure figure--lead figure--cover">
                <div class="figure__media"><Cover seed=article.id.0/></div>
            </div>
        }
        .into_any();
    };
    let caption = caption_of(caption_line(&image.caption), image.credit.as_deref());
    view! {
        <figure class="article__lead figure figure--lead">
            <div class="figure__media">
                <Photo picture=image.picture alt=image.alt sizes="(min-width: 60em) 60rem, 100vw" loading=Loading::Eager/>
            </div>
            {caption}
        </figure>
    }
    .into_any()
}

/// Byline, dates, reading time, readings, ways to share, other languages.
#[component]
pub(crate) fn ArticleMeta(article: Article) -> impl IntoView {
    let minutes = t_with("article-reading-time", [("minutes", article.body.reading_minutes().into())]);
    let translations = article
        .translations
        .iter()
        .map(|translation| {
            let lang = translation.lang.split('-').next().unwrap_or_default().to_owned();
            let words = t_with("article-translation", [("lang", lang.clone().into()), ("language", lang.into())]);
            view! { <a class="article__translation" href=translation.path.clone() hreflang=translation.lang.clone()>{words}</a> }
        })
        .collect_view();
    view! {
        <div class="article__meta">
            {byline(&article.byline)}
            <p class="article__facts meta">
                <Time at=article.published_at/>
                {article.updated_at.map(|at| view! { <span><time datetime=dates::machine(at)>{dates::updated(at)}</time></span> })}
                <span>{minutes}</span>
                <ViewsLine article=article.id count=article.views/>
            </p>
            {translations}
            <ShareRow headline=article.headline path=article.path/>
        </div>
    }
}

fn byline(credits: &[Credit]) -> Option<impl IntoView + use<>> {
    let names: Vec<_> = credits
        .iter()
        .enumerate()
        .map(|(at, credit)| {
            let before = match at {
                0 => "",
                at if at + 1 == credits.len() => " · ",
                _ => ", ",
            };
            view! { {before} <a href=paths::author(&credit.slug) rel="author">{credit.name.clone()}</a> }
        })
        .collect();
    (!names.is_empty()).then(|| view! { <p class="article__byline" data-part="byline">{names}</p> })
}

/// Ways to share: the device's own, two messengers as plain links, and the address itself.
#[component]
fn ShareRow(headline: String, path: String) -> impl IntoView {
    let url = format!("{}{path}", site().base_url);
    let (text, link) = (percent_encode(&headline), percent_encode(&url));
    let whatsapp = format!("https://wa.me/?text={text}%20{link}");
    let telegram = format!("https://t.me/share/url?url={link}&text={text}");
    view! {
        <div class="share" role="group" aria-label=t("article-share")>
            <Share
                title=headline
                url=url
                native=t("article-share-native")
                copy=t("article-share-copy")
                copied=t("article-share-copied")
                failed=t("article-share-copy-failed")
            >
                <a class="share__item" href=whatsapp aria-label=t("article-share-whatsapp") rel="noopener nofollow">{Icon::Whatsapp}</a>
                <a class="share__item" href=telegram aria-label=t("article-share-telegram") rel="noopener nofollow">{Icon::Telegram}</a>
            </Share>
        </div>
    }
}

/// Rights line, tags, who wrote it, where to follow the paper.
#[component]
pub(crate) fn ArticleFooter(article: Article) -> impl IntoView {
    let rights = article.copyright.unwrap_or_else(|| newsroom().site().copyright.clone());
    view! {
        <footer class="article__footer">
            {(!rights.is_empty()).then(|| view! { <p class="article__copyright" data-part="copyright">{rights}</p> })}
            <Tags tags=article.tags/>
            {article.byline.into_iter().map(|credit| view! { <AuthorBox credit/> }).collect_view()}
            <Follow/>
        </footer>
    }
}

#[component]
fn Tags(tags: Vec<Tag>) -> impl IntoView {
    if tags.is_empty() {
        return ().into_any();
    }
    let links = tags
        .into_iter()
        .map(|tag| view! { <li><a class="tags__link" href=paths::tag(&tag.slug) rel="tag">{tag.name}</a></li> })
        .collect_view();
    view! {
        <nav class="tags" data-part="tags" aria-label=t("article-tags")>
            <span class="tags__label">{t("article-tags")}</span>
            <ul class="tags__list">{links}</ul>
        </nav>
    }
    .into_any()
}

#[component]
fn AuthorBox(credit: Credit) -> impl IntoView {
    let initials: String = credit.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    view! {
        <div class="author-box" data-part="author-box">
            <span class="author-box__portrait" aria-hidden="true">{initials}</span>
            <div>
                <p class="author-box__label">{t("article-byline")}</p>
                <p class="author-box__name"><a href=paths::author(&credit.slug) rel="author">{credit.name}</a></p>
                {credit.role.map(|role| view! { <p class="author-box__role">{role}</p> })}
                {credit.bio.map(|bio| view! { <p class="author-box__bio">{bio}</p> })}
            </div>
        </div>
    }
}

/// Text as a value in an address.
fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("writing to memory does not fail");
        }
    }
    encoded
}
