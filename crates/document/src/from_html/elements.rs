//! What elements mean: by their name, and by the class names that content systems use.

use super::tokens::Tag;
use crate::Mark;

/// What an opening tag asks for.
pub(super) enum Element {
    /// Nothing of it is kept, its content included.
    Dropped,
    /// Nothing of it is kept; it has no content.
    DroppedVoid,
    /// Nothing to see, nothing to report.
    Silent,
    Break,
    Rule,
    Picture,
    Player,
    /// Stands within a line.
    Inline(Effect),
    /// Begins and ends lines.
    Block(Kind),
}

/// What an element within a line does to its text.
pub(super) enum Effect {
    Mark(Mark),
    Link,
    Quotation,
    Footnote,
    /// Who made the picture of a caption.
    Credit,
    Nothing,
}

impl Effect {
    /// Whether its text is read apart from the line it stands in.
    pub const fn sets_aside(&self) -> bool {
        matches!(self, Self::Footnote | Self::Credit)
    }
}

/// What an element between lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Heading(u8),
    List {
        ordered: bool,
    },
    Item,
    Term,
    Quote,
    PullQuote,
    Source,
    Figure {
        gallery: bool,
    },
    Caption,
    Table,
    Row,
    Cell {
        header: bool,
    },
    Code,
    Box,
    BoxTitle,
    /// Only keeps its text apart.
    Group,
}

/// Tells an element by its tag. `cite` and `footer` are sources only in quotes, and `cite` not within their lines.
pub(super) fn element(tag: &Tag, in_quote: bool, in_paragraph: bool) -> Element {
    match &*tag.name {
        "script" | "style" | "noscript" | "form" | "object" | "svg" | "template" | "math" | "canvas" | "audio"
        | "video" | "select" | "button" | "textarea" | "title" | "xmp" | "noembed" | "noframes" | "map" | "applet"
        | "datalist" | "frameset" => Element::Dropped,
        "input" | "embed" | "frame" | "bgsound" => Element::DroppedVoid,
        "br" => Element::Break,
        "hr" => Element::Rule,
        "img" | "image" => Element::Picture,
        "iframe" => Element::Player,
        "cite" if in_quote && !in_paragraph => Element::Block(Kind::Source),
        name => match (inline(name, tag), block(name, tag, in_quote)) {
            (Some(effect), _) => Element::Inline(effect),
            (None, Some(kind)) => Element::Block(kind),
            (None, None) => Element::Silent,
        },
    }
}

fn inline(name: &str, tag: &Tag) -> Option<Effect> {
    Some(match name {
        "a" => Effect::Link,
        "strong" | "b" => Effect::Mark(Mark::Strong),
        "em" | "i" | "cite" | "dfn" | "var" => Effect::Mark(Mark::Emphasis),
        "code" | "kbd" | "samp" | "tt" => Effect::Mark(Mark::Code),
        "s" | "strike" | "del" => Effect::Mark(Mark::Strike),
        "sub" => Effect::Mark(Mark::Subscript),
        "sup" => Effect::Mark(Mark::Superscript),
        "q" => Effect::Quotation,
        "span" | "small" if tag.has_class(|class| class == "footnote") => Effect::Footnote,
        "span" | "small" if tag.has_class(|class| class == "credit") => Effect::Credit,
        "span" | "small" => Effect::Nothing,
        _ => return None,
    })
}

fn block(name: &str, tag: &Tag, in_quote: bool) -> Option<Kind> {
    let has = |names: &[&str]| tag.has_class(|class| names.contains(&class));
    Some(match name {
        "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if has(&["box__title"]) => Kind::BoxTitle,
        "p" | "dd" | "div" if has(&["wp-caption-text", "gallery-caption"]) => Kind::Caption,
        "div" | "figure" | "section" | "ul" if has(&["gallery", "wp-block-gallery"]) => Kind::Figure { gallery: true },
        "div" | "dl" if has(&["wp-caption"]) => Kind::Figure { gallery: false },
        "blockquote" | "aside" | "figure" if tag.has_class(|class| class.contains("pull")) => Kind::PullQuote,
        "aside" | "section" | "div" if has(&["box"]) => Kind::Box,
        "figcaption" if has(&["blocks-gallery-caption"]) => Kind::Group,
        "h1" | "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" | "h5" | "h6" => Kind::Heading(4),
        "ul" | "menu" | "dir" => Kind::List { ordered: false },
        "ol" => Kind::List { ordered: true },
        "li" => Kind::Item,
        "dt" => Kind::Term,
        "blockquote" => Kind::Quote,
        "footer" if in_quote => Kind::Source,
        "figure" => Kind::Figure { gallery: false },
        "figcaption" | "caption" => Kind::Caption,
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" => Kind::Cell { header: false },
        "th" => Kind::Cell { header: true },
        "pre" | "listing" => Kind::Code,
        "p" | "div" | "section" | "article" | "aside" | "main" | "header" | "footer" | "nav" | "address" | "center"
        | "details" | "summary" | "dl" | "dd" | "dialog" | "fieldset" | "legend" | "hgroup" | "search" | "html"
        | "head" | "body" | "tbody" | "thead" | "tfoot" | "option" | "optgroup" => Kind::Group,
        _ => return None,
    })
}
