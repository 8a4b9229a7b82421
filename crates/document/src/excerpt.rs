//! The beginning of an article, for cards and descriptions.

use crate::text::line_text;
use crate::walk::Visit;
use crate::{Block, Document, Inline};

/// Words that promise another one: an excerpt never stops on them. Italian, then English; single letters are added.
const STOP_WORDS: &[&str] = &[
    "ad", "agli", "ai", "al", "alcune", "alcuni", "all", "alla", "alle", "allo", "anche", "che", "chi", "col", "come",
    "con", "cui", "da", "dagli", "dai", "dal", "dall", "dalla", "dalle", "dallo", "degli", "dei", "del", "dell",
    "della", "delle", "dello", "di", "dove", "ed", "fra", "gli", "il", "in", "la", "le", "lo", "ma", "ne", "negli",
    "nei", "nel", "nell", "nella", "nelle", "nello", "non", "né", "ogni", "per", "perché", "più", "qualche", "quale",
    "quali", "quando", "quanta", "quanto", "quei", "quel", "quell", "quella", "quelle", "quelli", "questa", "queste",
    "questi", "questo", "se", "si", "su", "sugli", "sui", "sul", "sull", "sulla", "sulle", "sullo", "tra", "un", "una",
    "uno", "è", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "has", "have", "into", "is", "its",
    "no", "not", "of", "on", "or", "than", "that", "the", "their", "to", "was", "were", "which", "who", "with",
];
/// Words that end with a full stop in the middle of a sentence.
const ABBREVIATIONS: &[&str] = &[
    "art", "avv", "cfr", "dott", "dr", "ecc", "es", "etc", "ing", "jr", "mons", "mr", "mrs", "ms", "on", "pag", "prof",
    "sen", "sig", "sigg", "st", "tel", "vol", "vs",
];
const CLOSING: &[char] = &['"', '\'', '”', '’', '»', ')', ']'];

impl Document {
    /// A clean beginning of at most `max_chars` characters: whole sentences of the running text where they fit, else
    /// whole words and "…". Quotes and lists serve only where there is no other text; headings never do.
    pub fn excerpt(&self, max_chars: usize) -> String {
        let text = beginning(&self.running_text(), max_chars);
        let (text, was_cut) = strip_ellipsis(text.trim_start_matches(['.', ',', ';', ':', '*', '•', ' ']));
        let length = text.chars().count();
        if length <= max_chars && !was_cut && !text.ends_with([',', ';', ':']) {
            return text.to_owned();
        }
        if length > max_chars
            && let Some(sentences) = whole_sentences(text, max_chars)
        {
            return sentences.to_owned();
        }
        cut(text, max_chars)
    }

    /// The paragraphs of the article itself; where it has none, those of its quotes and lists.
    fn running_text(&self) -> Vec<String> {
        let mut own = Vec::new();
        let mut inner = Vec::new();
        let (mut depth, mut boxes) = (0, 0);
        for visit in self.visits() {
            match visit {
                Visit::Open(Block::Paragraph { content }) if depth == 0 => own.push(words(content)),
                Visit::Open(Block::Paragraph { content }) if boxes == 0 => inner.push(words(content)),
                Visit::Open(block @ (Block::List { .. } | Block::Quote { .. } | Block::Box { .. })) => {
                    depth += 1;
                    boxes += usize::from(matches!(block, Block::Box { .. }));
                }
                Visit::Close(block) => {
                    depth -= 1;
                    boxes -= usize::from(matches!(block, Block::Box { .. }));
                }
                _ => {}
            }
        }
        own.retain(|paragraph| !paragraph.is_empty());
        inner.retain(|paragraph| !paragraph.is_empty());
        if own.is_empty() { inner } else { own }
    }
}

/// The text of a line with single spaces.
fn words(line: &[Inline]) -> String {
    line_text(line, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Joins paragraphs until there is enough. A paragraph that does not end a sentence is a label when it comes first,
/// and an end of the run when it comes later: nothing is glued to it.
fn beginning(paragraphs: &[String], enough: usize) -> String {
    let reads_on =
        |text: &String| ends_sentence(text) || text.ends_with([':', ',', ';']) || text.chars().count() > enough;
    let first = paragraphs.iter().position(reads_on).unwrap_or(0);
    let mut text = String::new();
    for paragraph in &paragraphs[first.min(paragraphs.len())..] {
        if !text.is_empty() {
            if !ends_sentence(&text) || text.chars().count() > enough || !reads_on(paragraph) {
                break;
            }
            text.push(' ');
        }
        text.push_str(paragraph);
    }
    text
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…'])
}

/// Takes off the `[…]` that other systems leave, and says whether it was there.
fn strip_ellipsis(text: &str) -> (&str, bool) {
    let stripped = ["[…]", "[...]", "(...)", "(…)"].iter().find_map(|mark| text.strip_suffix(mark));
    stripped.map_or((text, false), |text| (text.trim_end(), true))
}

/// The whole sentences that fit, where they fill at least two fifths of the room.
fn whole_sentences(text: &str, max_chars: usize) -> Option<&str> {
    let mut end = None;
    let mut word_start = 0;
    for (chars, (at, c)) in text.char_indices().enumerate() {
        if chars > max_chars {
            break;
        }
        if c == ' ' {
            let next = text[at + 1..].chars().next();
            if chars * 5 >= max_chars * 2
                && closes_sentence(&text[word_start..at])
                && next.is_some_and(|c| !c.is_lowercase())
            {
                end = Some(at);
            }
            word_start = at + 1;
        }
    }
    end.map(|end| &text[..end])
}

fn closes_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches(CLOSING);
    let Some(stem) = bare.strip_suffix('.') else { return bare.ends_with(['!', '?', '…']) };
    let stem = stem.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_initial = stem.chars().count() == 1 && !stem.ends_with(char::is_numeric);
    !is_initial && !ABBREVIATIONS.contains(&&*stem)
}

/// Cuts after a whole word that can stand at the end, and says with "…" that there is more.
fn cut(text: &str, max_chars: usize) -> String {
    let room = max_chars.saturating_sub(1);
    let end = text.char_indices().nth(room).map_or(text.len(), |(at, _)| at);
    let mut kept = &text[..end];
    if !kept.is_empty() && text[end..].chars().next().is_some_and(|c| c != ' ') {
        kept = kept.rfind(' ').map_or_else(|| whole_characters(text, end), |space| &text[..space]);
    }
    loop {
        kept = trim_punctuation(kept);
        let last = kept.rsplit(' ').next().unwrap_or_default();
        let bare = last.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is_letter = bare.chars().count() == 1 && !bare.ends_with(char::is_numeric);
        if kept.len() == last.len() || !(is_letter || STOP_WORDS.contains(&&*bare)) {
            break;
        }
        kept = &kept[..kept.len() - last.len()];
    }
    if max_chars == 0 || kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// Takes off the spaces, stops, dashes and opening marks that may not stand before "…".
fn trim_punctuation(text: &str) -> &str {
    let dangles = |c: char| {
        c.is_whitespace()
            || (c.is_ascii_punctuation() && !matches!(c, ')' | '%' | '$'))
            || matches!(c, '«' | '“' | '„' | '‘' | '’' | '–' | '—' | '…' | '·' | '•' | '¿' | '¡')
    };
    text.trim_end_matches(dangles)
}

/// Steps back from the middle of a letter with accents or an emoji of several characters.
fn whole_characters(text: &str, mut end: usize) -> &str {
    while let Some(before) = text[..end].chars().next_back()
        && (before == '\u{200D}' || text[end..].starts_with(joins))
    {
        end -= before.len_utf8();
    }
    &text[..end]
}

/// Characters that belong to the one before them.
const fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph { content: vec![Inline::text(text)] }
    }

    fn check(paragraphs: &[&str], max_chars: usize, expected: &str) {
        let document = Document { blocks: paragraphs.iter().copied().map(paragraph).collect() };
        assert_eq!(document.excerpt(max_chars), expected);
    }

    #[test]
    fn whole_sentences_are_preferred() {
        check(&["Piove. Poi smette."], 160, "Piove. Poi smette.");
        check(&["Piove da ieri. Poi smette di colpo e torna il sole."], 30, "Piove da ieri.");
        check(&["«Non ci sto.» Lo dice il dott. Rossi in aula, oggi."], 25, "«Non ci sto.»");
        check(&["Il sig. G. Verdi è andato a casa e non torna"], 20, "Il sig. G. Verdi…");
        check(&["La versione 2.0 è uscita. Pare buona davvero."], 30, "La versione 2.0 è uscita.");
    }

    #[test]
    fn a_cut_falls_after_a_word_that_can_stand_there() {
        check(&["Il consiglio ha votato verso sera la legge"], 29, "Il consiglio ha votato verso…");
        check(&["Il consiglio ha votato la legge di bilancio"], 35, "Il consiglio ha votato la legge…");
        check(&["Il consiglio di e della regione"], 25, "Il consiglio…");
        check(&["The house of the rising sun"], 18, "The house…");
        check(&["Ha detto: (forse) domani, vedremo"], 12, "Ha detto…");
        check(&["Una parola – \"altra ancora"], 16, "Una parola…");
        check(&["Costa il 20% in più di ieri"], 14, "Costa il 20%…");
        check(&["Cresce del 3 per cento ogni anno"], 15, "Cresce del 3…");
    }

    #[test]
    fn labels_and_loose_ends_are_not_glued_to_sentences() {
        check(&["Novità", "Piove da ieri.", "Poi smette."], 160, "Piove da ieri. Poi smette.");
        check(&["Si legge nel sito:", "https://example.org"], 160, "Si legge nel sito…");
        check(&["Piove da ieri.", "Articolo di Anna"], 160, "Piove da ieri.");
        check(&["Solo un titolo"], 160, "Solo un titolo");
        check(&["Un testo tagliato […]"], 160, "Un testo tagliato…");
        check(&["Molto  spazio\u{a0}qui\n."], 160, "Molto spazio qui .");
        check(&[". Piove."], 160, "Piove.");
        check(&[], 160, "");
    }

    #[test]
    fn quotes_and_lists_serve_where_there_is_no_other_text() {
        let quote = Block::Quote { content: vec![paragraph("Parole sue.")], source: vec![Inline::text("Lei")] };
        let heading = Block::Heading { level: 2, content: vec![Inline::text("Titolo")] };
        let inset = Block::Box { title: Vec::new(), content: vec![paragraph("Scheda.")] };
        let mut document = Document { blocks: vec![heading, inset, quote] };
        assert_eq!(document.excerpt(160), "Parole sue.");
        document.blocks.push(paragraph("Parole nostre."));
        assert_eq!(document.excerpt(160), "Parole nostre.");
    }

    #[test]
    fn no_character_is_taken_apart() {
        check(&["👩‍👩‍👧‍👦👩‍👩‍👧‍👦"], 9, "👩‍👩‍👧‍👦…");
        check(&["cittàcittàcittà"], 6, "città…");
        check(&["e\u{301}e\u{301}e\u{301}"], 4, "e\u{301}…");
        check(&["qualcosa"], 0, "");
        check(&["qualcosa"], 1, "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn an_excerpt_fits_and_never_dangles(document in sample::documents(), max_chars in 0..60usize) {
            let excerpt = document.excerpt(max_chars);
            prop_assert!(excerpt.chars().count() <= max_chars, "{:?}", excerpt);
            prop_assert!(!excerpt.ends_with("]…") && !excerpt.ends_with(" …") && !excerpt.ends_with("[…]"), "{:?}", excerpt);
        }
    }
}
