//! What the newsroom does, entered through [`newsroom::Newsroom`], on SQLite and on PostgreSQL.

mod harness;

mod articles;
mod bylines;
mod changes;
mod comments;
mod demo;
mod front;
mod import;
mod pageviews;
mod paths;
mod pictures;
mod publishing;
mod related;
mod sections;
mod site;
mod store;
mod tags;
mod writing;
