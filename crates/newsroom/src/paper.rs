//! The newsroom itself: one handle on everything the paper does.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::tz::TimeZone;
use model::{Millis, Site};

use crate::changes::Bell;
use crate::mail::Mail;
use crate::pageviews::Tallying;
use crate::passkeys::Ceremonies;
use crate::people::Passwords;
use crate::sessions::Doorkeeper;
use crate::store::{OpenError, Store};
use crate::{
    Articles, Audit, Bylines, Changes, Clock, Comments, Drafts, Error, Imports, Jobs, MailConfig, Pageviews, Passkeys,
    Paths, People, Pictures, Result, Sections, Sessions, Stories, Tags, Wizard,
};

/// Where the paper keeps its things.
#[derive(Clone, Debug)]
pub struct Config {
    /// The data folder; made where it is missing.
    pub data: PathBuf,
    /// A `postgres://` address; a SQLite file in the data folder where there is none.
    pub database_url: Option<String>,
    /// What tells the time.
    pub clock: Clock,
    /// Where the paper is on the web, without a slash at the end: for links in letters, and for passkeys.
    pub base_url: String,
    /// How mail is sent; where it is not, whoever makes a link passes it on.
    pub mail: Option<MailConfig>,
}

/// The paper: a handle that is cheap to clone, with a door for every feature.
#[derive(Clone, Debug)]
pub struct Newsroom(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    store: Store,
    media: crate::pictures::Media,
    clock: Clock,
    bell: Bell,
    tallying: Tallying,
    throttle: crate::comments::Throttle,
    passwords: Passwords,
    doorkeeper: Doorkeeper,
    ceremonies: Ceremonies,
    mail: Option<Mail>,
    base_url: String,
    writing: crate::writing::Writing,
    site: RwLock<(Arc<Site>, TimeZone)>,
}

impl Newsroom {
    /// Opens the paper's data, bringing its tables up to date.
    pub async fn open(config: Config) -> Result<Self, OpenError> {
        let folder = |why| OpenError::Folder { folder: config.data.display().to_string(), why };
        std::fs::create_dir_all(&config.data).map_err(folder)?;
        let store = Store::open(&config.data, config.database_url.as_deref()).await?;
        let media = crate::pictures::Media::open(&config.data.join("media")).map_err(folder)?;
        let mail = config.mail.map(Mail::open).transpose().map_err(|why| OpenError::Mail { why })?;
        let writing = crate::writing::Writing::new(store.clone(), config.clock.clone()).map_err(folder)?;
        let newsroom = Self(Arc::new(Inner {
            store,
            media,
            clock: config.clock,
            bell: Bell::new(),
            tallying: Tallying::default(),
            throttle: crate::comments::Throttle::default(),
            passwords: Passwords::default(),
            doorkeeper: Doorkeeper::default(),
            ceremonies: Ceremonies::default(),
            mail,
            base_url: config.base_url,
            writing,
            site: RwLock::new((Arc::new(Site::default()), TimeZone::UTC)),
        }));
        newsroom.reload_site().await.map_err(|why: Error| OpenError::Database {
            database: config.data.display().to_string(),
            why: why.to_string(),
        })?;
        Ok(newsroom)
    }

    /// Finishes what is under way and closes the database.
    pub async fn close(&self) -> Result<()> {
        self.writing().close().await;
        let flushed = self.pageviews().flush().await;
        if let Some(mail) = self.mail() {
            mail.close().await;
        }
        self.store().close().await;
        flushed
    }

    /// The paper's particulars.
    pub fn site(&self) -> Arc<Site> {
        Arc::clone(&self.0.site.read().unwrap_or_else(PoisonError::into_inner).0)
    }

    /// The zone that the paper's dates are in.
    pub fn zone(&self) -> TimeZone {
        self.0.site.read().unwrap_or_else(PoisonError::into_inner).1.clone()
    }

    /// What time it is.
    pub fn now(&self) -> Millis {
        self.clock().now()
    }

    /// Articles: reading, listing, publishing.
    pub fn articles(&self) -> Articles<'_> {
        Articles { newsroom: self, rehearsal: false }
    }

    /// Stories: articles as the desk sees them.
    pub fn stories(&self) -> Stories<'_> {
        Stories { newsroom: self, rehearsal: false }
    }

    /// What happens by itself.
    pub fn jobs(&self) -> Jobs<'_> {
        Jobs { newsroom: self }
    }

    /// Sections: the paper's subjects.
    pub fn sections(&self) -> Sections<'_> {
        Sections { newsroom: self }
    }

    /// Bylines: who signs.
    pub fn bylines(&self) -> Bylines<'_> {
        Bylines { newsroom: self }
    }

    /// Tags.
    pub fn tags(&self) -> Tags<'_> {
        Tags { newsroom: self }
    }

    /// Every path that was ever public.
    pub fn paths(&self) -> Paths<'_> {
        Paths { newsroom: self }
    }

    /// Readers' comments.
    pub fn comments(&self) -> Comments<'_> {
        Comments { newsroom: self }
    }

    /// How often articles are read.
    pub fn pageviews(&self) -> Pageviews<'_> {
        Pageviews { newsroom: self }
    }

    /// Pictures and their files.
    pub fn pictures(&self) -> Pictures<'_> {
        Pictures { newsroom: self }
    }

    /// Who has an account, and what they may do.
    pub fn people(&self) -> People<'_> {
        People { newsroom: self, rehearsal: false }
    }

    /// Signed-in browsers.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions { newsroom: self }
    }

    /// Passkeys.
    pub fn passkeys(&self) -> Passkeys<'_> {
        Passkeys { newsroom: self }
    }

    /// What everybody did.
    pub fn audit(&self) -> Audit<'_> {
        Audit { newsroom: self }
    }

    /// The first visit.
    pub fn wizard(&self) -> Wizard<'_> {
        Wizard { newsroom: self }
    }

    /// What changed, in order.
    pub fn changes(&self) -> Changes<'_> {
        Changes { newsroom: self }
    }

    /// What is being written, by several people at once.
    pub fn drafts(&self) -> Drafts<'_> {
        Drafts { newsroom: self }
    }

    /// Bringing in what others wrote.
    pub fn imports(&self) -> Imports<'_> {
        Imports { newsroom: self }
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn media(&self) -> &crate::pictures::Media {
        &self.0.media
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub(crate) fn bell(&self) -> &Bell {
        &self.0.bell
    }

    pub(crate) fn tallying(&self) -> &Tallying {
        &self.0.tallying
    }

    pub(crate) fn throttle(&self) -> &crate::comments::Throttle {
        &self.0.throttle
    }

    pub(crate) fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    pub(crate) fn doorkeeper(&self) -> &Doorkeeper {
        &self.0.doorkeeper
    }

    pub(crate) fn ceremonies(&self) -> &Ceremonies {
        &self.0.ceremonies
    }

    pub(crate) fn mail(&self) -> Option<&Mail> {
        self.0.mail.as_ref()
    }

    pub(crate) fn base_url(&self) -> &str {
        &self.0.base_url
    }

    pub(crate) fn writing(&self) -> &crate::writing::Writing {
        &self.0.writing
    }

    pub(crate) fn keep_site(&self, site: Site) {
        let zone = zone_of(&site).unwrap_or(TimeZone::UTC);
        *self.0.site.write().unwrap_or_else(PoisonError::into_inner) = (Arc::new(site), zone);
    }
}

/// The zone that a paper names; none where there is no such zone.
pub(crate) fn zone_of(site: &Site) -> Option<TimeZone> {
    TimeZone::get(&site.timezone).ok()
}
