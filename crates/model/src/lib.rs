//! What every part of Redazione talks about: ids, people, articles, comments, and the error that crosses the wire.
//!
//! Pure data, compiled for the host and for the browser. Nothing here waits, reads a clock or knows a database.

mod account;
mod actor;
mod article;
mod byline;
mod comment;
mod edition;
mod error;
mod history;
mod id;
mod page;
mod picture;
mod section;
mod site;
mod story;
mod time;
mod user;

pub use account::{Email, NewPerson, PASSWORD_MAX, PASSWORD_MIN, Password, one_line, parse_name, parse_role};
pub use actor::{Actor, Role, Staff};
pub use article::{
    Article, ArticleContent, ArticleState, Card, LeadImage, Neighbours, ReaderNote, Tag, Translation, VersionKind,
};
pub use byline::{Author, Credit};
pub use comment::{BODY_MAX as COMMENT_BODY_MAX, Comment, CommentPosted, CommentState, NewComment};
pub use edition::{EditionArticle, EditionComment, EditionImage, ImportReport, ImportWarning, Tally};
pub use error::AppError;
pub use history::{Correction, History, PastVersion};
pub use id::{ArticleId, AuthorId, CommentId, PasskeyId, PreviewId, SectionId, SessionId, TagId, UserId};
pub use page::{Listing, PAGE_SIZE, Page};
pub use picture::Picture;
pub use section::{Section, SectionRef};
pub use site::{Colophon, DateStyle, Follow, ListPaths, Permalink, Site};
pub use story::{
    Abilities, CheckLine, DiffChange, DiffPart, DiffPiece, LocalMoment, Present, PreviewLine, Published, Story,
    StoryFilter, StoryLine, StoryPage, StoryState, VersionDiff, VersionLine,
};
pub use time::Millis;
pub use user::{AuditLine, Me, PasskeyLine, SessionLine, SignedIn, Ticket, TicketHolder, TotpSetup, User};
