//! People: who has an account, and what they may do.

mod codes;
mod joining;
mod password;
mod ranks;
mod sql;
mod tickets;

use model::{Actor, AppError, Email, Me, Millis, Password, Role, SessionId, Staff, User, UserId, one_line, parse_name};
use sqlx::AnyConnection;

use crate::audit::{self, refusal};
use crate::store::Tx;
use crate::{Newsroom, Result, passkeys, sessions};

pub(crate) use codes::prove;
pub(crate) use joining::insert;
pub(crate) use password::Passwords;

/// The most characters of the name that somebody signs with.
const BYLINE_MAX: usize = 80;

/// The door to the people.
#[derive(Debug)]
pub struct People<'a> {
    pub(crate) newsroom: &'a Newsroom,
    /// Whether everything is checked and nothing kept.
    pub(crate) rehearsal: bool,
}

/// An account, as the rules see it.
#[derive(Clone)]
pub(crate) struct Account {
    pub id: UserId,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub lang: String,
    pub byline: Option<String>,
    pub password: Option<String>,
    pub totp: Option<String>,
    pub totp_waiting: Option<String>,
    pub suspended_at: Option<Millis>,
}

impl People<'_> {
    /// Checks everything and keeps nothing: for commands that only say what they would do.
    #[must_use]
    pub fn rehearsing(mut self, rehearsal: bool) -> Self {
        self.rehearsal = rehearsal;
        self
    }

    /// Everybody who has an account, by name.
    pub async fn list(&self, actor: &Actor) -> Result<Vec<User>> {
        must_administer(actor)?;
        sql::list(&mut *self.newsroom.store().read().await?).await
    }

    /// The account of an address.
    pub async fn by_email(&self, actor: &Actor, email: &str) -> Result<Option<User>> {
        must_administer(actor)?;
        let email = Email::parse(email)?;
        let mut connection = self.newsroom.store().read().await?;
        match sql::account_by_email(&mut connection, &email).await? {
            Some(account) => sql::get(&mut connection, account.id).await,
            None => Ok(None),
        }
    }

    /// The person who asks, as they see themselves.
    pub async fn me(&self, actor: &Actor) -> Result<Me> {
        let mut connection = self.newsroom.store().read().await?;
        let account = own(&mut connection, actor).await?;
        me(&mut connection, account).await
    }

    /// Changes how the person who asks is called, sees the desk and signs; `byline` may be empty.
    pub async fn set_profile(&self, actor: &Actor, name: &str, lang: &str, byline: &str) -> Result<Me> {
        let name = parse_name(name)?;
        if !matches!(lang, "it" | "en") {
            return Err(AppError::invalid("lang", "people-lang-wrong").into());
        }
        let byline = Some(one_line(byline)).filter(|byline| !byline.is_empty());
        if byline.as_ref().is_some_and(|byline| byline.chars().count() > BYLINE_MAX) {
            return Err(AppError::invalid("byline", "people-name-long").into());
        }
        let mut tx = self.newsroom.store().write().await?;
        let account = own(&mut tx, actor).await?;
        sql::set_profile(&mut tx, account.id, &name, lang, byline.as_deref()).await?;
        let (at, subject) = (self.newsroom.now(), subject(account.id));
        audit::note(&mut tx, actor, at, "profile", &subject, &name).await?;
        let account = Account { name, lang: lang.to_owned(), byline, ..account };
        let me = me(&mut tx, account).await?;
        tx.commit().await?;
        Ok(me)
    }

    /// Changes the password of the person who asks, and ends their sessions but for the one they ask in.
    pub async fn change_password(&self, actor: &Actor, current: Option<SessionId>, old: &str, new: &str) -> Result<()> {
        let new = Password::parse("new", new)?;
        let account = self.proven(actor, "old", old).await?;
        let hash = self.newsroom.passwords().hash(&new).await?;
        let mut tx = self.newsroom.store().write().await?;
        sql::set_password(&mut tx, account.id, &hash).await?;
        tickets::end_of(&mut tx, account.id).await?;
        sessions::end_of(&mut tx, account.id, current).await?;
        audit::note(&mut tx, actor, self.newsroom.now(), "password", &subject(account.id), "").await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps what was done, unless it was a rehearsal.
    async fn settle(&self, tx: Tx) -> Result<()> {
        if self.rehearsal {
            tx.rollback().await?;
        } else {
            tx.commit().await?;
        }
        Ok(())
    }

    /// The account of the person who asks, who has shown by their password, in `field`, that it is they.
    async fn proven(&self, actor: &Actor, field: &str, password: &str) -> Result<Account> {
        let account = own(&mut *self.newsroom.store().read().await?, actor).await?;
        let now = self.newsroom.now();
        self.newsroom.doorkeeper().admit_account(&account.email, now)?;
        if !self.newsroom.passwords().verify(password, account.password.as_deref()).await? {
            return Err(AppError::invalid(field, "people-password-wrong").into());
        }
        self.newsroom.doorkeeper().reset(&account.email);
        Ok(account)
    }
}

impl Account {
    /// Who it is, as the rules see them.
    pub(crate) fn staff(&self) -> Staff {
        Staff { id: self.id, name: self.name.clone(), role: self.role }
    }
}

/// The account of an address; none where it is no address.
pub(crate) async fn find(connection: &mut AnyConnection, email: &str) -> Result<Option<Account>> {
    match Email::parse(email) {
        Ok(email) => sql::account_by_email(connection, &email).await,
        Err(_) => Ok(None),
    }
}

/// An account by its id.
pub(crate) async fn account(connection: &mut AnyConnection, id: UserId) -> Result<Option<Account>> {
    sql::account(connection, id).await
}

/// Whether anybody has an account.
pub(crate) async fn anybody(connection: &mut AnyConnection) -> Result<bool> {
    Ok(sql::count(connection).await? > 0)
}

/// The account of the person who asks.
pub(crate) async fn own(connection: &mut AnyConnection, actor: &Actor) -> Result<Account> {
    let id = actor.user().ok_or(AppError::SignInRequired)?;
    Ok(sql::account(connection, id).await?.ok_or(AppError::SignInRequired)?)
}

/// Has somebody's desk speak a language.
pub(crate) async fn speak(tx: &mut AnyConnection, id: UserId, lang: &str) -> Result<()> {
    sql::speak(tx, id, lang).await
}

/// A person as they see themselves.
pub(crate) async fn me(connection: &mut AnyConnection, account: Account) -> Result<Me> {
    let passkeys = passkeys::of(connection, account.id).await?;
    let recovery_codes = codes::left(connection, account.id).await?;
    Ok(Me {
        id: account.id,
        email: account.email,
        name: account.name,
        role: account.role,
        lang: account.lang,
        byline: account.byline,
        totp: account.totp.is_some(),
        recovery_codes,
        passkeys,
    })
}

/// An account as the audit log names it.
pub(crate) fn subject(id: UserId) -> String {
    format!("user:{id}")
}

pub(crate) fn must_administer(actor: &Actor) -> Result<(), AppError> {
    if actor.may_administer() { Ok(()) } else { Err(refusal(actor)) }
}
