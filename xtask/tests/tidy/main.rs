//! The house rules that a program can check, over every file that git knows or would add.
//!
//! One test a rule. A rule that fails says the file, the line and what to do instead; the reasons are in
//! `ARCHITECTURE.md` and `docs/decisions/`.

mod tree;

mod crates;
mod database;
mod documents;
mod endpoints;
mod habits;
mod markup;
mod origins;
mod pins;
mod sizes;
mod stylesheets;
mod words;
