//! What people type when they get an account, checked for shape.

use std::fmt;

use crate::{AppError, Role};

/// The fewest characters of a password.
pub const PASSWORD_MIN: usize = 10;
/// The most characters of a password.
pub const PASSWORD_MAX: usize = 1_000;
const NAME_MAX: usize = 80;
const EMAIL_MAX: usize = 254;
const LOCAL_MAX: usize = 64;

/// Somebody who is to get an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The address they will sign in with.
    pub email: Email,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

impl NewPerson {
    /// Checks what a form sent.
    pub fn parse(email: &str, name: &str, role: &str) -> Result<Self, AppError> {
        Ok(Self { email: Email::parse(email)?, name: parse_name(name)?, role: parse_role(role)? })
    }
}

/// An e-mail address that an account has: in ASCII, so that none can pass for another, and in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Checks what a form sent.
    pub fn parse(email: &str) -> Result<Self, AppError> {
        let email = email.trim();
        if email.is_empty() {
            return Err(AppError::invalid("email", "people-email-missing"));
        }
        if !looks_like_an_address(email) {
            return Err(AppError::invalid("email", "people-email-wrong"));
        }
        Ok(Self(email.to_ascii_lowercase()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A password long enough to be one. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// Checks what a form sent in `field`. Any character will do, spaces at the ends included.
    pub fn parse(field: &str, password: &str) -> Result<Self, AppError> {
        match password.chars().take(PASSWORD_MAX + 1).count() {
            0 => Err(AppError::invalid(field, "people-password-missing")),
            length if length < PASSWORD_MIN => Err(AppError::invalid(field, "people-password-short")),
            length if length > PASSWORD_MAX => Err(AppError::invalid(field, "people-password-long")),
            _ => Ok(Self(password.to_owned())),
        }
    }

    /// The password.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Reads a role's word.
pub fn parse_role(role: &str) -> Result<Role, AppError> {
    Role::parse(role.trim()).ok_or_else(|| AppError::invalid("role", "people-role-wrong"))
}

/// Reads a person's name: one line, without the marks that turn text around.
pub fn parse_name(name: &str) -> Result<String, AppError> {
    let name = one_line(name);
    if name.is_empty() {
        return Err(AppError::invalid("name", "people-name-missing"));
    }
    if name.chars().count() > NAME_MAX {
        return Err(AppError::invalid("name", "people-name-long"));
    }
    Ok(name)
}

/// Trims, makes white space one space, and drops control characters and the marks that turn text around.
pub fn one_line(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let kept: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|&c| !c.is_control() && !turns(c))
        .collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn looks_like_an_address(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else { return false };
    let is_local = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&byte);
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    email.len() <= EMAIL_MAX
        && local.len() <= LOCAL_MAX
        && !local.is_empty()
        && local.split('.').all(|part| !part.is_empty())
        && local.bytes().all(is_local)
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(email: &str, expected: Option<&str>) {
        assert_eq!(Email::parse(email).ok().as_ref().map(Email::as_str), expected, "{email:?}");
    }

    #[test]
    fn an_address_is_ascii_and_in_lower_case() {
        check(" Ada.Neri+desk@Example.IT ", Some("ada.neri+desk@example.it"));
        check("ada@giornale", None);
        check("ada..neri@example.it", None);
        check("ada neri@example.it", None);
        check("ada@example.it\r\nBcc: x@example.it", None);
        check("<ada@example.it>", None);
        check("\u{0430}da@example.it", None);
        check("ada@ex\u{0430}mple.it", None);
        check("ada@-example.it", None);
        check(&format!("{}@example.it", "a".repeat(65)), None);
        check("", None);
    }

    #[test]
    fn a_password_has_ten_characters_at_least_and_a_thousand_at_most() {
        let message = |password: &str| match Password::parse("password", password) {
            Err(AppError::Invalid { message, .. }) => message,
            other => format!("{other:?}"),
        };
        assert_eq!(message(""), "people-password-missing");
        assert_eq!(message("èèèèèèèèè"), "people-password-short");
        assert_eq!(message("èèèèèèèèèè"), "Ok(Password(…))");
        assert_eq!(message(&"a".repeat(1_000)), "Ok(Password(…))");
        assert_eq!(message(&"a".repeat(1_001)), "people-password-long");
    }

    #[test]
    fn a_name_is_one_line_that_runs_one_way() {
        assert_eq!(parse_name(" Ada \u{202e}\n Neri\u{0}\u{200b} "), Ok("Ada Neri".to_owned()));
        assert_eq!(parse_name(" \u{feff} "), Err(AppError::invalid("name", "people-name-missing")));
        assert_eq!(parse_name(&"a".repeat(81)), Err(AppError::invalid("name", "people-name-long")));
        assert_eq!(parse_role("king"), Err(AppError::invalid("role", "people-role-wrong")));
    }
}
