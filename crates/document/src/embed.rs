//! Who hosts embeds, and where theirs are found.

use crate::{Embed, Provider};

/// The shape that the embedded frame is shown in: width over height.
const FRAME_RATIO: f64 = 16.0 / 9.0;
/// How many map tiles of 256 pixels the frame is wide.
const TILES_ACROSS: f64 = 3.0;
const SPOTIFY_KINDS: [&str; 6] = ["album", "artist", "episode", "playlist", "show", "track"];

impl Provider {
    /// The name that readers know.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Youtube => "YouTube",
            Self::Vimeo => "Vimeo",
            Self::Spotify => "Spotify",
            Self::Openstreetmap => "OpenStreetMap",
        }
    }

    /// Whether `id` has the shape of this provider's ids. Such an id needs no escaping anywhere.
    pub fn is_id(self, id: &str) -> bool {
        match self {
            Self::Youtube => id.len() == 11 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'),
            Self::Vimeo => (1..=12).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit()),
            Self::Spotify => id.split_once('/').is_some_and(|(kind, id)| {
                SPOTIFY_KINDS.contains(&kind) && id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric())
            }),
            Self::Openstreetmap => map_view(id).is_some(),
        }
    }
}

impl Embed {
    /// Recognises the address of a page or a player of a known provider. The title is left empty.
    pub fn from_url(url: &str) -> Option<Self> {
        let url = url.trim();
        let (scheme, rest) = url.split_once("//")?;
        if !matches!(&*scheme.to_ascii_lowercase(), "" | "http:" | "https:") {
            return None;
        }
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let host = host.to_ascii_lowercase();
        let (path, after) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();

        let (provider, id) = match host.trim_start_matches("www.").trim_start_matches("m.") {
            "youtube.com" | "youtube-nocookie.com" => (Provider::Youtube, youtube_id(&segments, after)?.to_owned()),
            "youtu.be" => (Provider::Youtube, (*segments.first()?).to_owned()),
            "vimeo.com" | "player.vimeo.com" => (Provider::Vimeo, (*segments.last()?).to_owned()),
            "open.spotify.com" => (Provider::Spotify, spotify_id(&segments)?),
            "openstreetmap.org" => (Provider::Openstreetmap, map_id(after)?),
            _ => return None,
        };
        provider.is_id(&id).then(|| Self { provider, id, title: String::new() })
    }

    /// The address of the page where the provider shows it.
    pub fn page_url(&self) -> String {
        let id = &self.id;
        match self.provider {
            Provider::Youtube => format!("https://www.youtube.com/watch?v={id}"),
            Provider::Vimeo => format!("https://vimeo.com/{id}"),
            Provider::Spotify => format!("https://open.spotify.com/{id}"),
            Provider::Openstreetmap => format!("https://www.openstreetmap.org/#map={id}"),
        }
    }

    /// The address of the provider's player for a frame, in its variant that follows readers least.
    pub fn frame_url(&self) -> String {
        let id = &self.id;
        match self.provider {
            Provider::Youtube => format!("https://www.youtube-nocookie.com/embed/{id}"),
            Provider::Vimeo => format!("https://player.vimeo.com/video/{id}?dnt=1"),
            Provider::Spotify => format!("https://open.spotify.com/embed/{id}"),
            Provider::Openstreetmap => map_frame(map_view(id).unwrap_or_default()),
        }
    }
}

fn youtube_id<'a>(segments: &[&'a str], after: &'a str) -> Option<&'a str> {
    match segments {
        ["watch"] => parameter(after, "v"),
        ["embed" | "shorts" | "live" | "v", id] => Some(id),
        _ => None,
    }
}

/// The last two segments: before them may stand `embed` and a language such as `intl-it`.
fn spotify_id(segments: &[&str]) -> Option<String> {
    let [.., kind, id] = segments else { return None };
    Some(format!("{kind}/{id}"))
}

/// Reads `#map=zoom/latitude/longitude`, or the bounding box of an exported frame.
fn map_id(after: &str) -> Option<String> {
    if let Some((_, view)) = after.split_once("#map=") {
        return Some(view.split('&').next()?.to_owned());
    }
    let corners = parameter(after, "bbox")?.replace("%2C", ",").replace("%2c", ",");
    let corners: Vec<f64> = corners.split(',').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [west, south, east, north] = corners[..] else { return None };
    let zoom = (360.0 * TILES_ACROSS / (east - west)).log2().round().clamp(0.0, 19.0);
    Some(format!("{zoom}/{:.5}/{:.5}", f64::midpoint(south, north), f64::midpoint(west, east)))
}

fn parameter<'a>(after: &'a str, name: &str) -> Option<&'a str> {
    let query = after.strip_prefix('?')?.split('#').next()?;
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// Zoom, latitude and longitude of a map's id.
fn map_view(id: &str) -> Option<(u8, f64, f64)> {
    if !id.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'/')) || id.len() > 48 {
        return None;
    }
    let mut parts = id.split('/');
    let zoom = parts.next()?.parse().ok().filter(|zoom| *zoom <= 19)?;
    let latitude = parts.next()?.parse().ok().filter(|degrees: &f64| degrees.abs() <= 90.0)?;
    let longitude = parts.next()?.parse().ok().filter(|degrees: &f64| degrees.abs() <= 180.0)?;
    parts.next().is_none().then_some((zoom, latitude, longitude))
}

fn map_frame((zoom, latitude, longitude): (u8, f64, f64)) -> String {
    let east = 360.0 / f64::from(zoom).exp2() * TILES_ACROSS / 2.0;
    let north = east * latitude.to_radians().cos() / FRAME_RATIO;
    format!(
        "https://www.openstreetmap.org/export/embed.html?bbox={:.5}%2C{:.5}%2C{:.5}%2C{:.5}&layer=mapnik&marker={latitude}%2C{longitude}",
        longitude - east,
        latitude - north,
        longitude + east,
        latitude + north,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, expected: Option<(Provider, &str)>) {
        let expected = expected.map(|(provider, id)| Embed { provider, id: id.to_owned(), title: String::new() });
        assert_eq!(Embed::from_url(url), expected, "{url}");
    }

    #[test]
    fn pages_and_players_of_known_providers_are_recognised() {
        let video = Some((Provider::Youtube, "dQw4w9WgXcQ"));
        check("https://www.youtube.com/watch?v=dQw4w9WgXcQ", video);
        check("https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ#x", video);
        check("//www.youtube.com/embed/dQw4w9WgXcQ?rel=0", video);
        check("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", video);
        check("HTTPS://M.YouTube.com/shorts/dQw4w9WgXcQ", video);
        check("https://youtu.be/dQw4w9WgXcQ?si=abc", video);
        check("https://player.vimeo.com/video/76979871?h=1", Some((Provider::Vimeo, "76979871")));
        check("https://vimeo.com/channels/staffpicks/76979871", Some((Provider::Vimeo, "76979871")));
        let episode = Some((Provider::Spotify, "episode/4rOoJ6Egrf8K2IrywzwOMk"));
        check("https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk?utm=1", episode);
        check("https://open.spotify.com/intl-it/episode/4rOoJ6Egrf8K2IrywzwOMk", episode);
        check(
            "https://www.openstreetmap.org/#map=15/41.8902/12.4922",
            Some((Provider::Openstreetmap, "15/41.8902/12.4922")),
        );
    }

    #[test]
    fn other_hosts_and_other_shapes_are_not() {
        for url in [
            "",
            "https://example.org/embed/dQw4w9WgXcQ",
            "https://youtube.com@example.org/watch?v=dQw4w9WgXcQ",
            "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
            "javascript://youtube.com/watch?v=dQw4w9WgXcQ",
            "https://www.youtube.com/watch?v=dQw4w9WgXc\"",
            "https://www.youtube.com/channel/x",
            "https://vimeo.com/about",
            "https://open.spotify.com/user/4rOoJ6Egrf8K2IrywzwOMk",
            "https://www.openstreetmap.org/#map=99/41/12",
            "https://www.openstreetmap.org/#map=9/91/12",
            "https://www.openstreetmap.org/#map=9/1/2/3",
        ] {
            check(url, None);
        }
    }

    #[test]
    fn pages_and_frames_lead_back_to_the_same_embed() {
        for (provider, id) in [
            (Provider::Youtube, "dQw4w9WgXcQ"),
            (Provider::Vimeo, "76979871"),
            (Provider::Spotify, "show/4rOoJ6Egrf8K2IrywzwOMk"),
            (Provider::Openstreetmap, "15/41.89020/12.49220"),
        ] {
            let embed = Embed { provider, id: id.to_owned(), title: String::new() };
            check(&embed.page_url(), Some((provider, id)));
            check(&embed.frame_url(), Some((provider, id)));
        }
    }
}
