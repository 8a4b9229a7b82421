//! Paper and brushes: gradients, discs, and whatever lies between two lines.

use std::ops::Range;

use image::{Rgb, RgbImage};

use super::chance::Chance;

/// A colour whose mixtures stay luminous: channels are kept squared, near to how light adds up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour([f32; 3]);

impl Colour {
    /// Reads `#rrggbb`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let mut channels = [0.0; 3];
        for (index, channel) in channels.iter_mut().enumerate() {
            let value = u8::from_str_radix(&digits[2 * index..2 * index + 2], 16).ok()?;
            *channel = (f32::from(value) / 255.0).powi(2);
        }
        Some(Self(channels))
    }

    /// This colour with `share` (0–1) of another in it.
    pub(super) fn mix(self, other: Self, share: f32) -> Self {
        let mut channels = self.0;
        for (own, others) in channels.iter_mut().zip(other.0) {
            *own += (others - *own) * share;
        }
        Self(channels)
    }

    /// Darker or lighter: what the light is multiplied by.
    pub(super) fn lit(self, light: f32) -> Self {
        Self(self.0.map(|channel| channel * light))
    }
}

/// A picture being painted, from the far to the near.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Colour>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, height, pixels: vec![Colour([0.0; 3]); width * height] }
    }

    pub(super) fn width(&self) -> f32 {
        self.width as f32
    }

    pub(super) fn height(&self) -> f32 {
        self.height as f32
    }

    /// Paints every row in one colour; `colour` is given the height of the row, 0 at the top and 1 at the bottom.
    pub(super) fn rows(&mut self, colour: impl Fn(f32) -> Colour) {
        let height = self.height();
        for (row, pixels) in self.pixels.chunks_mut(self.width).enumerate() {
            pixels.fill(colour(row as f32 / height));
        }
    }

    /// Paints what lies between two lines, with soft edges. `lines` answers both for a column, `paint` the colour of a
    /// pixel and how much it covers.
    pub(super) fn between(
        &mut self,
        columns: Range<f32>,
        lines: impl Fn(f32) -> (f32, f32),
        paint: impl Fn(f32, f32) -> (Colour, f32),
    ) {
        let first = columns.start.max(0.0) as usize;
        let last = columns.end.clamp(0.0, self.width()) as usize;
        for column in first..last {
            let x = column as f32;
            let (top, bottom) = lines(x);
            let (top, bottom) = (top.max(0.0), bottom.min(self.height()));
            if top >= bottom {
                continue;
            }
            for row in top as usize..(bottom.ceil() as usize).min(self.height) {
                let y = row as f32;
                let covered = (bottom - y).min(1.0) - (top - y).max(0.0);
                let (colour, share) = paint(x, y);
                let pixel = &mut self.pixels[row * self.width + column];
                *pixel = pixel.mix(colour, share * covered);
            }
        }
    }

    /// Paints what lies below a line down to the lower edge.
    pub(super) fn below(&mut self, line: impl Fn(f32) -> f32, paint: impl Fn(f32, f32) -> (Colour, f32)) {
        let (width, height) = (self.width(), self.height());
        self.between(0.0..width, |x| (line(x), height), paint);
    }

    /// Paints a convex shape given by its corners.
    pub(super) fn shape(&mut self, corners: &[(f32, f32)], paint: impl Fn(f32, f32) -> (Colour, f32)) {
        let (mut left, mut right) = (f32::MAX, f32::MIN);
        for &(x, _) in corners {
            left = left.min(x);
            right = right.max(x);
        }
        self.between(left..right + 1.0, |x| crossing(corners, x), paint);
    }

    /// Paints an upright rectangle.
    pub(super) fn block(&mut self, left: f32, top: f32, width: f32, height: f32, colour: Colour) {
        self.between(left..left + width, |_| (top, top + height), |_, _| (colour, 1.0));
    }

    /// Paints a disc with a soft edge.
    pub(super) fn disc(&mut self, (x, y): (f32, f32), radius: f32, colour: Colour) {
        self.round((x, y), radius + 1.0, |distance| (colour, (radius + 0.5 - distance).clamp(0.0, 1.0)));
    }

    /// Lays light around a point; it fades out towards `radius`.
    pub(super) fn glow(&mut self, centre: (f32, f32), radius: f32, colour: Colour, strength: f32) {
        self.round(centre, radius, |distance| {
            let near = 1.0 - distance / radius;
            (colour, strength * near * near * near)
        });
    }

    /// The paper itself, with the grain of a print.
    pub(super) fn print(self, grain: f32, chance: &mut Chance) -> RgbImage {
        let mut print = RgbImage::new(self.width as u32, self.height as u32);
        for (to, from) in print.pixels_mut().zip(&self.pixels) {
            let speck = (chance.unit() - 0.5) * grain;
            *to = Rgb(from.0.map(|channel| ((channel.max(0.0).sqrt() + speck) * 255.0 + 0.5) as u8));
        }
        print
    }

    fn round(&mut self, (x, y): (f32, f32), radius: f32, paint: impl Fn(f32) -> (Colour, f32)) {
        let reach = |column: f32| (radius * radius - (column - x) * (column - x)).max(0.0).sqrt();
        self.between(
            x - radius..x + radius,
            |column| (y - reach(column), y + reach(column)),
            |column, row| paint((column - x).hypot(row - y)),
        );
    }
}

/// Where a column enters and leaves a convex shape.
fn crossing(corners: &[(f32, f32)], x: f32) -> (f32, f32) {
    let (mut top, mut bottom) = (f32::MAX, f32::MIN);
    for (index, &(x1, y1)) in corners.iter().enumerate() {
        let (x2, y2) = corners[(index + 1) % corners.len()];
        if (x1 <= x) != (x2 <= x) {
            let y = y1 + (y2 - y1) * (x - x1) / (x2 - x1);
            top = top.min(y);
            bottom = bottom.max(y);
        }
    }
    (top, bottom)
}
