//! An article as lists show it.

use leptos::prelude::*;
use model::Card;

use super::cover::Cover;
use super::picture::{Loading, Photo};

/// How large a teaser stands, and so what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TeaserStyle {
    /// The story of the day.
    Lead,
    /// One of the stories beside it.
    Large,
    /// A picture, a headline, an excerpt.
    Plain,
    /// The same without a picture.
    Brief,
    /// The same, side by side in a list.
    Row,
    /// A headline alone.
    Text,
}

/// A teaser. `date` is the day of publication for machines and for people.
#[component]
pub(crate) fn Teaser(
    card: Card,
    date: (String, String),
    style: TeaserStyle,
    /// Whether the section stands above the headline; not where the whole list is of one section.
    #[prop(default = true)]
    section: bool,
    /// The level of its headline: 2 under the page's own, 3 under a heading of the list.
    #[prop(default = 3)]
    level: u8,
) -> impl IntoView {
    let (class, sizes) = match style {
        TeaserStyle::Lead => ("teaser teaser--lead", "(min-width: 60em) 40rem, 100vw"),
        TeaserStyle::Large => ("teaser teaser--large", "(min-width: 60em) 18rem, 100vw"),
        TeaserStyle::Plain => ("teaser", "(min-width: 60em) 18rem, 50vw"),
        TeaserStyle::Brief => ("teaser", ""),
        TeaserStyle::Row => ("teaser teaser--row", "(min-width: 40em) 14rem, 34vw"),
        TeaserStyle::Text => ("teaser teaser--text", ""),
    };
    let loading = if style == TeaserStyle::Lead { Loading::Eager } else { Loading::Lazy };
    let media = (!matches!(style, TeaserStyle::Text | TeaserStyle::Brief)).then(|| {
        let drawing = match card.lead_image {
            Some(image) => view! { <Photo picture=image.picture alt=image.alt sizes loading/> }.into_any(),
            None => view! { <Cover seed=card.id.0/> }.into_any(),
        };
        view! { <div class="teaser__media">{drawing}</div> }
    });
    let headline = view! { <a href=card.path>{card.headline}</a> };
    let headline = if level == 2 {
        view! { <h2 class="teaser__headline">{headline}</h2> }.into_any()
    } else {
        view! { <h3 class="teaser__headline">{headline}</h3> }.into_any()
    };
    let kicker = match (section, card.kicker) {
        (true, topic) => {
            let topic = topic.map(|topic| view! { " " <span class="kicker__topic">{topic}</span> });
            Some(view! { <p class="kicker"><a href=card.section.path>{card.section.name}</a>{topic}</p> }.into_any())
        }
        (false, Some(topic)) => Some(view! { <p class="kicker">{topic}</p> }.into_any()),
        (false, None) => None,
    };
    let byline = (!card.byline.is_empty()).then(|| view! { <span class="meta__byline">{card.byline}</span> });
    view! {
        <article class=format!("{class} section-colour-{}", card.section.colour) lang=card.lang>
            {media}
            <div class="teaser__text">
                {kicker}
                {headline}
                {(style != TeaserStyle::Text).then(|| view! { <p class="teaser__excerpt">{card.excerpt}</p> })}
                <p class="meta">{byline}<time datetime=date.0>{date.1}</time></p>
            </div>
        </article>
    }
}
