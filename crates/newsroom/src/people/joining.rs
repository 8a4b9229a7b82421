//! How people come in: accounts, invitations, and links to choose a password.

use model::{Actor, AppError, Millis, NewPerson, Password, Ticket, TicketHolder, User, UserId};
use sqlx::AnyConnection;

use super::{Account, People, must_administer, sql, subject, tickets};
use crate::sessions::{self, Opened};
use crate::{Newsroom, Reader, Result, audit};

/// How long after a link was made another one may be asked for by mail.
const BETWEEN_MAILS: i64 = 5 * 60 * 1_000;

impl People<'_> {
    /// Makes an account with a password, as the command line does.
    pub async fn add(&self, actor: &Actor, new: &NewPerson, password: &Password) -> Result<User> {
        must_administer(actor)?;
        let hash = self.newsroom.passwords().hash(password).await?;
        let mut tx = self.newsroom.store().write().await?;
        let id = insert(&mut tx, self.newsroom, actor, new, Some(&hash)).await?.ok_or_else(taken)?;
        let user = sql::get(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        self.settle(tx).await?;
        Ok(user)
    }

    /// Invites somebody: by mail where that is set up, else by a link to pass on. Inviting again makes a new link.
    pub async fn invite(&self, actor: &Actor, email: &str, name: &str, role: &str) -> Result<Ticket> {
        must_administer(actor)?;
        let new = NewPerson::parse(email, name, role)?;
        let mut tx = self.newsroom.store().write().await?;
        let known = sql::account_by_email(&mut tx, &new.email).await?;
        let id = match known {
            Some(account) if account.password.is_some() || account.suspended_at.is_some() => return Err(taken().into()),
            Some(account) => {
                sql::set_profile(&mut tx, account.id, &new.name, &account.lang, account.byline.as_deref()).await?;
                sql::set_role(&mut tx, account.id, new.role).await?;
                account.id
            }
            None => insert(&mut tx, self.newsroom, actor, &new, None).await?.ok_or_else(taken)?,
        };
        let account = sql::account(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        let made = tickets::make(&mut tx, self.newsroom, &account).await?;
        let detail = format!("{} ({})", new.email.as_str(), new.role.as_str());
        audit::note(&mut tx, actor, self.newsroom.now(), "invite", &subject(id), &detail).await?;
        self.settle(tx).await?;
        if self.rehearsal {
            return Ok(Ticket { path: String::new(), mailed: false, expires_at: made.expires_at });
        }
        Ok(tickets::hand_over(self.newsroom, &account, made))
    }

    /// Makes a link by which somebody chooses another password. The one they have stays good until they do.
    pub async fn reset(&self, actor: &Actor, id: UserId) -> Result<Ticket> {
        must_administer(actor)?;
        let mut tx = self.newsroom.store().write().await?;
        let account = sql::account(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        if account.suspended_at.is_some() {
            return Err(AppError::Conflict { message: "people-suspended".to_owned() }.into());
        }
        let made = tickets::make(&mut tx, self.newsroom, &account).await?;
        audit::note(&mut tx, actor, self.newsroom.now(), "reset-link", &subject(id), &account.email).await?;
        self.settle(tx).await?;
        if self.rehearsal {
            return Ok(Ticket { path: String::new(), mailed: false, expires_at: made.expires_at });
        }
        Ok(tickets::hand_over(self.newsroom, &account, made))
    }

    /// Gives somebody another password and ends their sessions, as the command line does.
    pub async fn set_password(&self, actor: &Actor, id: UserId, password: &Password) -> Result<User> {
        must_administer(actor)?;
        let hash = self.newsroom.passwords().hash(password).await?;
        let mut tx = self.newsroom.store().write().await?;
        sql::set_password(&mut tx, id, &hash).await?;
        tickets::end_of(&mut tx, id).await?;
        sessions::end_of(&mut tx, id, None).await?;
        audit::note(&mut tx, actor, self.newsroom.now(), "password", &subject(id), "").await?;
        let user = sql::get(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        self.settle(tx).await?;
        Ok(user)
    }

    /// Sends a link to choose another password, where there is such an account and mail is set up.
    ///
    /// The answer is the same, and as quick, whether or not there is.
    pub fn forgot(&self, from: &Reader, email: &str) -> Result<()> {
        self.newsroom.doorkeeper().admit_address(from.network(), self.newsroom.now())?;
        if self.newsroom.mail().is_some() {
            let (newsroom, email) = (self.newsroom.clone(), email.to_owned());
            tokio::spawn(async move {
                if let Err(why) = mail_reset(&newsroom, &email).await {
                    tracing::error!(error = %why, "a link to choose another password was not made");
                }
            });
        }
        Ok(())
    }

    /// Whom a link is for.
    pub async fn ticket(&self, _from: &Reader, token: &str) -> Result<TicketHolder> {
        let mut connection = self.newsroom.store().read().await?;
        let (account, first) = holder(&mut connection, token, self.newsroom.now()).await?;
        Ok(TicketHolder { name: account.name, email: account.email, first })
    }

    /// Chooses a password by a link, ends whatever sessions there are, and signs in. Nothing is opened where codes are
    /// asked for at sign-in: the link proves one factor, not two.
    pub async fn choose_password(&self, from: &Reader, token: &str, password: &str) -> Result<Option<Opened>> {
        let password = Password::parse("password", password)?;
        let now = self.newsroom.now();
        holder(&mut *self.newsroom.store().read().await?, token, now).await?;
        let hash = self.newsroom.passwords().hash(&password).await?;
        let mut tx = self.newsroom.store().write().await?;
        let (account, _) = holder(&mut tx, token, now).await?;
        if !tickets::tear(&mut tx, token).await? {
            return Err(spent().into());
        }
        sql::set_password(&mut tx, account.id, &hash).await?;
        tickets::end_of(&mut tx, account.id).await?;
        sessions::end_of(&mut tx, account.id, None).await?;
        let actor = Actor::Staff(account.staff());
        audit::note(&mut tx, &actor, now, "password", &subject(account.id), "").await?;
        let email = account.email.clone();
        let opened = if account.totp.is_some() {
            None
        } else {
            Some(sessions::open(&mut tx, self.newsroom, from, account, "link").await?)
        };
        tx.commit().await?;
        self.newsroom.doorkeeper().reset(&email);
        Ok(opened)
    }
}

/// Makes an account, and notes who did; none where the address has one.
pub(crate) async fn insert(
    tx: &mut AnyConnection,
    newsroom: &Newsroom,
    actor: &Actor,
    new: &NewPerson,
    password: Option<&str>,
) -> Result<Option<UserId>> {
    let now = newsroom.now();
    let id = sql::insert(tx, new, &newsroom.site().lang, password, now).await?;
    if let Some(id) = id.filter(|_| password.is_some()) {
        let detail = format!("{} ({})", new.email.as_str(), new.role.as_str());
        audit::note(tx, actor, now, "user-add", &subject(id), &detail).await?;
    }
    Ok(id)
}

async fn mail_reset(newsroom: &Newsroom, email: &str) -> Result<()> {
    let mut tx = newsroom.store().write().await?;
    let Some(account) = super::find(&mut tx, email).await?.filter(|account| account.suspended_at.is_none()) else {
        return Ok(());
    };
    let now = newsroom.now();
    let recent = |at: Millis| at.0 > now.0 - BETWEEN_MAILS;
    if tickets::latest(&mut tx, account.id).await?.is_some_and(recent) {
        return Ok(());
    }
    let made = tickets::make(&mut tx, newsroom, &account).await?;
    audit::note(&mut tx, &Actor::Reader, now, "reset-link", &subject(account.id), &account.email).await?;
    tx.commit().await?;
    tickets::hand_over(newsroom, &account, made);
    Ok(())
}

async fn holder(connection: &mut AnyConnection, token: &str, now: Millis) -> Result<(Account, bool)> {
    let (id, first) = tickets::holder(connection, token, now).await?.ok_or_else(spent)?;
    let account = sql::account(connection, id).await?.filter(|account| account.suspended_at.is_none());
    Ok((account.ok_or_else(spent)?, first))
}

fn spent() -> AppError {
    AppError::invalid("token", "people-ticket-gone")
}

fn taken() -> AppError {
    AppError::invalid("email", "people-email-taken")
}
