//! Where a change begins: what was put in between like words can be told in several ways, and one reads best.
//!
//! "Uno. Due." that became "Uno. Nuovo. Due." can be said to have gained ". Nuovo" after the first word, or "Nuovo. " as
//! the sentence that it is.

use std::cmp::Reverse;

use similar::{ChangeTag, DiffOp};

/// Words that stayed, went or came, in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// What became of them.
    pub tag: ChangeTag,
    /// They, and the spaces and signs between them.
    pub words: Vec<&'a str>,
}

/// The runs of a comparison. What only came or only went begins with a sentence where it can, else with a word.
pub(super) fn runs<'a>(ops: &[DiffOp], old: &[&'a str], new: &[&'a str]) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    for op in ops {
        let (gone, come) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => runs.push(run(ChangeTag::Equal, come)),
            DiffOp::Delete { .. } => runs.push(run(ChangeTag::Delete, gone)),
            DiffOp::Insert { .. } => runs.push(run(ChangeTag::Insert, come)),
            DiffOp::Replace { .. } => runs.extend([run(ChangeTag::Delete, gone), run(ChangeTag::Insert, come)]),
        }
    }
    for at in 2..runs.len() {
        let [before, changed, after] = &mut runs[at - 2..=at] else { continue };
        let is_between = before.tag == ChangeTag::Equal && after.tag == ChangeTag::Equal;
        if is_between && changed.tag != ChangeTag::Equal {
            slide(before, changed, after);
        }
    }
    runs
}

fn run<'a>(tag: ChangeTag, words: &[&'a str]) -> Run<'a> {
    Run { tag, words: words.to_vec() }
}

/// Moves a change between its neighbours that stayed to where it reads best.
fn slide<'a>(before: &mut Run<'a>, changed: &mut Run<'a>, after: &mut Run<'a>) {
    let all: Vec<&'a str> = [&before.words, &changed.words, &after.words].into_iter().flatten().copied().collect();
    let (first, length) = (before.words.len(), changed.words.len());
    let is_alike = |start: &usize| all[*start] == all[start + length];
    let lowest = (0..first).rev().take_while(is_alike).last().unwrap_or(first);
    let highest = first + (first..all.len() - length).take_while(is_alike).count();
    let best = (lowest..=highest).max_by_key(|start| (worth(&all[..*start]), Reverse(start.abs_diff(first))));
    let start = best.unwrap_or(first);
    before.words = all[..start].to_vec();
    changed.words = all[start..start + length].to_vec();
    after.words = all[start + length..].to_vec();
}

/// How well a change reads that comes after these words.
fn worth(before: &[&str]) -> u8 {
    match before {
        [.., end, space] if is_space(space) && ENDS.contains(end) => 2,
        [.., space] if is_space(space) => 1,
        _ => 0,
    }
}

/// What a sentence ends with.
const ENDS: [&str; 6] = [".", "!", "?", "…", "»", "”"];

fn is_space(word: &str) -> bool {
    word.trim().is_empty()
}
