//! In which encodings an answer may go out.

use std::io::Write;

use axum::http::HeaderValue;
use bytes::Bytes;

/// An encoding that answers are prepared in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
}

/// The encodings that a client takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Accepted {
    brotli: bool,
    gzip: bool,
}

impl Encoding {
    /// Reads an `Accept-Encoding` header. A quality of zero is a refusal; other qualities are ours to judge.
    pub fn accepted(header: Option<&HeaderValue>) -> Accepted {
        let mut accepted = Accepted::default();
        for offer in header.and_then(|value| value.to_str().ok()).unwrap_or_default().split(',') {
            let (name, quality) = offer.split_once(';').unwrap_or((offer, ""));
            let refused =
                quality.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()).is_some_and(|q| q <= 0.0);
            match name.trim() {
                "br" => accepted.brotli = !refused,
                "gzip" => accepted.gzip = !refused,
                _ => {}
            }
        }
        accepted
    }

    /// Its name in `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What a file prepared in it ends with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Encodes a page. The levels are those that a page rendered for a waiting reader can afford.
    pub fn encode(self, plain: &[u8]) -> Bytes {
        let mut encoded = Vec::with_capacity(plain.len() / 3);
        match self {
            Self::Brotli => {
                let mut writer = brotli::CompressorWriter::new(&mut encoded, 4096, 5, 20);
                writer.write_all(plain).expect("writing to memory does not fail");
                drop(writer);
            }
            Self::Gzip => {
                let mut writer = flate2::write::GzEncoder::new(&mut encoded, flate2::Compression::new(6));
                writer.write_all(plain).expect("writing to memory does not fail");
                writer.finish().expect("writing to memory does not fail");
            }
        }
        encoded.into()
    }
}

impl Accepted {
    /// Whether the client takes this encoding.
    pub fn allows(self, encoding: Encoding) -> bool {
        match encoding {
            Encoding::Brotli => self.brotli,
            Encoding::Gzip => self.gzip,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, brotli: bool, gzip: bool) {
        assert_eq!(Encoding::accepted(Some(&header.parse().expect("a header"))), Accepted { brotli, gzip }, "{header}");
    }

    #[test]
    fn a_client_gets_only_what_it_takes() {
        check("gzip, deflate, br", true, true);
        check("gzip;q=0.5", false, true);
        check("br;q=0, gzip", false, true);
        check("identity", false, false);
        check("broken", false, false);
    }
}
