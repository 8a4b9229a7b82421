//! Pictures, as a page needs to know them.

use serde::{Deserialize, Serialize};

/// A stored picture. Its files are `/media/{hash}-{width}.{webp,jpg}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// BLAKE3 of the file that came in, as 64 hex digits.
    pub hash: String,
    /// Width in pixels, upright.
    pub width: u32,
    /// Height in pixels, upright.
    pub height: u32,
    /// The widths it is stored in, ascending.
    pub widths: Vec<u32>,
    /// Its average colour as `#rrggbb`, shown until it arrives.
    pub colour: String,
}
