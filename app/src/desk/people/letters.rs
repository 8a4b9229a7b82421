//! The words of the letters that people get.

use newsroom::{Letter, Words};

use crate::i18n::t_in;

/// The words of a letter with a link, in its reader's language.
pub fn letter(letter: &Letter) -> Words {
    let (subject, text) = if letter.first {
        ("people-mail-welcome-subject", "people-mail-welcome-text")
    } else {
        ("people-mail-reset-subject", "people-mail-reset-text")
    };
    Words {
        subject: t_in(&letter.lang, subject, [("paper", letter.paper.as_str().into())]),
        text: t_in(
            &letter.lang,
            text,
            [
                ("paper", letter.paper.as_str().into()),
                ("name", letter.name.as_str().into()),
                ("link", letter.link.as_str().into()),
            ],
        ),
    }
}
