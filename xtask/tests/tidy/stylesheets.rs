//! Style sheets: each in its layer, part of the bundle, and worn by something.

use crate::tree::{File, check, file, within};

const COMPONENTS: &str = "style/components/";

/// What readers load, and what those who write load besides.
const BUNDLES: [&str; 2] = ["style/main.css", "style/desk.css"];

#[test]
fn every_stylesheet_is_part_of_one_bundle() {
    let import = |file: &File| format!("@import \"./{}\";", file.path.trim_start_matches("style/"));
    let bundles_of = |sheet: &File| BUNDLES.iter().filter(|bundle| file(bundle).text.contains(&import(sheet))).count();
    check(
        sheets()
            .filter(|sheet| bundles_of(sheet) != 1)
            .map(|sheet| format!("{} is imported by one of {}", sheet.path, BUNDLES.join(", "))),
    );
    let imports: usize = BUNDLES.iter().map(|bundle| file(bundle).text.matches("@import ").count()).sum();
    assert_eq!(imports, sheets().count(), "{} import a file that is not there", BUNDLES.join(", "));
}

#[test]
fn every_bundle_begins_with_the_same_order_of_layers() {
    let orders = BUNDLES.map(layers);
    assert_eq!(orders[0], orders[1], "{} order the layers differently", BUNDLES.join(" and "));
}

#[test]
fn every_stylesheet_wraps_itself_in_its_layer() {
    let layers = layers(BUNDLES[0]);
    check(sheets().filter_map(|file| {
        let rules = without_comments(&file.text);
        let layer = rules.strip_prefix("@layer ").and_then(|rules| rules.split(" {").next());
        let fitting: &[&str] = if file.path.starts_with(COMPONENTS) { &["components"] } else { &layers };
        let is_right = layer.is_some_and(|layer| fitting.contains(&layer));
        let is_whole = is_right && closes_at_the_end(&rules);
        (!is_whole)
            .then(|| format!("{}: the whole file stands in its @layer, one of {}", file.path, fitting.join(", ")))
    }));
}

#[test]
fn every_block_of_style_is_worn_by_something() {
    let wearers: Vec<&File> = within(&["app/src/"], "rs").chain(within(&["frontend/web/"], "ts")).collect();
    let sheets = within(&[COMPONENTS], "css").filter(|sheet| !wearers.iter().any(|file| wears(file, sheet.stem())));
    check(sheets.map(|sheet| format!("{}: no component is called .{}", sheet.path, sheet.stem())));
}

#[test]
fn a_component_sheet_is_about_the_block_of_its_name() {
    let strangers = within(&[COMPONENTS], "css").filter(|sheet| !sheet.text.contains(&format!(".{}", sheet.stem())));
    check(strangers.map(|sheet| format!("{}: it says nothing about .{}", sheet.path, sheet.stem())));
}

/// Every style sheet but the bundles.
fn sheets() -> impl Iterator<Item = &'static File> {
    within(&["style/"], "css").filter(|file| !BUNDLES.contains(&file.path.as_str()))
}

/// The order of the layers that a bundle begins with.
fn layers(bundle: &str) -> Vec<&'static str> {
    let order = file(bundle).lines().find_map(|(_, line)| line.strip_prefix("@layer ")?.strip_suffix(';'));
    order.unwrap_or_else(|| panic!("{bundle} begins with the order of the layers")).split(", ").collect()
}

/// Whether a class of the file is the block, an element or a variant of it.
fn wears(file: &File, block: &str) -> bool {
    file.code().any(|(_, code)| {
        code.match_indices(block).any(|(at, _)| {
            let (before, after) = (&code[..at], &code[at + block.len()..]);
            let is_whole_word =
                before.ends_with(['"', ' ']) && ["\"", " ", "__", "--"].iter().any(|end| after.starts_with(end));
            let opening = before.rfind('"').unwrap_or(0);
            let is_class = before[..opening].rsplit_once("class").is_some_and(|(_, between)| !between.contains('"'));
            is_whole_word && is_class
        })
    })
}

fn without_comments(css: &str) -> String {
    let pieces = css
        .split("/*")
        .enumerate()
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once("*/").map_or("", |(_, rest)| rest) });
    pieces.collect::<String>().trim().to_owned()
}

/// Whether the first brace is closed by the last one, and by none before.
fn closes_at_the_end(css: &str) -> bool {
    let mut depth = 0_i32;
    let closed = css.char_indices().find(|(_, c)| {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        *c == '}' && depth == 0
    });
    closed.is_some_and(|(at, _)| at + 1 == css.len())
}
