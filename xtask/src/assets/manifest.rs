//! `assets.json`: what the server must know about the files that it embeds.

use std::collections::BTreeMap;

use serde::Serialize;

/// Logical names and what became of them.
#[derive(Debug, Default, Serialize)]
pub struct Manifest {
    /// Changes whenever any file of the site does.
    pub build: String,
    /// By logical name: `main.css`, `reader.wasm`, `fonts/newsreader-core.woff2`.
    pub files: BTreeMap<String, Asset>,
}

/// One file that never changes under its address.
#[derive(Debug, Serialize)]
pub struct Asset {
    /// Its address: `/assets/main.3f2a91c04b.css`.
    pub path: String,
    /// Its size.
    pub bytes: usize,
    /// What a reader's browser downloads: the size in brotli, or the plain size where that does not pay.
    pub brotli: usize,
}

/// `main.css` with this content is `/assets/main.3f2a91c04b.css`; folders of the logical name are left out.
pub fn address(name: &str, content: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let hash = blake3::hash(content).to_hex();
    format!("/assets/{stem}.{}.{extension}", &hash[..10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_changes_with_the_content_and_only_with_it() {
        let first = address("fonts/newsreader.woff2", b"one");
        assert_eq!(first.split('.').map(str::len).collect::<Vec<_>>(), ["/assets/newsreader".len(), 10, "woff2".len()]);
        assert_eq!(first, address("fonts/newsreader.woff2", b"one"));
        assert_ne!(first, address("fonts/newsreader.woff2", b"two"));
    }
}
