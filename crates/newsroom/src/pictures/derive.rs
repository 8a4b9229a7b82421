//! What is made of a picture: its widths, as WebP and JPEG, and its average colour.
//!
//! Crops by focal point, AVIF and colour profiles belong here when they come.

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgb, RgbImage};

use super::{Format, PictureError};

/// The widths that pages ask for, largest first.
const WIDTHS: [u32; 3] = [1600, 960, 480];
/// Below this width one size is enough.
const SMALL: u32 = 200;
/// The most pixels a side of a WebP may have.
const SIDE_MAX: u32 = 16_383;

const JPEG_QUALITY: u8 = 82;
const WEBP_QUALITY: f32 = 76.0;

/// Everything that is kept of a picture.
#[derive(Debug)]
pub(super) struct Derived {
    /// Width, upright.
    pub width: u32,
    /// Height, upright.
    pub height: u32,
    /// Its average colour as `#rrggbb`, on white where it is transparent.
    pub colour: String,
    /// The files, largest first.
    pub files: Vec<Derivative>,
}

/// One file of a picture.
#[derive(Debug)]
pub(super) struct Derivative {
    pub width: u32,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// Makes all files of a picture, each width from the next larger one.
pub(super) fn derive(original: DynamicImage) -> Result<Derived, PictureError> {
    let (width, height) = (original.width(), original.height());
    let mut resizer = Resizer::new();
    let mut files = Vec::new();
    let mut current = original;
    for target in widths(width, height)? {
        if target < current.width() {
            current = resize(&mut resizer, &current, target, height_at(target, width, height))?;
        }
        let flat = flatten(&current);
        files.push(Derivative { width: target, format: Format::Webp, bytes: webp(&current)? });
        files.push(Derivative { width: target, format: Format::Jpeg, bytes: jpeg(&flat)? });
    }
    Ok(Derived { width, height, colour: average(&flatten(&current)), files })
}

/// The widths a picture is kept in, largest first: never more than its own, and three of them unless it is small.
fn widths(width: u32, height: u32) -> Result<Vec<u32>, PictureError> {
    // As wide as it may be for its height still to fit.
    let own = u64::from(width).min(u64::from(width) * u64::from(SIDE_MAX) / u64::from(height.max(1))) as u32;
    if own == 0 {
        return Err(PictureError::Broken("it is far too narrow for its height".to_owned()));
    }
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|&step| step <= own).collect();
    if own < WIDTHS[0] && widths.first() != Some(&own) {
        widths.insert(0, own);
    }
    while own >= SMALL && widths.len() < WIDTHS.len() {
        let smallest = widths[widths.len() - 1];
        widths.push(smallest / 2);
    }
    Ok(widths)
}

fn height_at(target: u32, width: u32, height: u32) -> u32 {
    let exact = f64::from(height) * f64::from(target) / f64::from(width);
    (exact.round() as u32).clamp(1, SIDE_MAX)
}

fn resize(resizer: &mut Resizer, from: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, PictureError> {
    let mut to = DynamicImage::new(width, height, from.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    resizer.resize(from, &mut to, &options).map_err(|why| PictureError::Broken(why.to_string()))?;
    Ok(to)
}

/// The picture on white paper.
fn flatten(picture: &DynamicImage) -> RgbImage {
    let DynamicImage::ImageRgba8(pixels) = picture else { return picture.to_rgb8() };
    let mut flat = RgbImage::new(pixels.width(), pixels.height());
    for (to, from) in flat.pixels_mut().zip(pixels.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        *to = Rgb([red, green, blue].map(|channel| ((channel * alpha + 255 * (255 - alpha) + 127) / 255) as u8));
    }
    flat
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))
        .map_err(|why| PictureError::Broken(why.to_string()))?;
    Ok(bytes)
}

fn webp(picture: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        other => webp::Encoder::from_rgb(other.as_bytes(), width, height),
    };
    let bytes = encoder.encode_simple(false, WEBP_QUALITY).map_err(|why| PictureError::Broken(format!("{why:?}")))?;
    Ok(bytes.to_vec())
}

fn average(picture: &RgbImage) -> String {
    let pixels = (u64::from(picture.width()) * u64::from(picture.height())).max(1);
    let mut sums = [0_u64; 3];
    for pixel in picture.pixels() {
        for (sum, channel) in sums.iter_mut().zip(pixel.0) {
            *sum += u64::from(channel);
        }
    }
    let [red, green, blue] = sums.map(|sum| sum / pixels);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: u32, height: u32, expected: &[u32]) {
        assert_eq!(widths(width, height).ok().as_deref(), Some(expected), "{width} × {height}");
    }

    #[test]
    fn a_picture_is_kept_in_three_widths_and_never_wider_than_it_came() {
        check(4000, 3000, &[1600, 960, 480]);
        check(1600, 900, &[1600, 960, 480]);
        check(1200, 900, &[1200, 960, 480]);
        check(960, 900, &[960, 480, 240]);
        check(600, 400, &[600, 480, 240]);
        check(450, 300, &[450, 225, 112]);
        check(199, 300, &[199]);
        check(1, 1, &[1]);
    }

    #[test]
    fn a_picture_too_tall_for_its_width_is_kept_narrower_or_refused() {
        check(400, 20_000, &[327, 163, 81]);
        assert!(widths(1, 20_000).is_err());
    }

    #[test]
    fn transparency_lies_on_white() {
        let glass = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(2, 2, image::Rgba([0, 0, 0, 0])));
        assert_eq!(average(&flatten(&glass)), "#ffffff");
    }
}
