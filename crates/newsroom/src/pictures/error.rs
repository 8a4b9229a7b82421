//! Why a picture was refused, in sentences for an editor.

use crate::Error;

/// Why a picture was refused, as one sentence for an editor.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The file is over 40 MiB.
    #[error("the file is larger than 40 MiB; save it smaller")]
    TooLarge,
    /// The picture has over 50 million pixels.
    #[error("the picture measures {width} × {height} pixels; 50 megapixels is the most, so scale it down")]
    TooManyPixels {
        /// Its width, as the file says.
        width: u32,
        /// Its height, as the file says.
        height: u32,
    },
    /// The content is no picture that is known, whatever the file is called.
    #[error("the file does not hold a JPEG, PNG, WebP or GIF picture")]
    Unknown,
    /// A kind of picture that is known by name only.
    #[error("{0} pictures cannot be read yet; save it as JPEG, PNG or WebP")]
    Unreadable(&'static str),
    /// The picture cannot be decoded.
    #[error("the picture is damaged: {0}")]
    Broken(String),
    /// Ours, not the picture's.
    #[error(transparent)]
    Store(#[from] Error),
}
