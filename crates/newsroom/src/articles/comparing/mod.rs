//! What changed from one version to another, word by word.

mod lines;
mod sliding;
mod words;

use std::collections::HashMap;
use std::time::Duration;

use model::{ArticleContent, DiffPart, LeadImage, VersionDiff};
use similar::{Algorithm, DiffOp, TextDiff};

use lines::{Line, lines};
use words::{all_added, all_removed, changed, unchanged};

/// How long lines or words are compared before a coarser answer will do.
const PATIENCE: Duration = Duration::from_millis(300);

/// How far ahead a line that was rewritten is looked for.
const AHEAD: usize = 8;

/// What became of the words between two contents. To be called off the async threads: long articles take a while.
pub(crate) fn compare(before: &ArticleContent, after: &ArticleContent) -> VersionDiff {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let heads = [
        ("kicker", text(&before.kicker), text(&after.kicker)),
        ("headline", before.headline.clone(), after.headline.clone()),
        ("standfirst", text(&before.standfirst), text(&after.standfirst)),
        ("section", before.section.clone(), after.section.clone()),
        ("byline", before.byline.join(", "), after.byline.join(", ")),
        ("tags", before.tags.join(", "), after.tags.join(", ")),
        ("copyright", text(&before.copyright), text(&after.copyright)),
    ];
    let heads = heads.into_iter().filter(|(_, before, after)| before != after);
    let mut parts: Vec<DiffPart> =
        heads.map(|(name, before, after)| part(name, words::compare(&before, &after))).collect();
    if before.lead_image != after.lead_image {
        let pieces = rewritten(&lead(before.lead_image.as_ref()), &lead(after.lead_image.as_ref()));
        parts.push(part("lead_image", pieces));
    }
    parts.extend(body(&lines(&before.body), &lines(&after.body)));
    parts.retain(|part| part.pieces.iter().any(|piece| !piece.text.is_empty()));
    VersionDiff { parts }
}

/// The body's lines: first which of them stayed, then the words of those that did not.
fn body(before: &[Line], after: &[Line]) -> Vec<DiffPart> {
    let (old, new): (Vec<&str>, Vec<&str>) = (details(before), details(after));
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).timeout(PATIENCE).diff_slices(&old, &new);
    let mut parts = Vec::new();
    for op in diff.ops() {
        let (gone, come) = (&before[op.old_range()], &after[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => parts.extend(come.iter().map(|line| part("body", unchanged(&line.words)))),
            DiffOp::Delete { .. } => parts.extend(gone.iter().map(|line| part("body", all_removed(&line.words)))),
            DiffOp::Insert { .. } => parts.extend(come.iter().map(|line| part("body", all_added(&line.words)))),
            DiffOp::Replace { .. } => replaced(gone, come, &mut parts),
        }
    }
    parts
}

/// Lines in the place of others: each new one is set beside the old one that it was made of, where there is one.
fn replaced(mut gone: &[Line], come: &[Line], parts: &mut Vec<DiffPart>) {
    for line in come {
        match gone.iter().take(AHEAD).position(|old| resembles(&old.words, &line.words)) {
            Some(at) => {
                parts.extend(gone[..at].iter().map(|old| part("body", all_removed(&old.words))));
                parts.push(part("body", rewritten(&gone[at], line)));
                gone = &gone[at + 1..];
            }
            None => parts.push(part("body", all_added(&line.words))),
        }
    }
    parts.extend(gone.iter().map(|old| part("body", all_removed(&old.words))));
}

/// A line that was rewritten. Where its words stayed, links and pictures are part of what is compared.
fn rewritten(before: &Line, after: &Line) -> Vec<model::DiffPiece> {
    if before.words == after.words {
        changed(&before.detail, &after.detail)
    } else {
        changed(&before.words, &after.words)
    }
}

/// Whether two lines share two words of five or more.
fn resembles(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let mut counts: HashMap<&str, i32> = HashMap::new();
    let (mut total, mut shared) = (0, 0);
    for word in one.split_whitespace() {
        *counts.entry(word).or_default() += 1;
        total += 1;
    }
    for word in other.split_whitespace() {
        total += 1;
        if let Some(left) = counts.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            shared += 2;
        }
    }
    total > 0 && shared * 5 >= total * 2
}

fn lead(image: Option<&LeadImage<String>>) -> Line {
    image.map_or_else(Line::default, |image| {
        lines::picture(&image.picture, &image.alt, &image.caption, image.credit.as_deref())
    })
}

fn details(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| line.detail.as_str()).collect()
}

fn part(name: &str, pieces: Vec<model::DiffPiece>) -> DiffPart {
    DiffPart { part: name.to_owned(), pieces }
}

#[cfg(test)]
mod tests;
