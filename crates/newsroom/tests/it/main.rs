//! What the newsroom does, entered through [`newsroom::Newsroom`], on SQLite and on PostgreSQL.

mod harness;

mod articles;
mod audit;
mod bylines;
mod changes;
mod comments;
mod demo;
mod embargo;
mod front;
mod history;
mod import;
mod mail;
mod pageviews;
mod passkeys;
mod paths;
mod people;
mod pictures;
mod previews;
mod publishing;
mod related;
mod scheduling;
mod sections;
mod sessions;
mod site;
mod store;
mod stories;
mod tags;
mod wizard;
mod writing;
