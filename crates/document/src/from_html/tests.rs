use std::fs;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::{Block, sample};

/// Where the pictures of tests are found.
fn here(picture: &str) -> String {
    picture.to_owned()
}

/// Reads HTML and compares it with the HTML that is written again, and with the report.
fn check_report(html: &str, expected: &str, dropped: &[&str]) {
    let converted = from_html(html).expect("an article");
    assert_eq!(converted.document.to_html(here), expected, "{html}");
    assert_eq!(converted.dropped, dropped, "{html}");
}

fn check(html: &str, expected: &str) {
    check_report(html, expected, &[]);
}

#[test]
fn lines_become_paragraphs_with_white_space_as_browsers_show_it() {
    check("<p>One\n  two</p>\n\n<p> three</p>", "<p>One two</p><p>three</p>");
    check("bare <b>text</b>\n<p>then", "<p>bare <strong>text</strong></p><p>then</p>");
    check("<div>a<div>b</div>c</div>d", "<p>a</p><p>b</p><p>c</p><p>d</p>");
    check("<p>a<br>b<br/> <br>c<br></p>", "<p>a<br>b</p><p>c</p>");
    check("<p>a&nbsp;b &egrave;</p><p>&nbsp;</p><p></p>", "<p>a\u{a0}b è</p>");
    check("<unknown>a <x-y>b</x-y></unknown> c", "<p>a b c</p>");
    check("a<!-- b --> c<!DOCTYPE x>", "<p>a c</p>");
}

#[test]
fn marks_follow_their_meaning_and_outlast_sloppy_nesting() {
    check(
        "<b>a</b><i>b</i><tt>c</tt><del>d</del><sub>e</sub><sup>f</sup><cite>g</cite><u>h</u>",
        "<p><strong>a</strong><em>b</em><code>c</code><s>d</s><sub>e</sub><sup>f</sup><em>g</em>h</p>",
    );
    check("<p><b>a<i>b</b>c</i>d", "<p><strong>a<em>b</em></strong><em>c</em>d</p>");
    check("<b><p>a</p><p>b</b>c</p>", "<p><strong>a</strong></p><p><strong>b</strong>c</p>");
    check("<p>a <q>b <q>c</q></q></p>", "<p>a “b ‘c’”</p>");
    check(
        "<a href=' HTTP://example.org/?a&amp;b '>a<a href=//example.org>b</a>c</a>",
        "<p><a href=\"http://example.org/?a&amp;b\" rel=\"noopener\">a</a><a href=\"https://example.org\" rel=\"noopener\">b</a>c</p>",
    );
    check("<a name=x>a</a>", "<p>a</p>");
    check(
        "<table><tr><td><b>a<tr><td>b</table>c",
        "<table><tbody><tr><td><strong>a</strong></td></tr><tr><td>b</td></tr></tbody></table><p>c</p>",
    );
}

#[test]
fn headings_lists_and_terms_keep_their_shape() {
    check("<h1>a</h1><h2>b<h3>c</h3><h5>d</h6>e", "<h2>a</h2><h2>b</h2><h3>c</h3><h4>d</h4><p>e</p>");
    check(
        "<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>e",
        "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p><p>d</p></li></ul><p>e</p>",
    );
    check("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>");
    check("<ol start=4><li>a</li></ol>", "<ol start=\"4\"><li><p>a</p></li></ol>");
    check(
        "<dl><dt>a<dd>b<dt><b>c</b></dt><dd><p>d</dl>",
        "<p><strong>a</strong></p><p>b</p><p><strong>c</strong></p><p>d</p>",
    );
    check("<li>a</li>", "<p>a</p>");
}

#[test]
fn quotes_know_their_sources() {
    check(
        "<blockquote>a<footer>— <cite>B</cite></footer></blockquote>",
        "<blockquote><p>a</p><footer><em>B</em></footer></blockquote>",
    );
    check("<blockquote><p>a</p><cite>B</cite></blockquote>", "<blockquote><p>a</p><footer>B</footer></blockquote>");
    check("<blockquote><p>a <cite>B</cite></blockquote>", "<blockquote><p>a <em>B</em></p></blockquote>");
    let pulled = "<aside class=\"pull-quote\"><p>a</p><cite>B</cite></aside>";
    check("<blockquote class=pullquote><p>a</p><footer>B</footer></blockquote>", pulled);
    check("<figure class='wp-block-pullquote'><blockquote><p>a</p><cite>B</cite></blockquote></figure>", pulled);
}

#[test]
fn pictures_come_with_captions_and_credits() {
    let figure = "<figure><img src=\"/a.jpg\" alt=\"A\"><figcaption>b <strong>c</strong></figcaption></figure>";
    check("<figure><a href=/x><img src=/a.jpg alt=A></a><figcaption>b <b>c</b></figcaption></figure>", figure);
    check(
        "<div class='wp-caption alignleft'><img src=/a.jpg alt=A><p class=wp-caption-text>b <b>c</b></p></div>",
        figure,
    );
    check("<p>x <img src=/a.jpg> y</p>", "<p>x</p><figure><img src=\"/a.jpg\" alt=\"\"></figure><p>y</p>");
    check(
        "<img src='data:image/gif;base64,R0' data-src=//example.org/a.jpg>",
        "<figure><img src=\"https://example.org/a.jpg\" alt=\"\"></figure>",
    );
    check("<p>a <img class=emoji alt=\"☀\" src=/sun.svg> b", "<p>a ☀ b</p>");
    let credited =
        "<figure><img src=\"/a.jpg\" alt=\"\"><figcaption>b <small class=\"credit\">C. D</small></figcaption></figure>";
    check(credited, credited);
    let gallery = "<div class=\"gallery\"><figure><img src=\"/a.jpg\" alt=\"\"><figcaption>a</figcaption></figure>\
                   <figure><img src=\"/b.jpg\" alt=\"\"><figcaption>b</figcaption></figure></div>";
    check(gallery, gallery);
    check(
        "<div class=gallery><dl class=gallery-item><dt><img src=/a.jpg><dd class='wp-caption-text gallery-caption'>a</dl>\
         <dl class=gallery-item><dt><img src=/b.jpg><dd class=gallery-caption>b</dl></div>",
        gallery,
    );
    check(
        "<figure class=wp-block-gallery><ul><li><figure><img src=/a.jpg><figcaption>a</figcaption></figure>\
         <li><figure><img src=/b.jpg><figcaption>b</figcaption></figure></ul></figure>",
        gallery,
    );
}

#[test]
fn tables_keep_headers_spans_and_captions() {
    let table = "<table><caption>t</caption><tbody><tr><th colspan=\"2\">a</th></tr><tr><td rowspan=\"2\">b</td><td>c<br>d</td></tr></tbody></table>";
    check(table, table);
    check(
        "<table><caption>t<thead><tr><th colspan=2>a<tbody><tr><td rowspan=2>b<td><p>c</p><ul><li>d</ul></table>",
        table,
    );
    check(
        "<figure class=wp-block-table><table><tr><td>a</table><figcaption>t</figcaption></figure>",
        "<table><caption>t</caption><tbody><tr><td>a</td></tr></tbody></table>",
    );
    check(
        "<table><td>a<table><tr><td>b</table>c</table>d",
        "<table><tbody><tr><td>a<br>b<br>c</td></tr></tbody></table><p>d</p>",
    );
    check(
        "<table><tr><td>a<img src=/a.jpg> b</td></table>",
        "<figure><img src=\"/a.jpg\" alt=\"\"></figure><table><tbody><tr><td>a b</td></tr></tbody></table>",
    );
    check(
        "<table><td colspan=9999 rowspan=x>a</table>",
        "<table><tbody><tr><td colspan=\"100\">a</td></tr></tbody></table>",
    );
    check("<div><table><tr><td>a</div>b</table>c</div>", "<table><tbody><tr><td>ab</td></tr></tbody></table><p>c</p>");
}

#[test]
fn code_is_kept_as_typed() {
    let code = "<pre><code class=\"language-c\">a  &lt;b\n\tc</code></pre>";
    check(code, code);
    check("<pre>\na <b>b</b><br>c\n</pre>", "<pre><code>a b\nc</code></pre>");
}

#[test]
fn insets_players_rules_and_footnotes_are_recognised() {
    let inset = "<aside class=\"box\"><p class=\"box__title\">a</p><p>b</p></aside>";
    check(inset, inset);
    check("<div class='box red'><h3>a</h3>b</div>", inset);
    let player = |title: &str| {
        format!("<p><a href=\"https://www.youtube.com/watch?v=dQw4w9WgXcQ\" rel=\"noopener\">{title}</a></p>")
    };
    check("<iframe src='//www.youtube.com/embed/dQw4w9WgXcQ?rel=0' title=A></iframe>", &player("A"));
    check("<figure class=wp-block-embed><div>\nhttps://youtu.be/dQw4w9WgXcQ\n</div></figure>", &player("YouTube"));
    check("a<hr>b", "<p>a</p><hr><p>b</p>");

    let article =
        from_html("<p>a<span class=footnote>b <span>c</span> <i>d</i></span>, <b>e<span class=footnote>f</b> g</p>")
            .expect("an article");
    let footnotes: Vec<_> = article.document.footnotes().map(|note| crate::text::line_text(note, "")).collect();
    assert_eq!(footnotes, ["b c d", "f g"]);
    assert_eq!(article.document.plain_text(), "a, e\n\nb c d\n\nf g");
}

#[test]
fn what_does_not_come_along_is_reported() {
    check_report(
        "a<script>b</script><script>c</script><style>d</style><form>e<form>f</form></form><svg/>g",
        "<p>ag</p>",
        &["dropped <form>", "dropped <script> (2 times)", "dropped <style>", "dropped <svg>"],
    );
    check_report(
        "<a href='java\nscript:alert(1)' onclick=x()>a</a><iframe src=https://example.org/x?y>b</iframe>",
        "<p>a</p>",
        &["dropped <iframe> of example.org", "dropped the link to javascript:alert(1)"],
    );
    check_report(
        "<img src=javascript:x><img src=/a.gif width=1 height=1>",
        "",
        &["dropped a picture of one pixel", "dropped a picture without a usable address"],
    );
    let many: Vec<String> = (0..1_000).map(|number| format!("<a href='x{number}:'>a</a>")).collect();
    assert_eq!(from_html(&many.concat()).expect("an article").dropped.last().map(String::as_str), Some("and 900 more"));
}

/// Every answer is a checked body or a refusal. That it comes soon shows in how long the tests take, not in a clock.
#[test]
fn hostile_html_is_refused_or_harmless() {
    let laughs = "<!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>";
    let laughs = from_html(&format!("<!DOCTYPE x [<!ENTITY a 'lol'>{laughs}]><p>&d;")).expect("an article");
    assert_eq!(laughs.document.plain_text(), "]>\n\n&d;");

    let long_href = "x".repeat(4_000);
    for (piece, count, is_read) in [
        ("<div>", 100_000, false),
        ("<b><i><a>", 10_000, false),
        ("<p><b><i><a>", 10_000, false),
        ("<table><tr><td>", 10_000, false),
        ("<ul><li>", 10_000, false),
        ("<blockquote>x", 100, false),
        ("<svg>", 10_000, false),
        ("<p>x", 30_000, false),
        (&format!("<a href={long_href}>"), 400, false),
        ("</div></p></b>", 30_000, true),
        ("<p>", 30_000, true),
        ("<!--", 100_000, true),
        ("<!---->", 100_000, true),
        ("<", 100_000, true),
        ("&", 100_000, true),
        ("<a b", 100_000, true),
        ("<a b='", 100_000, true),
        ("</script", 100_000, true),
        ("<script></", 100_000, true),
        ("<br>", 10_000, true),
    ] {
        let answer = from_html(&piece.repeat(count));
        assert_eq!(answer.is_ok(), is_read, "{count} times {piece:.20}: {:?}", answer.err());
    }

    let attributes: Vec<String> = (0..100_000).map(|number| format!("a{number}")).collect();
    from_html(&format!("<p {}>x", attributes.join(" "))).expect("an article");
    let shared_link = format!("<a href=/{long_href}>{}", "<b>x</b>y".repeat(100_000));
    assert!(matches!(from_html(&shared_link), Err(HtmlError::TooLarge { .. })));
    assert!(matches!(from_html(&" ".repeat(2_000_001)), Err(HtmlError::TooLarge { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_refused_or_becomes_a_checked_body(pieces in proptest::collection::vec(prop_oneof![
        "</?(p|div|b|a|li|ul|ol|td|tr|table|caption|h2|blockquote|pre|code|dl|dt|q|br|hr|cite|footer|figure|figcaption|form)>",
        "<(span|small) class=(footnote|credit)>|</(span|small)>|<img src=/a alt=b>|<(div|figure) class=gallery>|<aside class=(box|pull)>",
        "[a-z &;\n]{0,5}",
        r"\PC{0,5}",
    ], 0..40)) {
        let html = pieces.concat();
        if let Ok(converted) = from_html(&html) {
            prop_assert_eq!(converted.document.check(&Limits::default()), Ok(()));
            let again = from_html(&converted.document.to_html(here)).expect("our own HTML is read");
            prop_assert_eq!(again.dropped, Vec::<String>::new());
        }
    }

    #[test]
    fn our_own_html_comes_back_as_it_was(document in sample::documents()) {
        let expected = comparable(document);
        let converted = from_html(&expected.to_html(here)).expect("our own HTML is read");
        prop_assert_eq!(converted.dropped, Vec::<String>::new());
        prop_assert_eq!(comparable(converted.document), expected);
    }
}

/// Drops what HTML cannot say in our form, and what reads the same in another: notes, embeds, galleries of one, boxes
/// that begin with a heading, runs of spaces. Twice, as the first time may leave boxes without a title.
fn comparable(document: Document) -> Document {
    (0..2).fold(document, |document, _| {
        let mut value = serde_json::to_value(document).expect("a document is JSON");
        simplify(&mut value);
        serde_json::from_value::<Document>(value).expect("still a document").tidy()
    })
}

fn simplify(value: &mut Value) {
    match value {
        Value::Array(list) => {
            list.retain(has_own_form);
            list.iter_mut().for_each(simplify);
        }
        Value::Object(fields) => fields.values_mut().for_each(simplify),
        Value::String(text) => *text = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "),
        _ => {}
    }
}

fn has_own_form(value: &Value) -> bool {
    match value["type"].as_str() {
        Some("footnote" | "embed" | "gallery" | "break") => false,
        Some("code") => value.get("text").is_none(),
        Some("box") => value.get("title").is_some(),
        _ => true,
    }
}

#[test]
fn every_article_of_the_edition_is_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/edition/edition-it.jsonl");
    let Ok(lines) = fs::read_to_string(path) else { return eprintln!("skipped: {path} is missing") };
    for line in lines.lines() {
        let article: Value = serde_json::from_str(line).expect("a line of JSON");
        let converted = from_html(article["html"].as_str().expect("its html")).expect("an article");
        let is_known = |dropped: &String| ["ftp:", "irc:"].iter().any(|scheme| dropped.contains(scheme));
        assert!(converted.dropped.iter().all(is_known), "{}: {:?}", article["ref"], converted.dropped);

        let running = running_text(&converted.document);
        let excerpt = converted.document.excerpt(160);
        assert!(excerpt.chars().count() <= 160 && !excerpt.is_empty(), "{}: {excerpt}", article["ref"]);
        assert!(running.contains(excerpt.trim_end_matches('…')), "{}: {excerpt}", article["ref"]);
        for block in converted.document.all_blocks().filter(|block| matches!(block, Block::Heading { .. })) {
            let heading = words(block);
            assert!(running.contains(&heading) || !excerpt.contains(&heading), "{}: {excerpt}", article["ref"]);
        }
    }
}

/// The paragraphs of the article itself, or where there are none those inside its other blocks.
fn running_text(document: &Document) -> String {
    let paragraphs = |blocks: Vec<&Block>| {
        let paragraphs = blocks.into_iter().filter(|block| matches!(block, Block::Paragraph { .. }));
        paragraphs.map(words).collect::<Vec<_>>().join(" ")
    };
    let own = paragraphs(document.blocks.iter().collect());
    if own.is_empty() { paragraphs(document.all_blocks().collect()) } else { own }
}

/// The text of a block, with single spaces.
fn words(block: &Block) -> String {
    let text = Document { blocks: vec![block.clone()] }.plain_text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
