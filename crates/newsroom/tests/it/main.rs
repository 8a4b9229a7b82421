//! What the newsroom does, entered through [`newsroom::Newsroom`], on SQLite and on PostgreSQL.

mod harness;

mod articles;
mod audit;
mod bylines;
mod changes;
mod comments;
mod demo;
mod front;
mod import;
mod mail;
mod pageviews;
mod passkeys;
mod paths;
mod people;
mod pictures;
mod publishing;
mod related;
mod sections;
mod sessions;
mod site;
mod store;
mod tags;
mod wizard;
