//! Who reads, as far as counting needs to know.

use std::net::{IpAddr, Ipv6Addr};

use model::ArticleId;

use super::bots;
use super::tallying::Salt;

/// Who reads, as far as anybody needs to know. Never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Where the request came from.
    pub address: IpAddr,
    /// The browser, as it calls itself.
    pub user_agent: String,
}

impl Reader {
    /// The address as far as it tells one household from another: whole in IPv4, the first 64 bits in IPv6, where one
    /// household has all that begin the same.
    pub(crate) fn network(&self) -> IpAddr {
        match self.address.to_canonical() {
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
            IpAddr::V4(address) => IpAddr::V4(address),
        }
    }

    /// Whether this is a program that reads by itself: a crawler, a preview, a monitor.
    pub(super) fn is_bot(&self) -> bool {
        bots::is_bot(&self.user_agent)
    }

    /// That this reader read an article on the salt's day, as nobody without the salt can tell.
    pub(super) fn mark(&self, salt: &Salt, article: ArticleId) -> [u8; 16] {
        let mut hasher = blake3::Hasher::new_keyed(salt);
        hasher.update(&article.0.to_le_bytes());
        match self.network() {
            IpAddr::V4(address) => hasher.update(&address.octets()),
            IpAddr::V6(address) => hasher.update(&address.octets()),
        };
        hasher.update(family(&self.user_agent).as_bytes());
        let mut mark = [0; 16];
        hasher.finalize_xof().fill(&mut mark);
        mark
    }
}

/// The browser in a word, so coarse that many share it: tells apart a few people behind one address, not one by one.
fn family(user_agent: &str) -> String {
    /// Browsers that also name another come before it.
    const BROWSERS: [(&str, &str); 9] = [
        ("Edg", "edge"),
        ("OPR/", "opera"),
        ("SamsungBrowser", "samsung"),
        ("Firefox/", "firefox"),
        ("FxiOS/", "firefox"),
        ("CriOS/", "chrome"),
        ("Chrome/", "chrome"),
        ("HeadlessChrome/", "chrome"),
        ("Safari/", "safari"),
    ];
    let browser = BROWSERS.iter().find(|(sign, _)| user_agent.contains(sign)).map_or("other", |(_, browser)| browser);
    let mobile = ["Mobi", "Android", "iPad"].iter().any(|sign| user_agent.contains(sign));
    format!("{browser} {}", if mobile { "mobile" } else { "desktop" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_network(address: &str, network: &str) {
        let reader = Reader { address: address.parse().expect("an address"), user_agent: String::new() };
        assert_eq!(reader.network().to_string(), network);
    }

    #[test]
    fn an_address_is_cut_where_a_household_ends() {
        check_network("192.0.2.17", "192.0.2.17");
        check_network("::ffff:192.0.2.17", "192.0.2.17");
        check_network("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::");
    }

    #[track_caller]
    fn check_family(user_agent: &str, expected: &str) {
        assert_eq!(family(user_agent), expected, "{user_agent}");
    }

    #[test]
    fn a_browser_is_told_by_its_family() {
        let webkit = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko)";
        check_family(&format!("{webkit} Version/18.1 Safari/605.1.15"), "safari desktop");
        check_family(&format!("{webkit} Chrome/140.0.0.0 Safari/537.36"), "chrome desktop");
        check_family(&format!("{webkit} HeadlessChrome/140.0.0.0 Safari/537.36"), "chrome desktop");
        check_family(&format!("{webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"), "edge desktop");
        check_family("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "firefox mobile");
        check_family(
            "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 CriOS/140.0 Mobile/15E148 Safari/604.1",
            "chrome mobile",
        );
        check_family("Lynx/2.9.0", "other desktop");
    }
}
