//! The one form that a path is kept and looked up in.

/// The longest path that is looked up, in bytes.
const LONGEST: usize = 4096;

/// Brings a path to the form it is kept in: percent-decoded, lower case, one slash between parts and at both ends.
///
/// A query or fragment is dropped. `None` where nothing can be kept under it.
pub(super) fn key(path: &str) -> Option<String> {
    let path = path.trim().split(['?', '#']).next().unwrap_or_default();
    if path.len() > LONGEST {
        return None;
    }
    let decoded = decode(path)?.to_lowercase();
    if !could_exist(&decoded) {
        return None;
    }
    let mut key = String::with_capacity(decoded.len() + 2);
    key.push('/');
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        key.push_str(part);
        key.push('/');
    }
    Some(key)
}

/// Whether there is any sense in asking the database: PostgreSQL refuses a text with U+0000 in it.
pub(crate) fn could_exist(text: &str) -> bool {
    !text.contains('\0')
}

/// Undoes percent-encoding; `None` where the bytes are no text.
fn decode(path: &str) -> Option<String> {
    if !path.contains('%') {
        return Some(path.to_owned());
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%'
            && let (Some(high), Some(low)) = (hex(after.first()), hex(after.get(1)))
        {
            bytes.push(high * 16 + low);
            rest = &after[2..];
            continue;
        }
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: Option<&u8>) -> Option<u8> {
    char::from(*digit?).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::key;

    #[track_caller]
    fn check(path: &str, expected: Option<&str>) {
        assert_eq!(key(path).as_deref(), expected, "{path:?}");
    }

    #[test]
    fn however_a_path_is_written_it_is_one_path() {
        check("/cronaca/mare/", Some("/cronaca/mare/"));
        check("/cronaca/mare", Some("/cronaca/mare/"));
        check("cronaca//mare", Some("/cronaca/mare/"));
        check("/Cronaca/MARE/?utm=1#x", Some("/cronaca/mare/"));
        check("/caff%C3%A8/", Some("/caffè/"));
        check("/CAFFÈ", Some("/caffè/"));
        check("/2019/05/Mare.html", Some("/2019/05/mare.html/"));
        check("/", Some("/"));
        check("/100%/", Some("/100%/"));
        check("/%zz/", Some("/%zz/"));
    }

    #[test]
    fn what_cannot_be_kept_is_no_path() {
        check("/%00/", None);
        check("/\0", None);
        check("/%ff/", None);
        check(&"a".repeat(5000), None);
    }
}
