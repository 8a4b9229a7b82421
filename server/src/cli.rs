//! What can be typed after `redazione`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use model::{ArticleState, CommentState, Role, VersionKind};

/// A newsroom in one binary.
#[derive(Debug, Parser)]
#[command(name = "redazione", version, about = "A newsroom in one binary.", propagate_version = true)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What holds for every command.
#[derive(Debug, Args)]
pub struct Global {
    /// The configuration file; `redazione.toml` in the working folder where there is one.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The data folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A PostgreSQL address instead of the SQLite file in the data folder.
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// Answer with one JSON value on standard output.
    #[arg(long, global = true)]
    pub json: bool,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the paper.
    Serve(Serve),
    /// Fill an empty site with the demo edition.
    Demo,
    /// Bring in what others wrote; nothing becomes public without --publish.
    Import(Import),
    /// List, publish and unpublish articles.
    #[command(subcommand)]
    Article(Article),
    /// List and decide on comments.
    #[command(subcommand)]
    Comment(Comment),
    /// Add people, and change what they may do.
    #[command(subcommand)]
    User(User),
    /// Show and change the paper's particulars.
    #[command(subcommand)]
    Settings(Settings),
    /// Show the configuration and where each value comes from.
    #[command(subcommand)]
    Config(Config),
    /// Check that no published version was changed.
    Verify,
    /// Bring the database up to date.
    Migrate,
    /// Say which version this is.
    Version,
}

/// How to serve.
#[derive(Debug, Args)]
pub struct Serve {
    /// The address to listen on.
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<String>,
    /// Where the paper is on the web.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
}

/// What to bring in.
#[derive(Debug, Args)]
pub struct Import {
    /// What kind of file it is.
    pub format: ImportFormat,
    /// The file.
    pub file: PathBuf,
    /// Where its pictures are; beside the file where this is not given.
    #[arg(long, value_name = "DIR")]
    pub media: Option<PathBuf>,
    /// Make the articles public.
    #[arg(long)]
    pub publish: bool,
    /// Say what would happen, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// The files that can be brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// An edition file: one article a line.
    Jsonl,
}

/// What can be done to articles.
#[derive(Debug, Subcommand)]
pub enum Article {
    /// List articles, by id.
    List {
        /// Only those that stand here.
        #[arg(long, value_parser = article_state)]
        state: Option<ArticleState>,
        /// Start after this article.
        #[arg(long, value_name = "ID")]
        after: Option<i64>,
        /// How many at the most.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Make the working copy public.
    Publish {
        /// The article.
        id: i64,
        /// Why, for an article that is public already.
        #[arg(long, value_parser = version_kind)]
        kind: Option<VersionKind>,
        /// What readers are told of the change.
        #[arg(long)]
        note: Option<String>,
        /// Whether to do it.
        #[command(flatten)]
        trial: Trial,
    },
    /// Take an article off the site; its address says that it was withdrawn.
    Unpublish {
        /// The article.
        id: i64,
        /// Whether to do it.
        #[command(flatten)]
        trial: Trial,
    },
}

/// What can be done to comments.
#[derive(Debug, Subcommand)]
pub enum Comment {
    /// List comments, by id.
    List {
        /// Only those that stand here: held, approved, rejected or spam.
        #[arg(long, value_parser = comment_state)]
        state: Option<CommentState>,
        /// Start after this comment.
        #[arg(long, value_name = "ID")]
        after: Option<i64>,
        /// How many at the most.
        #[arg(long, default_value_t = 1000)]
        limit: u32,
    },
    /// Put comments on the page.
    Approve(Comments),
    /// Refuse comments.
    Reject(Comments),
    /// Mark comments as spam.
    Spam(Comments),
    /// Remove a comment's words and its author's particulars for good.
    Erase(Comments),
}

/// Which comments.
#[derive(Debug, Args)]
pub struct Comments {
    /// The comments.
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<i64>,
}

/// What can be done about people.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Give somebody an account: with a password, else by a link at which they choose one.
    Add {
        /// The address they sign in with.
        #[arg(long)]
        email: String,
        /// Their name.
        #[arg(long)]
        name: String,
        /// What they may do: contributor, author, moderator, editor or admin.
        #[arg(long, value_parser = role)]
        role: Role,
        /// Where the password comes from.
        #[command(flatten)]
        password: PasswordFrom,
        /// Whether to do it.
        #[command(flatten)]
        trial: Trial,
    },
    /// List everybody who has an account.
    List,
    /// Change what somebody may do.
    Role {
        /// The address they sign in with.
        email: String,
        /// What they may do: contributor, author, moderator, editor or admin.
        #[arg(value_parser = role)]
        role: Role,
        /// Whether to do it.
        #[command(flatten)]
        trial: Trial,
    },
    /// Give somebody another password, or a link at which they choose one.
    ResetPassword {
        /// The address they sign in with.
        email: String,
        /// Where the password comes from.
        #[command(flatten)]
        password: PasswordFrom,
        /// Whether to do it.
        #[command(flatten)]
        trial: Trial,
    },
    /// Take codes and passkeys away from somebody who lost them.
    #[command(name = "disable-2fa")]
    DisableTwoFactor {
        /// The address they sign in with.
        email: String,
        /// Whether to do it.
        #[command(flatten)]
        trial: Trial,
    },
}

/// Where a password comes from.
#[derive(Clone, Copy, Debug, Args)]
pub struct PasswordFrom {
    /// Read the password from standard input: its first line.
    #[arg(long)]
    pub password_stdin: bool,
}

/// Whether to do it.
#[derive(Clone, Copy, Debug, Args)]
pub struct Trial {
    /// Say what would happen, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// What can be done to the paper's particulars.
#[derive(Debug, Subcommand)]
pub enum Settings {
    /// Show them all.
    Show,
    /// Change one: `settings set follow.whatsapp https://…`.
    Set {
        /// Its name, as `show` prints it.
        name: String,
        /// Its new value.
        value: String,
    },
}

/// What can be asked about the configuration.
#[derive(Debug, Subcommand)]
pub enum Config {
    /// Print each value and where it comes from.
    Check,
}

fn article_state(word: &str) -> Result<ArticleState, String> {
    named(word, "draft, published or withdrawn")
}

fn version_kind(word: &str) -> Result<VersionKind, String> {
    named(word, "misprint, update, correction, clarification or rectification")
}

fn role(word: &str) -> Result<Role, String> {
    named(word, "contributor, author, moderator, editor or admin")
}

fn comment_state(word: &str) -> Result<CommentState, String> {
    named(word, "held, approved, rejected or spam")
}

/// Reads one of the words that a type is written as.
fn named<T: serde::de::DeserializeOwned>(word: &str, known: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).map_err(|_| format!("one of {known}"))
}
