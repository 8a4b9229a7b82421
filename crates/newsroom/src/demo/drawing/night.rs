//! An observatory under the stars.

use super::Palette;
use super::canvas::Canvas;
use super::chance::Chance;

/// A sky full of stars, a band of them denser, and a dome on a hill.
pub(super) fn stars(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    canvas.rows(|down| palette.high.mix(palette.low, down * down).mix(palette.light, 0.14 * down.powi(5)));
    milky_way(canvas, palette, chance);
    for _ in 0..900 {
        let (x, y) = (chance.unit() * width, chance.unit().powf(1.2) * 0.86 * height);
        let size = 0.0005 + 0.0011 * chance.unit().powi(5);
        canvas.disc((x, y), size * height + 0.4, palette.light.mix(palette.low, 0.5 * chance.unit()));
    }
    for _ in 0..26 {
        let at = (chance.unit() * width, chance.unit() * 0.65 * height);
        let size = chance.within(0.0012, 0.0022) * height;
        canvas.glow(at, 11.0 * size, palette.low.mix(palette.light, 0.4), 0.4);
        canvas.disc(at, size, palette.light);
    }
    shooting_star(canvas, palette);
    for ridge in 0..3 {
        let near = ridge as f32 / 2.0;
        let line = chance.line(1.2, 5);
        let level = height * (0.79 + 0.1 * near);
        let colour = palette.far.mix(palette.low, 0.35 * (1.0 - near)).mix(palette.near, 0.2 + 0.8 * near);
        canvas.below(|x| level - 0.045 * height * line.at(x / width), |_, _| (colour, 1.0));
        if ridge == 1 {
            observatory(canvas, palette);
        }
    }
}

/// Clouds of light along a slanting band, then its countless small stars.
fn milky_way(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    let band =
        |along: f32, off: f32| ((0.12 + 0.75 * along + 0.5 * off) * width, (1.0 - 1.15 * along + 0.75 * off) * height);
    for _ in 0..70 {
        let (along, off) = (chance.unit(), 0.16 * (chance.unit() + chance.unit() - 1.0));
        let radius = chance.within(0.09, 0.24) * height;
        canvas.glow(band(along, off), radius, palette.low.mix(palette.light, 0.12), 0.15);
    }
    for _ in 0..16 {
        let (along, off) = (chance.unit(), 0.05 * (chance.unit() - 0.5));
        canvas.glow(band(along, off), chance.within(0.03, 0.08) * height, palette.high, 0.3);
    }
    for _ in 0..2600 {
        let off = 0.24 * (chance.unit() + chance.unit() + chance.unit() - 1.5);
        let at = band(chance.unit(), off);
        canvas.disc(at, chance.within(0.25, 0.9), palette.light.mix(palette.low, 0.6 * chance.unit()));
    }
}

fn shooting_star(canvas: &mut Canvas, palette: &Palette) {
    let (width, height) = (canvas.width(), canvas.height());
    let (x, y, long) = (0.14 * width, 0.3 * height, 0.17 * width);
    canvas.between(
        x..x + long,
        |at| {
            let line = y - 0.42 * (at - x);
            let thick = 0.0022 * height * (1.0 - (at - x) / long);
            (line - thick, line + thick)
        },
        |at, _| (palette.light, 0.9 * (1.0 - (at - x) / long)),
    );
}

/// The dome, its slit open and lit, and the small house beside it.
fn observatory(canvas: &mut Canvas, palette: &Palette) {
    let (width, height) = (canvas.width(), canvas.height());
    let (x, radius) = (0.68 * width, 0.12 * height);
    let (top, foot) = (0.7 * height, 0.95 * height);
    let wall = palette.far.mix(palette.low, 0.75);
    let lit = |share: f32| wall.mix(palette.light, share);
    canvas.glow((x - 0.2 * radius, top - 0.6 * radius), 3.2 * radius, palette.light, 0.28);
    canvas.block(x + 0.8 * radius, top + 0.35 * radius, 1.5 * radius, foot - top, wall.lit(0.55));
    canvas.block(
        x + 1.25 * radius,
        top + 0.65 * radius,
        0.16 * radius,
        0.24 * radius,
        palette.light.mix(palette.low, 0.15),
    );
    canvas.block(
        x + 1.65 * radius,
        top + 0.65 * radius,
        0.16 * radius,
        0.24 * radius,
        palette.light.mix(palette.low, 0.15),
    );
    let side = |at: f32| ((x - at) / radius).clamp(-1.0, 1.0);
    canvas.between(
        x - 0.92 * radius..x + 0.92 * radius,
        |_| (top, foot),
        |at, _| (lit(0.03).lit(0.75 + 0.3 * side(at)), 1.0),
    );
    let dome = |at: f32| top - radius * (1.0 - side(at).powi(2)).max(0.0).sqrt();
    canvas.between(x - radius..x + radius, |at| (dome(at), top), |at, _| (lit(0.1).lit(0.9 + 0.7 * side(at)), 1.0));
    canvas.between(
        x - 0.34 * radius..x - 0.1 * radius,
        |at| (dome(at), top - 0.16 * radius),
        |_, _| (palette.light.mix(palette.low, 0.1), 1.0),
    );
    canvas.block(x - 1.03 * radius, top - 0.045 * radius, 2.06 * radius, 0.09 * radius, wall.lit(0.45));
}
