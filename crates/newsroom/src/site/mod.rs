//! The paper's own particulars.

mod sql;

use model::{Actor, AppError, Site, one_line};
use sqlx::AnyConnection;

use crate::audit::{self, refusal};
use crate::changes::{self, ChangeKind};
use crate::{Newsroom, Result};

/// The most characters of a particular of one line, and of the longer ones.
const LINE_MAX: usize = 300;
const TEXT_MAX: usize = 10_000;

impl Newsroom {
    /// The paper's particulars, for whoever may change them: as they are in the database now.
    pub async fn settings(&self, actor: &Actor) -> Result<Site> {
        if !actor.may_administer() {
            return Err(refusal(actor).into());
        }
        self.reload_site().await?;
        Ok(Site::clone(&self.site()))
    }

    /// Changes the paper's particulars, sent as JSON.
    pub async fn change_settings(&self, actor: &Actor, site: &str) -> Result<Site> {
        if !actor.may_administer() {
            return Err(refusal(actor).into());
        }
        let site = parse(site)?;
        self.set_site(actor, &site).await?;
        Ok(site)
    }

    /// Changes the paper's particulars.
    pub async fn set_site(&self, actor: &Actor, site: &Site) -> Result<()> {
        if !actor.may_administer() {
            return Err(AppError::Forbidden.into());
        }
        check(site)?;
        let mut tx = self.store().write().await?;
        keep(&mut tx, self, site).await?;
        audit::note(&mut tx, actor, self.now(), "settings", "site", &what_changed(&self.site(), site)).await?;
        tx.commit().await?;
        self.bell().ring();
        self.reload_site().await
    }

    /// Reads the particulars again: another process may have changed them. Followers of the change log call it.
    pub async fn reload_site(&self) -> Result<()> {
        let site = match sql::read(&mut *self.store().read().await?).await? {
            None => Site::default(),
            Some(text) => serde_json::from_str(&text).map_err(|why| crate::Error::Corrupt {
                table: "settings",
                column: "value",
                row: 0,
                why: why.to_string(),
            })?,
        };
        self.keep_site(site);
        Ok(())
    }
}

/// Reads the particulars as a form sent them, JSON.
pub(crate) fn parse(site: &str) -> Result<Site, AppError> {
    let mut site: Site =
        serde_json::from_str(site).map_err(|why| AppError::invalid("site", format!("the site: {why}")))?;
    site.name = one_line(&site.name);
    site.motto = one_line(&site.motto);
    check(&site)?;
    Ok(site)
}

/// Writes the particulars, within the transaction of whoever changes them.
pub(crate) async fn keep(tx: &mut AnyConnection, newsroom: &Newsroom, site: &Site) -> Result<()> {
    sql::write(tx, &serde_json::to_string(site).expect("a site is plain data")).await?;
    changes::append(tx, newsroom.store(), ChangeKind::Site, 0, newsroom.now()).await
}

fn check(site: &Site) -> Result<(), AppError> {
    if site.name.is_empty() {
        return Err(AppError::invalid("name", "settings-name-missing"));
    }
    if crate::paper::zone_of(site).is_none() {
        return Err(AppError::invalid("timezone", format!("\"{}\" is not a time zone", site.timezone)));
    }
    if !matches!(site.lang.as_str(), "it" | "en") {
        return Err(AppError::invalid("lang", "the interface speaks \"it\" and \"en\""));
    }
    let (follow, colophon) = (&site.follow, &site.colophon);
    for (field, address) in [("whatsapp", &follow.whatsapp), ("telegram", &follow.telegram), ("feed", &follow.feed)] {
        let is_address = ["https://", "http://", "/"].iter().any(|start| address.starts_with(start));
        if !address.is_empty() && (!is_address || address.chars().any(char::is_whitespace)) {
            return Err(AppError::invalid(field, "settings-address-wrong"));
        }
    }
    let lines = [
        ("name", &site.name, LINE_MAX),
        ("motto", &site.motto, LINE_MAX),
        ("copyright", &site.copyright, LINE_MAX),
        ("whatsapp", &follow.whatsapp, LINE_MAX),
        ("telegram", &follow.telegram, LINE_MAX),
        ("feed", &follow.feed, LINE_MAX),
        ("about", &colophon.about, TEXT_MAX),
        ("register", &colophon.register, LINE_MAX),
        ("director", &colophon.director, LINE_MAX),
        ("publisher", &colophon.publisher, LINE_MAX),
        ("vat", &colophon.vat, LINE_MAX),
        ("address", &colophon.address, LINE_MAX),
        ("email", &colophon.email, LINE_MAX),
        ("phone", &colophon.phone, LINE_MAX),
    ];
    match lines.into_iter().find(|(_, text, most)| text.chars().count() > *most) {
        Some((field, ..)) => Err(AppError::invalid(field, "settings-text-long")),
        None => Ok(()),
    }
}

/// The names of the particulars that differ, for the audit log.
fn what_changed(before: &Site, after: &Site) -> String {
    let (before, after) = (serde_json::to_value(before), serde_json::to_value(after));
    let (Ok(before), Ok(after)) = (before, after) else { return String::new() };
    let names = after.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let changed: Vec<String> = names.into_iter().filter(|name| before.get(name) != after.get(name)).collect();
    changed.join(", ")
}
