//! Secrets that open something: 256 random bits, given away once as text and kept as a hash.

use data_encoding::BASE64URL_NOPAD;

/// A secret. Whoever has its text is let in; the database knows its hash alone.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret([u8; 32]);

impl Secret {
    /// Makes a new one.
    pub(crate) fn new() -> Self {
        Self(random())
    }

    /// Reads what [`Secret::text`] wrote; nothing else passes.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// The secret in 43 characters that are at home in cookies and addresses.
    pub(crate) fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// What is kept of it. The secret cannot be guessed, so that a fast hash is enough.
    pub(crate) fn hash(&self) -> Vec<u8> {
        blake3::hash(&self.0).as_bytes().to_vec()
    }
}

/// Random bytes from the system.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_back_and_nothing_else_does() {
        let secret = Secret::new();
        assert!(Secret::parse(&secret.text()).is_some_and(|read| read == secret));
        assert_eq!(secret.text().len(), 43);
        for text in ["", "a", &"a".repeat(44), &"é".repeat(43), &format!("{} ", secret.text())] {
            assert!(Secret::parse(text).is_none(), "{text:?}");
        }
    }
}
