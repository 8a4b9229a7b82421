//! The report of what did not come along.

use std::collections::BTreeMap;

/// How many different sentences are kept; hostile input could fill any list.
const MOST: usize = 100;

#[derive(Default)]
pub(super) struct Dropped {
    counts: BTreeMap<String, usize>,
    others: usize,
}

impl Dropped {
    /// Notes something, as a sentence without its full stop.
    pub fn push(&mut self, sentence: String) {
        if self.counts.len() >= MOST && !self.counts.contains_key(&sentence) {
            self.others += 1;
        } else {
            *self.counts.entry(sentence).or_default() += 1;
        }
    }

    /// Every sentence once, with how often it was noted.
    pub fn sentences(self) -> Vec<String> {
        let others = (self.others > 0).then(|| format!("and {} more", self.others));
        let counted = |(sentence, count)| if count == 1 { sentence } else { format!("{sentence} ({count} times)") };
        self.counts.into_iter().map(counted).chain(others).collect()
    }
}

/// Who hosts an address, for a sentence.
pub(super) fn host(address: &str) -> String {
    let host = address.split_once("//").map_or(address, |(_, rest)| rest);
    beginning(host.split(['/', '?', '#']).next().unwrap_or_default())
}

/// As much of an address as a sentence can hold.
pub(super) fn beginning(address: &str) -> String {
    address.trim().chars().filter(|c| !c.is_control()).take(80).collect()
}
