//! From a file that somebody sent to upright pixels, or to a sentence that says why not.
//!
//! A file is believed in nothing: its kind is read from its content and its size from its header before any pixel is
//! decoded, and only pixels leave this module, so that no metadata can.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::PictureError;

/// The most bytes a file may have.
pub const FILE_MAX: usize = 40 << 20;
const PIXELS_MAX: u64 = 50_000_000;
/// Fifty megapixels of the widest kind, and what a decoder needs beside them.
const MEMORY_MAX: u64 = 512 << 20;

/// Decodes a file into upright pixels of 8 bits, with alpha where the file has some. Of a moving picture, the first frame.
pub(super) fn decode(file: &[u8]) -> Result<DynamicImage, PictureError> {
    if file.len() > FILE_MAX {
        return Err(PictureError::TooLarge);
    }
    let format = kind_of(file)?;
    if format == ImageFormat::Jpeg && !jpeg_is_whole(file) {
        return Err(PictureError::Broken("the file ends too early".to_owned()));
    }
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(PictureError::TooManyPixels { width, height });
    }
    let orientation = decoder.orientation().map_err(broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    Ok(match picture {
        DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgba8(_) => picture,
        deep if deep.color().has_alpha() => deep.into_rgba8().into(),
        deep => deep.into_rgb8().into(),
    })
}

/// What the file is, by its first bytes.
fn kind_of(file: &[u8]) -> Result<ImageFormat, PictureError> {
    if let Some(name) = unreadable(file) {
        return Err(PictureError::Unreadable(name));
    }
    match image::guess_format(file) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif)) => Ok(format),
        _ => Err(PictureError::Unknown),
    }
}

/// The kinds that are worth a name of their own: telephones make them.
fn unreadable(file: &[u8]) -> Option<&'static str> {
    match (file.get(4..8)?, file.get(8..12)?) {
        (b"ftyp", b"avif" | b"avis") => Some("AVIF"),
        (b"ftyp", b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => Some("HEIC"),
        _ => None,
    }
}

/// Whether the end mark follows the beginning of the pixels. Decoders paint what is missing grey; an editor wants to know.
fn jpeg_is_whole(file: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[0xff, marker, high, low]) = file.get(at..at + 4) {
        if marker == 0xda {
            return file[at..].windows(2).any(|pair| pair == [0xff, 0xd9]);
        }
        // Fill bytes stand alone; every other segment says how long it is.
        at += if marker == 0xff { 1 } else { 2 + usize::from(u16::from_be_bytes([high, low])) };
    }
    // No pixels, or a file too odd to judge: the decoder will say.
    true
}

fn broken(why: image::ImageError) -> PictureError {
    PictureError::Broken(why.to_string())
}
