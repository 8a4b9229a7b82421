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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_says_who_wrote_and_where_to_go_in_its_readers_language() {
        for (lang, first, subject, beginning) in [
            ("it", true, "Il tuo account per La Voce", "Ciao Ada,"),
            ("it", false, "Una nuova password per La Voce", "Ciao Ada,"),
            ("en", true, "Your account at La Voce", "Hello Ada,"),
            ("en", false, "A new password for La Voce", "Hello Ada,"),
        ] {
            let words = letter(&Letter {
                first,
                lang: lang.to_owned(),
                paper: "La Voce".to_owned(),
                name: "Ada".to_owned(),
                email: "ada@example.it".to_owned(),
                link: "https://voce.example/desk/welcome/x".to_owned(),
            });
            assert_eq!(words.subject, subject);
            assert!(words.text.starts_with(beginning), "{}", words.text);
            assert!(words.text.contains("\n\nhttps://voce.example/desk/welcome/x\n\n"), "{}", words.text);
        }
    }
}
