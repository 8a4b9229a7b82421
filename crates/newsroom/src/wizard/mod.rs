//! The first visit: whoever started the program founds the paper and becomes its first administrator.

mod sql;

use constant_time_eq::constant_time_eq;
use data_encoding::HEXLOWER;
use model::{Actor, AppError, NewPerson, Password};

use crate::articles::Names;
use crate::secret::Secret;
use crate::sessions::{self, Opened};
use crate::{Newsroom, Reader, Result, audit, people, sections, site};

/// The most sections that a paper begins with.
const SECTIONS_MAX: usize = 60;

/// The door to the wizard.
#[derive(Debug)]
pub struct Wizard<'a> {
    pub(crate) newsroom: &'a Newsroom,
}

impl Wizard<'_> {
    /// Makes the token that opens the wizard; those made before are good no more. None where somebody has an account.
    pub async fn token(&self) -> Result<Option<String>> {
        let mut tx = self.newsroom.store().write().await?;
        if people::anybody(&mut tx).await? {
            return Ok(None);
        }
        let secret = Secret::new();
        sql::keep(&mut tx, &hash(&secret)).await?;
        tx.commit().await?;
        Ok(Some(secret.text()))
    }

    /// Whether the paper waits for its first administrator, and `token` opens the wizard.
    pub async fn is_open(&self, _from: &Reader, token: &str) -> Result<bool> {
        let mut connection = self.newsroom.store().read().await?;
        if people::anybody(&mut connection).await? {
            return Ok(false);
        }
        let kept = sql::read(&mut connection).await?;
        let given = Secret::parse(token).map(|secret| hash(&secret));
        Ok(kept.zip(given).is_some_and(|(kept, given)| constant_time_eq(kept.as_bytes(), given.as_bytes())))
    }

    /// Founds the paper and signs its administrator in, all or nothing; of several at once, one.
    ///
    /// `site` is a [`model::Site`] as JSON, `sections` one name a line (`Name` or `Name/Subsection`), `person` the
    /// administrator's name, address and password.
    pub async fn finish(
        &self,
        from: &Reader,
        token: &str,
        site: &str,
        sections: &str,
        (name, email, password): (&str, &str, &str),
    ) -> Result<Opened> {
        if !self.is_open(from, token).await? {
            return Err(closed().into());
        }
        let site = site::parse(site)?;
        let new = NewPerson::parse(email, name, "admin")?;
        let password = Password::parse("password", password)?;
        let sections: Vec<&str> = sections.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
        if sections.len() > SECTIONS_MAX {
            return Err(AppError::invalid("sections", "settings-sections-many").into());
        }
        for name in &sections {
            sections::check_path(name)?;
        }
        let hashed = self.newsroom.passwords().hash(&password).await?;

        let newsroom = self.newsroom;
        let mut tx = newsroom.store().write().await?;
        let secret = Secret::parse(token).ok_or_else(closed)?;
        // The row is what several that finish at once wait for.
        if !sql::take(&mut tx, &hash(&secret)).await? || people::anybody(&mut tx).await? {
            return Err(closed().into());
        }
        site::keep(&mut tx, newsroom, &site).await?;
        let id = people::insert(&mut tx, newsroom, &Actor::Operator, &new, Some(&hashed)).await?.ok_or_else(closed)?;
        let mut names = Names::default();
        for name in sections {
            sections::ensure(&mut tx, newsroom, &mut names, name).await?;
        }
        let account = people::account(&mut tx, id).await?.ok_or_else(closed)?;
        let actor = Actor::Staff(account.staff());
        audit::note(&mut tx, &actor, newsroom.now(), "found", "site", &site.name).await?;
        let mut opened = sessions::open(&mut tx, newsroom, from, account, "wizard").await?;
        people::speak(&mut tx, id, &site.lang).await?;
        opened.me.lang.clone_from(&site.lang);
        tx.commit().await?;
        newsroom.bell().ring();
        newsroom.reload_site().await?;
        Ok(opened)
    }
}

/// What is kept of the token, as text.
fn hash(secret: &Secret) -> String {
    HEXLOWER.encode(&secret.hash())
}

fn closed() -> AppError {
    AppError::invalid("token", "settings-wizard-closed")
}
