//! The head of every page: today's date, the paper's name, its sections.

use leptos::prelude::*;
use model::Section;

use crate::context::newsroom;
use crate::display::{Display, DisplayWords};
use crate::i18n::t;
use crate::ui::Icon;
use crate::{dates, paths};

/// The masthead: large on the front page, where the name is the page's headline; a line elsewhere.
#[component]
pub(crate) fn Masthead(sections: Vec<Section>, current: String, front: bool) -> impl IntoView {
    let newsroom = newsroom();
    let site = newsroom.site();
    let name = site.name.clone();
    let title = if front {
        view! { <h1 class="masthead__name">{name}</h1> }.into_any()
    } else {
        view! { <p class="masthead__name"><a href=paths::FRONT rel="home">{name}</a></p> }.into_any()
    };
    let motto =
        (front && !site.motto.is_empty()).then(|| view! { <p class="masthead__motto">{site.motto.clone()}</p> });
    let day = dates::local(newsroom.now()).date().to_string();
    view! {
        <header class=if front { "masthead masthead--front page" } else { "masthead page" } data-swap="masthead">
            <div class="masthead__top">
                <p class="masthead__date"><time datetime=day>{dates::today()}</time></p>
                {title}
                {motto}
                <div class="masthead__tools">
                    <Display words=display_words()/>
                </div>
            </div>
            <SectionNav sections current/>
        </header>
    }
}

fn display_words() -> DisplayWords {
    let size = |key: &str| format!("{}: {}", t("site-text-size"), t(key));
    let theme = |key: &str| format!("{}: {}", t("site-theme"), t(key));
    DisplayWords {
        sizes: [size("site-text-size-normal"), size("site-text-size-large"), size("site-text-size-larger")],
        themes: [theme("site-theme-auto"), theme("site-theme-light"), theme("site-theme-dark")],
    }
}

/// The sections in a row, and all of them with their subsections behind a button.
#[component]
fn SectionNav(sections: Vec<Section>, current: String) -> impl IntoView {
    if sections.is_empty() {
        return ().into_any();
    }
    let here = move |path: &str| (path == current).then_some("page");
    let groups = sections
        .iter()
        .map(|section| {
            let children = section
                .children
                .iter()
                .map(|child| view! { <li><a href=child.path.clone()>{child.name.clone()}</a></li> });
            let children = (!section.children.is_empty()).then(|| view! { <ul>{children.collect_view()}</ul> });
            view! {
                <li class=format!("section-nav__group section-colour-{}", section.colour)>
                    <a href=section.path.clone()>{section.name.clone()}</a>
                    {children}
                </li>
            }
        })
        .collect_view();
    let links = sections
        .iter()
        .map(|section| {
            let class = format!("section-nav__link section-colour-{}", section.colour);
            view! { <li><a class=class href=section.path.clone() aria-current=here(&section.path)>{section.name.clone()}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="section-nav" aria-label=t("site-nav-label")>
            <details class="section-nav__more">
                <summary class="section-nav__summary">{Icon::Menu}<span class="section-nav__all">{t("site-nav-all")}</span></summary>
                <ul class="section-nav__panel">{groups}</ul>
            </details>
            <ul class="section-nav__list">{links}</ul>
        </nav>
    }
    .into_any()
}
