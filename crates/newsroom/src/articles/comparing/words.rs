//! The words of one line against those of another.

use model::{DiffChange, DiffPiece};
use similar::{Algorithm, ChangeTag, TextDiff};

use super::PATIENCE;
use super::sliding::{Run, runs};

/// A line that stayed.
pub(super) fn unchanged(text: &str) -> Vec<DiffPiece> {
    one(DiffChange::Same, text)
}

/// A line that is gone.
pub(super) fn all_removed(text: &str) -> Vec<DiffPiece> {
    one(DiffChange::Removed, text)
}

/// A line that is new.
pub(super) fn all_added(text: &str) -> Vec<DiffPiece> {
    one(DiffChange::Added, text)
}

/// A short text that may have been empty, or be so now.
pub(super) fn compare(before: &str, after: &str) -> Vec<DiffPiece> {
    match (before, after) {
        ("", after) => all_added(after),
        (before, "") => all_removed(before),
        (before, after) => changed(before, after),
    }
}

/// What became of the words of a line. Words that changed side by side are one change, with the spaces between them.
pub(super) fn changed(before: &str, after: &str) -> Vec<DiffPiece> {
    let (old, new) = (tokens(before), tokens(after));
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).timeout(PATIENCE).diff_slices(&old, &new);
    let mut writing = Writing::default();
    for Run { tag, words } in runs(diff.ops(), &old, &new) {
        for word in words {
            match tag {
                ChangeTag::Delete => writing.change(|writing| &mut writing.removed, word),
                ChangeTag::Insert => writing.change(|writing| &mut writing.added, word),
                ChangeTag::Equal => writing.keep(word),
            }
        }
    }
    writing.finish()
}

fn one(change: DiffChange, text: &str) -> Vec<DiffPiece> {
    vec![DiffPiece { change, text: text.to_owned() }]
}

/// Pieces in the making: what changed is held back until a word comes that stayed.
#[derive(Default)]
struct Writing {
    pieces: Vec<DiffPiece>,
    removed: String,
    added: String,
    /// Spaces since the last change, which belong to it if another follows.
    spaces: String,
}

impl Writing {
    fn change(&mut self, side: fn(&mut Self) -> &mut String, word: &str) {
        let spaces = std::mem::take(&mut self.spaces);
        self.removed.push_str(&spaces);
        self.added.push_str(&spaces);
        side(self).push_str(word);
    }

    fn keep(&mut self, word: &str) {
        let in_change = !(self.removed.is_empty() && self.added.is_empty());
        if in_change && word.trim().is_empty() {
            self.spaces.push_str(word);
            return;
        }
        self.settle();
        self.push(DiffChange::Same, word);
    }

    fn settle(&mut self) {
        for (change, text) in [
            (DiffChange::Removed, std::mem::take(&mut self.removed)),
            (DiffChange::Added, std::mem::take(&mut self.added)),
            (DiffChange::Same, std::mem::take(&mut self.spaces)),
        ] {
            self.push(change, &text);
        }
    }

    fn push(&mut self, change: DiffChange, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.change == change => last.text.push_str(text),
            _ => self.pieces.push(DiffPiece { change, text: text.to_owned() }),
        }
    }

    fn finish(mut self) -> Vec<DiffPiece> {
        self.settle();
        self.pieces
    }
}

/// Words, the spaces between them, and every other sign by itself.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let kind = kind(letter);
        if before.is_some_and(|before| before != kind || kind == Kind::Sign) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(kind);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Space,
    Sign,
}

fn kind(letter: char) -> Kind {
    match letter {
        letter if letter.is_alphanumeric() => Kind::Word,
        letter if letter.is_whitespace() => Kind::Space,
        _ => Kind::Sign,
    }
}
