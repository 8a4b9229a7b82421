//! The article as its readers see it, open for writing: the same elements, the same classes.

use leptos::prelude::*;
use model::Section;

use super::opening::{Hosts, open};
use super::state::writing;
use crate::desk::addresses;
use crate::desk::asking::{Loaded, load};
use crate::desk::stories::get_picture;
use crate::i18n::{t, t_with};

/// From how many characters on a headline is set smaller, as on the public page.
const LONG_HEADLINE: usize = 90;

/// The article.
#[component]
pub(super) fn Surface(sections: Loaded<Vec<Section>>) -> impl IntoView {
    let writing = writing();
    let (body, headline) = (NodeRef::<leptos::html::Div>::new(), NodeRef::<leptos::html::Span>::new());
    let (kicker, standfirst) = (NodeRef::<leptos::html::Span>::new(), NodeRef::<leptos::html::P>::new());
    Effect::new(move |_| {
        let all = (body.get(), headline.get(), kicker.get(), standfirst.get());
        let (Some(body), Some(headline), Some(kicker), Some(standfirst)) = all else { return };
        let hosts = Hosts {
            body: body.into(),
            headline: headline.into(),
            kicker: kicker.into(),
            standfirst: standfirst.into(),
        };
        open(writing, hosts, |_| ());
    });
    let section = Memo::new(move |_| {
        writing.fields.with(|fields| fields.as_ref().and_then(|fields| fields.section.clone()).unwrap_or_default())
    });
    let colour = move || {
        let top = section.with(|name| name.split('/').next().unwrap_or_default().to_owned());
        sections
            .value
            .with(|all| all.iter().flatten().find(|section| section.name == top).map_or(0, |section| section.colour))
    };
    let is_long = move || {
        writing
            .fields
            .with(|fields| fields.as_ref().is_some_and(|fields| fields.headline.chars().count() > LONG_HEADLINE))
    };
    let class = move || {
        let long = if is_long() { " article--long-headline" } else { "" };
        format!("article desk-article section-colour-{}{long}", colour())
    };
    let lang = move || writing.fields.with(|fields| fields.as_ref().and_then(|fields| fields.lang.clone()));
    view! {
        <article class=class data-article-id=writing.id.to_string() lang=lang aria-busy=move || (!writing.is_ready.get()).to_string()>
            <header class="article__header">
                <p class="kicker" data-part="kicker">
                    <span>{move || section.with(|name| name.rsplit('/').next().unwrap_or_default().to_owned())}</span>
                    " "
                    <span class="kicker__topic" node_ref=kicker></span>
                </p>
                // The editor makes a text field of its host: the heading around it stays a heading.
                <h1 class="article__headline" data-part="headline"><span class="desk-article__line" node_ref=headline></span></h1>
                <p class="article__standfirst" data-part="standfirst" node_ref=standfirst></p>
            </header>
            <LeadFigure/>
            <Byline/>
            <div class="article__body prose prose--article" data-part="body" node_ref=body></div>
        </article>
    }
}

/// The picture at the top, as far as there is one. Its words are changed in the panel.
#[component]
fn LeadFigure() -> impl IntoView {
    let fields = writing().fields;
    let image = Memo::new(move |_| fields.with(|fields| fields.as_ref().and_then(|fields| fields.lead_image.clone())));
    let hash = Memo::new(move |_| image.with(|image| image.as_ref().map(|image| image.picture.clone())));
    let picture = load(move || {
        let hash = hash.get();
        async move {
            match hash {
                Some(hash) => get_picture(hash).await.map(Some),
                None => Ok(None),
            }
        }
    });
    move || {
        let image = image.get()?;
        let picture = picture.value.get().flatten()?;
        let width = picture.widths.iter().copied().find(|width| *width >= 1200).or(picture.widths.last().copied())?;
        let credit = image.credit.filter(|credit| !credit.is_empty());
        let credit = credit.map(|credit| t_with("desk-credit", [("credit", credit.into())]));
        let caption = image.caption;
        let is_told = !caption.is_empty() || credit.is_some();
        let credit = credit.map(|credit| view! { " " <span class="figure__credit">{credit}</span> });
        Some(view! {
            <figure class="article__lead figure figure--lead">
                <div class="figure__media">
                    <img
                        src=addresses::picture(&picture.hash, width)
                        alt=image.alt
                        width=picture.width.to_string()
                        height=picture.height.to_string()
                    />
                </div>
                {is_told.then(|| view! { <figcaption class="figure__caption">{caption}{credit}</figcaption> })}
            </figure>
        })
    }
}

#[component]
fn Byline() -> impl IntoView {
    let fields = writing().fields;
    let names = Memo::new(move |_| {
        fields.with(|fields| fields.as_ref().map(|fields| fields.byline.join(", ")).unwrap_or_default())
    });
    let words = move || names.with(|names| if names.is_empty() { t("desk-no-byline") } else { names.clone() });
    view! {
        <div class="article__meta">
            <p class="article__byline" class:desk-article__missing=move || names.with(String::is_empty) data-part="byline">{words}</p>
        </div>
    }
}
