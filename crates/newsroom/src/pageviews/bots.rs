//! Programs that read by themselves, told by what they call themselves. Those that pass for browsers pass for readers.

/// What a program of any kind calls itself, in small letters: its trade, or an address to complain to.
const TRADES: [&str; 29] = [
    "http://",
    "https://",
    ".com",
    ".io",
    "@",
    "compatible;",
    "bot",
    "crawl",
    "spider",
    "slurp",
    "scan",
    "scrap",
    "fetch",
    "agent",
    "archiv",
    "check",
    "verif",
    "validat",
    "analyz",
    "inspect",
    "monitor",
    "uptime",
    "synthetic",
    "preview",
    "prefetch",
    "favicon",
    "feed",
    "facebookexternal",
    "google-",
];

/// Those whose name does not tell their trade, in small letters.
const NAMES: [&str; 22] = [
    "dareboost",
    "datanyze",
    "gtmetrix",
    "hardenize",
    "hotjar",
    "lighthouse",
    "linktiger",
    "manus-user",
    "marketgoo",
    "openvas",
    "outbrain",
    "pingdom",
    "playwright",
    "ptst/",
    "puppeteer",
    "rigor",
    "securityheaders",
    "selenium",
    "silktide",
    "sindup",
    "watchtowr",
    "zgrab",
];

/// A make of telephones whose name would give it away wrongly.
const NO_BOT: &str = "cubot";

/// Whether a user agent is that of a crawler, a link preview, a monitor or a script.
///
/// Every browser says "Mozilla/" first. A browser without a window counts as a reader: tests read, too.
pub(super) fn is_bot(user_agent: &str) -> bool {
    if !user_agent.starts_with("Mozilla/") {
        return true;
    }
    let name = user_agent.to_ascii_lowercase().replace(NO_BOT, "");
    TRADES.iter().chain(&NAMES).any(|sign| name.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(user_agents: &[&str], bots: bool) {
        for user_agent in user_agents {
            assert_eq!(is_bot(user_agent), bots, "{user_agent:?}");
        }
    }

    #[test]
    fn programs_are_told_by_their_names() {
        check(
            &[
                "",
                "curl/8.14.1",
                "python-requests/2.32.3",
                "WhatsApp/2.23.20.0",
                "TelegramBot (like TwitterBot)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36 Chrome-Lighthouse",
            ],
            true,
        );
    }

    #[test]
    fn browsers_are_readers() {
        check(
            &[
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 OPR/122.0.0.0",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]",
                "Mozilla/5.0 (Linux; Android 15; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 Instagram 400.0",
            ],
            false,
        );
    }

    #[test]
    fn nearly_all_known_crawlers_are_told() {
        let list = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/bots/crawler-user-agents.json");
        let Ok(list) = std::fs::read_to_string(list) else {
            eprintln!("the list of crawlers is missing: skipped");
            return;
        };
        let list: serde_json::Value = serde_json::from_str(&list).expect("the list is JSON");
        let instances = list.as_array().expect("crawlers").iter().filter_map(|crawler| crawler["instances"].as_array());
        let all: Vec<&str> = instances.flatten().filter_map(serde_json::Value::as_str).collect();
        let passed: Vec<&&str> = all.iter().filter(|user_agent| !is_bot(user_agent)).collect();
        eprintln!("{} of {} crawlers are told", all.len() - passed.len(), all.len());
        assert!(passed.len() * 100 <= all.len(), "{passed:#?}");
    }
}
