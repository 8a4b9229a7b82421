use document::{Block, Document, Figure, Inline, Mark};
use model::{ArticleContent, DiffChange, DiffPart};

use super::*;

fn paragraphs(texts: &[&str]) -> ArticleContent {
    let blocks = texts.iter().map(|text| Block::Paragraph { content: vec![Inline::text(*text)] }).collect();
    ArticleContent { headline: "Il mare".to_owned(), body: Document { blocks }, ..ArticleContent::default() }
}

/// A part as one line: `[-gone-]` and `[+new+]`.
fn written(part: &DiffPart) -> String {
    let pieces = part.pieces.iter().map(|piece| match piece.change {
        DiffChange::Same => piece.text.clone(),
        DiffChange::Added => format!("[+{}+]", piece.text),
        DiffChange::Removed => format!("[-{}-]", piece.text),
    });
    format!("{}: {}", part.part, pieces.collect::<String>())
}

#[track_caller]
fn check(before: &ArticleContent, after: &ArticleContent, expected: &[&str]) {
    assert_eq!(compare(before, after).parts.iter().map(written).collect::<Vec<_>>(), expected);
}

#[test]
fn words_that_changed_stand_beside_those_that_stayed() {
    check(
        &paragraphs(&["Il mare era calmo, ieri.", "Nessuno è rimasto ferito."]),
        &paragraphs(&["Il mare era molto mosso, ieri.", "Nessuno è rimasto ferito."]),
        &["body: Il mare era [-calmo-][+molto mosso+], ieri.", "body: Nessuno è rimasto ferito."],
    );
}

#[test]
fn what_comes_between_like_words_begins_with_a_sentence_or_a_word() {
    let one = |text: &str| paragraphs(&[text]);
    for (before, after, expected) in [
        ("Uno è qui. Due è là.", "Uno è qui. Tre è giù. Due è là.", "Uno è qui. [+Tre è giù. +]Due è là."),
        ("Uno. Due.", "Zero. Uno. Due.", "[+Zero. +]Uno. Due."),
        ("Uno. Due.", "Uno. Due. Tre.", "Uno. Due.[+ Tre.+]"),
        ("Il mare era molto calmo.", "Il mare era molto molto calmo.", "Il mare era molto [+molto +]calmo."),
        ("«Va bene» disse.", "«Va bene» e «va male» disse.", "«Va bene» [+e «va male» +]disse."),
    ] {
        check(&one(before), &one(after), &[&format!("body: {expected}")]);
        let back = expected.replace("[+", "[-").replace("+]", "-]");
        check(&one(after), &one(before), &[&format!("body: {back}")]);
    }
}

#[test]
fn paragraphs_come_and_go_as_a_whole() {
    check(
        &paragraphs(&["Uno due tre quattro.", "Cinque.", "Sei sette otto."]),
        &paragraphs(&["Uno due tre quattro.", "Sei sette otto.", "Nove."]),
        &["body: Uno due tre quattro.", "body: [-Cinque.-]", "body: Sei sette otto.", "body: [+Nove.+]"],
    );
    check(&paragraphs(&["Uno."]), &paragraphs(&["Altro."]), &["body: [+Altro.+]", "body: [-Uno.-]"]);
    check(&paragraphs(&[]), &paragraphs(&["Uno."]), &["body: [+Uno.+]"]);
}

#[test]
fn what_stands_around_the_body_is_named_where_it_changed() {
    let before = paragraphs(&["Uno."]);
    let after = ArticleContent {
        headline: "Il mare grosso".to_owned(),
        byline: vec!["Anna Rossi".to_owned()],
        ..paragraphs(&["Uno."])
    };
    check(&before, &after, &["headline: Il mare[+ grosso+]", "byline: [+Anna Rossi+]", "body: Uno."]);
    check(&after, &before, &["headline: Il mare[- grosso-]", "byline: [-Anna Rossi-]", "body: Uno."]);
}

#[test]
fn a_link_or_a_picture_that_changed_is_seen() {
    let link = |href: &str| {
        let marks = vec![Mark::Link { href: href.to_owned() }];
        let content = vec![Inline::Text { text: "Il comune".to_owned(), marks }];
        ArticleContent { body: Document { blocks: vec![Block::Paragraph { content }] }, ..ArticleContent::default() }
    };
    check(&link("/uno/"), &link("/due/"), &["body: Il comune ‹/[-uno-][+due+]/›"]);
    let figure = |picture: &str| {
        let figure = Figure { picture: picture.repeat(64), alt: "Il porto".to_owned(), ..Figure::default() };
        ArticleContent { body: Document { blocks: vec![Block::Figure(figure)] }, ..ArticleContent::default() }
    };
    check(&figure("a"), &figure("b"), &["body: Il porto ‹[-aaaaaaaa-][+bbbbbbbb+]›"]);
}

#[test]
fn a_long_article_is_compared_in_bounded_time() {
    let text = |word: &str| (0..2000).map(|at| format!("{word} {at} frase numero {}", at * 7)).collect::<Vec<_>>();
    let (one, two) = (text("prima"), text("seconda"));
    let slices = |texts: &[String]| paragraphs(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(compare(&slices(&one), &slices(&two)).parts.len() >= 2000);
}
