//! Words as searches compare them: in lower case, without accents, with one kind of apostrophe.

use deunicode::deunicode;

/// How many words a search looks for; the others are left out.
const WORDS: usize = 8;

/// What stands between headline and byline, and in neither of them.
const SEAM: char = '\n';

/// What a story's row keeps for searches.
pub(super) fn folded(headline: &str, byline: &str) -> String {
    format!("{}{SEAM}{}", fold(headline), fold(byline))
}

/// Patterns of `like`, with `\` before what is meant literally: one for each word, anywhere.
pub(super) fn anywhere(words: &str) -> Vec<String> {
    patterns(words, "%")
}

/// The same, within the byline.
pub(super) fn in_byline(words: &str) -> Vec<String> {
    patterns(words, &format!("%{SEAM}%"))
}

fn patterns(words: &str, before: &str) -> Vec<String> {
    let folded = fold(words);
    folded.split_whitespace().take(WORDS).map(|word| format!("{before}{}%", escape(word))).collect()
}

fn fold(text: &str) -> String {
    let plain = deunicode(text).to_lowercase();
    plain
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn escape(word: &str) -> String {
    word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_apostrophes_make_no_difference() {
        assert_eq!(folded("Perché l’Aquila È bella", "Anna\nRossi"), "perche l'aquila e bella\nanna rossi");
        assert_eq!(anywhere("  PERCHÈ  l'aquila "), ["%perche%", "%l'aquila%"]);
        assert_eq!(in_byline("Rossi"), ["%\n%rossi%"]);
    }

    #[test]
    fn what_means_something_to_the_database_is_meant_literally() {
        assert_eq!(anywhere("50% _x \\"), ["%50\\%%", "%\\_x%", "%\\\\%"]);
        assert_eq!(anywhere(" \n "), Vec::<String>::new());
        assert_eq!(anywhere("a b c d e f g h i j").len(), 8);
    }
}
