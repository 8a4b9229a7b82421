//! Markup that would let text out of its place, or that the content security policy refuses.

use crate::tree::{File, check, file, forbid, within};

const TEXT_AREA: &str = "app/src/ui/textarea.rs";

#[test]
fn text_is_never_put_in_as_markup() {
    let files = within(&["app/src/"], "rs").filter(|file| file.path != TEXT_AREA);
    forbid(files, &["inner_html", "set_outer_html"], "let Leptos escape it");
    let words = ["innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write", "eval("];
    forbid(within(&["frontend/web/"], "ts"), &words, "build elements, or parse with DOMParser");
}

/// Leptos 0.8 writes the children of a text area unescaped.
#[test]
fn a_text_area_has_no_children() {
    let files = within(&["app/src/"], "rs").filter(|file| file.path != TEXT_AREA);
    check(files.flat_map(|file| {
        let found = file.shipped().filter(|(_, code)| code.contains("<textarea"));
        found
            .map(|(line, _)| format!("{}:{line}: use ui::TextArea, which escapes its text", file.path))
            .collect::<Vec<_>>()
    }));
    let ours = shipped(file(TEXT_AREA));
    assert!(ours.contains("></textarea>"), "{TEXT_AREA}: the text area must be closed at once, its text escaped");
}

#[test]
fn no_page_holds_a_script_or_a_style_of_its_own() {
    check(within(&["app/src/", "server/src/"], "rs").flat_map(|file| {
        let code = shipped(file);
        let scripts = openings(&code, "<script").filter(|(_, rest)| {
            let element = rest.split_once("</script>").map_or(*rest, |(element, _)| element);
            !(element.contains("src=") && element.ends_with('>'))
        });
        let styles = openings(&code, "<style");
        let found = scripts.chain(styles);
        found
            .map(|(line, _)| format!("{}:{line}: the policy refuses what is inline: bundle it", file.path))
            .collect::<Vec<_>>()
    }));
}

#[test]
fn no_element_has_a_style_attribute() {
    check(within(&["app/src/"], "rs").flat_map(|file| {
        let code = shipped(file);
        let attributes = openings(&code, " style=").chain(openings(&code, " style:"));
        // A component begins with a capital letter: what it calls `style` is no attribute.
        let of_elements = attributes.filter(|(_, rest)| {
            let before = &code[..code.len() - rest.len()];
            let tag = before.rfind('<').and_then(|at| before[at + 1..].chars().next());
            tag.is_some_and(|letter| letter.is_ascii_lowercase())
        });
        of_elements
            .map(|(line, _)| format!("{}:{line}: the policy refuses a style attribute: use a class", file.path))
            .collect::<Vec<_>>()
    }));
    forbid(
        within(&["frontend/web/"], "ts"),
        &["setAttribute(\"style\""],
        "set element.style, which the policy lets pass",
    );
}

#[test]
fn every_file_that_a_page_asks_for_is_built() {
    let is_built =
        |name: &str| within(&["xtask/src/assets/"], "rs").any(|file| file.text.contains(&format!("\"{name}\"")));
    check(within(&["app/src/"], "rs").flat_map(|file| {
        let code = shipped(file);
        let asked = openings(&code, "assets.path(\"").filter_map(|(line, rest)| Some((line, rest.split('"').nth(1)?)));
        let missing = asked.filter(|(_, name)| !is_built(name));
        missing
            .map(|(line, name)| format!("{}:{line}: xtask/src/assets makes no {name}", file.path))
            .collect::<Vec<_>>()
    }));
}

/// The code of a file, its lines kept in their places.
fn shipped(file: &File) -> String {
    file.shipped().map(|(_, code)| code).collect::<Vec<_>>().join("\n")
}

/// Where `sign` stands: the line, and the code from there on.
fn openings<'a>(code: &'a str, sign: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    code.match_indices(sign).map(|(at, _)| (code[..at].lines().count().max(1), &code[at..]))
}
