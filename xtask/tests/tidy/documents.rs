//! Documents: what they point to is there, and decisions are told in one form.

use crate::tree::{all, check, root, within};

#[test]
fn every_link_of_a_document_leads_to_a_file() {
    check(all().filter(|file| file.has_extension("md")).flat_map(|file| {
        let folder = root().join(file.folder());
        let links = file.lines().flat_map(|(line, text)| targets(text).map(move |target| (line, target)));
        let broken = links.filter(move |(_, target)| !folder.join(target).exists());
        broken.map(|(line, target)| format!("{}:{line}: there is no {target}", file.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn every_decision_has_its_number_and_its_three_parts() {
    let decisions = || within(&["docs/decisions/"], "md");
    assert!(decisions().count() > 0, "docs/decisions/ holds no decision");
    let misnumbered =
        (1..).zip(decisions()).filter(|(number, file)| !file.stem().starts_with(&format!("{number:04}-")));
    check(misnumbered.map(|(number, file)| format!("{}: its number should be {number:04}", file.path)));
    let parts = ["\n## Context\n", "\n## Decision\n", "\n## Consequences\n"];
    let unfinished = decisions().filter(|file| !parts.iter().all(|part| file.text.contains(part)));
    check(unfinished.map(|file| format!("{}: a decision has Context, Decision and Consequences", file.path)));
}

/// What the links of a line lead to, addresses on the web and places on the same page apart.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    let links = links.map(|target| target.split('#').next().unwrap_or(target));
    links.filter(|target| !target.is_empty() && !target.contains(':'))
}
