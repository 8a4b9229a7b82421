//! What the newsroom does, entered through [`newsroom::Newsroom`], on SQLite and on PostgreSQL.

mod harness;

mod articles;
mod bylines;
mod changes;
mod comments;
mod demo;
mod embargo;
mod front;
mod history;
mod import;
mod pageviews;
mod paths;
mod pictures;
mod previews;
mod publishing;
mod related;
mod scheduling;
mod sections;
mod site;
mod store;
mod stories;
mod tags;
mod writing;
