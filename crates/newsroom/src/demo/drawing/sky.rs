//! What most scenes begin with.

use super::Palette;
use super::canvas::Canvas;

/// The sky: from the high colour to the low one, warmer towards the horizon (0–1 from the top).
pub(super) fn sky(canvas: &mut Canvas, palette: &Palette, horizon: f32) {
    canvas.rows(|height| {
        let down = (height / horizon).min(1.0);
        let air = palette.high.mix(palette.low, down * down * (3.0 - 2.0 * down));
        air.mix(palette.light, 0.35 * down.powi(6))
    });
}

/// A sun or moon with the light around it; all measures in shares of the picture's height.
pub(super) fn sun(canvas: &mut Canvas, palette: &Palette, (x, y): (f32, f32), radius: f32) {
    let (width, height) = (canvas.width(), canvas.height());
    let centre = (x * width, y * height);
    canvas.glow(centre, 0.85 * height, palette.light, 0.55);
    canvas.glow(centre, 4.5 * radius * height, palette.light, 0.35);
    canvas.disc(centre, radius * height, palette.light);
}
