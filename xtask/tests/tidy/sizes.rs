//! Files that fit a reader's head, and say at once what they are.

use crate::tree::{all, check};

const LINES_MAX: usize = 400;

#[test]
fn no_file_is_longer_than_anybody_wants_to_read() {
    let sources = all().filter(|file| ["rs", "ts", "mjs", "css"].iter().any(|kind| file.has_extension(kind)));
    check(sources.filter_map(|file| {
        let lines = file.text.lines().count();
        (lines > LINES_MAX)
            .then(|| format!("{} has {lines} lines, {LINES_MAX} at the most: split it by meaning", file.path))
    }));
}

#[test]
fn every_file_of_a_program_says_what_it_is() {
    let sources =
        all().filter(|file| file.has_extension("rs") && file.stem() != "sql" && file.shipped().next().is_some());
    let silent = sources.filter(|file| !file.text.starts_with("//!"));
    check(silent.map(|file| format!("{}:1: a file begins by saying what it is: //! …", file.path)));
}
