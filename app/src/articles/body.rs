//! The body of an article: one match over its blocks. A new block does not compile until it has a look here.

use std::collections::HashMap;

use document::{Block, Document, Embed, Figure, Inline, ListItem, Mark, Row};
use leptos::prelude::*;
use model::Picture;

use super::picture::{Loading, Photo};
use crate::i18n::{t, t_with};
use crate::ui::Icon;

/// The body, with its footnotes at the end.
#[component]
pub(crate) fn Body(body: Document, pictures: Vec<Picture>) -> impl IntoView {
    let mut setting = Setting {
        pictures: pictures.into_iter().map(|picture| (picture.hash.clone(), picture)).collect(),
        notes: Vec::new(),
        labelled: 0,
    };
    let blocks = setting.blocks(&body.blocks);
    let notes = setting.footnotes();
    view! { <div class="article__body prose prose--article" data-part="body">{blocks}{notes}</div> }
}

/// What is known while a body is set, block by block. Recursion is bounded: a published document is 32 deep at the most.
struct Setting {
    pictures: HashMap<String, Picture>,
    notes: Vec<Vec<Inline>>,
    /// How many blocks have an anchor of their own so far.
    labelled: usize,
}

impl Setting {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<AnyView> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> AnyView {
        match block {
            Block::Paragraph { content } => view! { <p>{self.line(content)}</p> }.into_any(),
            Block::Heading { level: 2, content } => view! { <h2>{self.line(content)}</h2> }.into_any(),
            Block::Heading { level: 3, content } => view! { <h3>{self.line(content)}</h3> }.into_any(),
            Block::Heading { content, .. } => view! { <h4>{self.line(content)}</h4> }.into_any(),
            Block::List { ordered: false, items, .. } => view! { <ul>{self.items(items)}</ul> }.into_any(),
            Block::List { ordered: true, start, items } => {
                let start = (*start != 1).then(|| start.to_string());
                view! { <ol start=start>{self.items(items)}</ol> }.into_any()
            }
            Block::Quote { content, source } => {
                let quote = view! { <blockquote class="prose__quote">{self.blocks(content)}</blockquote> };
                let source = self
                    .line_if_any(source)
                    .map(|source| view! { <figcaption class="prose__source">{source}</figcaption> });
                view! { <figure class="prose__figure">{quote}{source}</figure> }.into_any()
            }
            Block::PullQuote { content, source } => {
                let quote = view! { <blockquote><p>{self.line(content)}</p></blockquote> };
                let source = self.line_if_any(source).map(|source| view! { <figcaption>{source}</figcaption> });
                view! { <figure class="pull-quote">{quote}{source}</figure> }.into_any()
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Gallery { figures } => self.gallery(figures),
            Block::Table { caption, rows } => self.table(caption, rows),
            Block::Code { text, .. } => {
                view! { <pre class="prose__code" tabindex="0"><code>{text.clone()}</code></pre> }.into_any()
            }
            Block::Box { title, content } => self.inset(title, content),
            Block::Embed(embed) => facade(embed),
            Block::Rule => view! { <hr/> }.into_any(),
        }
    }

    fn items(&mut self, items: &[ListItem]) -> Vec<AnyView> {
        items
            .iter()
            .map(|item| match item.content.as_slice() {
                // A short entry is a line, not a paragraph in a line.
                [Block::Paragraph { content }, rest @ ..] => {
                    view! { <li>{self.line(content)}{self.blocks(rest)}</li> }.into_any()
                }
                blocks => view! { <li>{self.blocks(blocks)}</li> }.into_any(),
            })
            .collect()
    }

    fn figure(&mut self, figure: &Figure) -> AnyView {
        let Some(picture) = self.pictures.get(&figure.picture).cloned() else { return ().into_any() };
        let class = if picture.width > picture.height { "figure figure--wide" } else { "figure" };
        let alt = figure.alt.clone();
        view! {
            <figure class=class>
                <div class="figure__media">
                    <Photo picture alt sizes="(min-width: 60em) 56rem, 100vw" loading=Loading::Lazy/>
                </div>
                {self.caption(&figure.caption, figure.credit.as_deref())}
            </figure>
        }
        .into_any()
    }

    fn gallery(&mut self, figures: &[Figure]) -> AnyView {
        let mut pictures = Vec::new();
        let mut captions = Vec::new();
        for figure in figures {
            let Some(picture) = self.pictures.get(&figure.picture).cloned() else { continue };
            let alt = figure.alt.clone();
            pictures.push(view! {
                <div><Photo picture alt sizes="(min-width: 60em) 28rem, 50vw" loading=Loading::Lazy/></div>
            });
            captions.push(self.caption(&figure.caption, figure.credit.as_deref()));
        }
        view! {
            <figure class="gallery" aria-label=t("article-gallery")>
                <div class="gallery__pictures">{pictures}</div>
                {captions}
            </figure>
        }
        .into_any()
    }

    fn table(&mut self, caption: &[Inline], rows: &[Row]) -> AnyView {
        // Leading rows of nothing but headers are the head.
        let head = rows.iter().take_while(|row| row.cells.iter().all(|cell| cell.header)).count();
        let (head, body) = rows.split_at(if head == rows.len() { 0 } else { head });
        let head = (!head.is_empty()).then(|| view! { <thead>{self.rows(head, "col")}</thead> });
        let body = view! { <tbody>{self.rows(body, "row")}</tbody> };
        let caption = self.line_if_any(caption).map(|caption| view! { <caption>{caption}</caption> });
        view! {
            <div class="prose__table" tabindex="0" role="region" aria-label=t("article-table-scroll")>
                <table>{caption}{head}{body}</table>
            </div>
        }
        .into_any()
    }

    fn rows(&mut self, rows: &[Row], scope: &'static str) -> Vec<AnyView> {
        rows.iter()
            .map(|row| {
                let cells: Vec<AnyView> = row
                    .cells
                    .iter()
                    .map(|cell| {
                        let columns = (cell.colspan != 1).then(|| cell.colspan.to_string());
                        let rows = (cell.rowspan != 1).then(|| cell.rowspan.to_string());
                        let text = self.line(&cell.content);
                        if cell.header {
                            view! { <th scope=scope colspan=columns rowspan=rows>{text}</th> }.into_any()
                        } else {
                            view! { <td colspan=columns rowspan=rows>{text}</td> }.into_any()
                        }
                    })
                    .collect();
                view! { <tr>{cells}</tr> }.into_any()
            })
            .collect()
    }

    fn inset(&mut self, title: &[Inline], content: &[Block]) -> AnyView {
        self.labelled += 1;
        let id = format!("box-{}", self.labelled);
        match self.line_if_any(title) {
            Some(title) => view! {
                <div class="box" role="note" aria-labelledby=id.clone()>
                    <h2 class="box__title" id=id.clone()>{title}</h2>
                    {self.blocks(content)}
                </div>
            }
            .into_any(),
            None => view! { <div class="box" role="note" aria-label=t("article-box")>{self.blocks(content)}</div> }
                .into_any(),
        }
    }

    fn caption(&mut self, caption: &[Inline], credit: Option<&str>) -> Option<AnyView> {
        caption_of(self.line_if_any(caption), credit)
    }

    fn line_if_any(&mut self, content: &[Inline]) -> Option<Vec<AnyView>> {
        (!content.is_empty()).then(|| self.line(content))
    }

    fn line(&mut self, content: &[Inline]) -> Vec<AnyView> {
        content
            .iter()
            .map(|inline| match inline {
                Inline::Text { text, marks } => marks.iter().rev().fold(text.clone().into_any(), mark),
                Inline::Break => view! { <br/> }.into_any(),
                Inline::Footnote { content } => {
                    self.notes.push(content.clone());
                    note_link(self.notes.len())
                }
            })
            .collect()
    }

    fn footnotes(&mut self) -> Option<AnyView> {
        let notes = std::mem::take(&mut self.notes);
        if notes.is_empty() {
            return None;
        }
        let notes: Vec<_> = (1..)
            .zip(&notes)
            .map(|(number, note): (usize, _)| {
                let back = t_with("article-note-back", [("number", number.into())]);
                view! {
                    <li id=format!("note-{number}")>
                        {self.line(note)}
                        " "
                        <a class="footnotes__back" href=format!("#ref-{number}") aria-label=back>"↩"</a>
                    </li>
                }
            })
            .collect();
        let section = view! {
            <section class="footnotes" aria-labelledby="footnotes">
                <h2 id="footnotes">{t("article-notes")}</h2>
                <ol>{notes}</ol>
            </section>
        };
        Some(section.into_any())
    }
}

fn mark(inner: AnyView, mark: &Mark) -> AnyView {
    match mark {
        Mark::Link { href } => {
            let elsewhere = href.starts_with("http").then_some("noopener");
            view! { <a href=href.clone() rel=elsewhere>{inner}</a> }.into_any()
        }
        Mark::Strong => view! { <strong>{inner}</strong> }.into_any(),
        Mark::Emphasis => view! { <em>{inner}</em> }.into_any(),
        Mark::Code => view! { <code>{inner}</code> }.into_any(),
        Mark::Strike => view! { <s>{inner}</s> }.into_any(),
        Mark::Subscript => view! { <sub>{inner}</sub> }.into_any(),
        Mark::Superscript => view! { <sup>{inner}</sup> }.into_any(),
    }
}

fn note_link(number: usize) -> AnyView {
    let label = t_with("article-note", [("number", number.into())]);
    view! {
        <sup>
            <a class="footnotes__ref" id=format!("ref-{number}") href=format!("#note-{number}") aria-label=label>{number.to_string()}</a>
        </sup>
    }
    .into_any()
}

/// What stands in an embed's place until the reader asks for it. Without script it is a link to the provider's page.
fn facade(embed: &Embed) -> AnyView {
    let provider = embed.provider.name();
    let label = t_with("article-embed-load", [("provider", provider.into())]);
    let note = t_with("article-embed-explain", [("provider", provider.into())]);
    let caption = (!embed.title.is_empty())
        .then(|| view! { <figcaption class="figure__caption">{embed.title.clone()}</figcaption> });
    view! {
        <figure class="embed">
            <a class="embed__link" href=embed.page_url() rel="noopener" data-embed-frame=embed.frame_url() data-embed-title=embed.title.clone()>
                <span class="embed__icon">{Icon::Play}</span>
                <span class="embed__label">{label}</span>
                <span class="embed__note">{note}</span>
            </a>
            {caption}
        </figure>
    }
    .into_any()
}

/// The line under a picture: what it shows, and who made it.
pub(super) fn caption_of(caption: Option<Vec<AnyView>>, credit: Option<&str>) -> Option<AnyView> {
    if caption.is_none() && credit.is_none() {
        return None;
    }
    let credit = credit.map(|credit| {
        let credit = t_with("article-picture-credit", [("credit", credit.into())]);
        view! { " " <span class="figure__credit">{credit}</span> }
    });
    Some(view! { <figcaption class="figure__caption">{caption}{credit}</figcaption> }.into_any())
}

/// A line of its own, without footnotes: a caption.
pub(super) fn caption_line(content: &[Inline]) -> Option<Vec<AnyView>> {
    Setting { pictures: HashMap::new(), notes: Vec::new(), labelled: 0 }.line_if_any(content)
}
