//! Character references: `&egrave;`, `&#232;`, `&#xE8;`.

use std::borrow::Cow;

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The longest name there is, with its semicolon.
const LONGEST_NAME: usize = 32;

/// Puts characters in the place of their references. In attributes, `&copy=1` stays what it is.
pub(super) fn decode(text: &str, in_attribute: bool) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let reference = match rest.strip_prefix('#') {
            Some(digits) => numeric(digits).map(|(c, length)| ([Some(c), None], length + 1)),
            None => named(rest, in_attribute),
        };
        if let Some((characters, length)) = reference {
            decoded.extend(characters.into_iter().flatten());
            rest = &rest[length..];
        } else {
            decoded.push('&');
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The character of a number, and how many bytes the digits and their semicolon take.
fn numeric(text: &str) -> Option<(char, usize)> {
    let (radix, prefix) = if text.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = text[prefix..].chars().take_while(|c| c.is_digit(radix)).count();
    if digits == 0 {
        return None;
    }
    let digits_end = prefix + digits;
    let number = u32::from_str_radix(&text[prefix..digits_end], radix).unwrap_or(u32::MAX);
    let length = digits_end + usize::from(text[digits_end..].starts_with(';'));
    Some((character(number), length))
}

fn character(number: u32) -> char {
    let windows_1252 =
        number.checked_sub(0x80).and_then(|index| C1_REPLACEMENTS.get(index as usize)).copied().flatten();
    match number {
        0 => char::REPLACEMENT_CHARACTER,
        _ => windows_1252.or_else(|| char::from_u32(number)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// The characters of the longest name that the text begins with, and its length.
fn named(text: &str, in_attribute: bool) -> Option<([Option<char>; 2], usize)> {
    let bytes = text.as_bytes();
    let letters = bytes.iter().take(LONGEST_NAME).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let longest = letters + usize::from(bytes.get(letters) == Some(&b';'));
    let (length, (first, second)) = (1..=longest).rev().find_map(|length| {
        let characters = NAMED_ENTITIES.get(&text[..length]).filter(|characters| characters.0 != 0)?;
        Some((length, *characters))
    })?;

    let next = bytes.get(length);
    let is_bare = bytes[length - 1] != b';';
    if in_attribute && is_bare && next.is_some_and(|byte| *byte == b'=' || byte.is_ascii_alphanumeric()) {
        return None;
    }
    let second = char::from_u32(second).filter(|c| *c != '\0');
    Some(([char::from_u32(first), second], length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(decode(text, false), expected);
    }

    #[test]
    fn names_and_numbers_become_characters() {
        check("Perch&eacute; &laquo;s&igrave;&raquo; &amp;amp;", "Perché «sì» &amp;");
        check("&#232;&#xE8;&#XE8 &#8217;", "èèè ’");
        check("&notit; &ngE; &CounterClockwiseContourIntegral;", "¬it; ≧̸ ∳");
    }

    #[test]
    fn what_is_no_reference_stays_and_what_is_no_character_is_replaced() {
        check("R&D & C &; &#; &#x; &lol9; &", "R&D & C &; &#; &#x; &lol9; &");
        check("&#0; &#xD800; &#99999999999; &#150;", "\u{FFFD} \u{FFFD} \u{FFFD} –");
        assert_eq!(decode("?a=1&copy=2&lt;&amp=", true), "?a=1&copy=2<&amp=");
    }
}
