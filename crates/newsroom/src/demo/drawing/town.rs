//! Rows of houses with lit windows.

use super::Palette;
use super::canvas::{Canvas, Colour};
use super::chance::Chance;
use super::sky::{sky, sun};

const ROWS: usize = 4;

/// A town on a slope, row before row, its windows lit.
pub(super) fn city(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    sky(canvas, palette, 0.7);
    sun(canvas, palette, (0.27, 0.27), 0.07);
    let hill = chance.line(0.9, 3);
    let haze = palette.far.mix(palette.low, 0.7);
    canvas.below(|x| height * (0.46 - 0.06 * hill.at(x / width)), |_, _| (haze, 1.0));
    for row in 0..ROWS {
        let near = row as f32 / (ROWS - 1) as f32;
        let mut x = -chance.within(0.0, 0.05) * width;
        while x < width {
            let wide = width * chance.within(0.05, 0.085) * (0.75 + 0.75 * near);
            let tall = height * chance.within(0.2, 0.36) * (0.7 + 0.45 * near);
            let foot = height * (0.66 + 0.36 * near);
            house(canvas, palette, (x, foot - tall, wide), near, chance);
            x += wide;
        }
    }
    lamps(canvas, palette);
}

/// A house from its roof down; rows in front cover its foot.
fn house(canvas: &mut Canvas, palette: &Palette, (x, top, wide): (f32, f32, f32), near: f32, chance: &mut Chance) {
    let height = canvas.height();
    let tone = palette.far.mix(palette.near, 0.15 + 0.75 * near + chance.within(-0.15, 0.15));
    let wall = tone.mix(palette.low, 0.5 * (1.0 - near) + chance.within(0.0, 0.12));
    let roof = palette.near.mix(palette.low, 0.3 * (1.0 - near)).lit(0.85);
    let eaves = 0.02 * wide;
    canvas.between(x..x + wide, |_| (top, height), |at, _| (wall.lit(1.08 - 0.22 * (at - x) / wide), 1.0));
    if chance.unit() < 0.55 {
        let ridge = top - wide * chance.within(0.16, 0.28);
        let middle = x + 0.5 * wide;
        canvas.shape(&[(x - eaves, top + 2.0), (middle, ridge), (x + wide + eaves, top + 2.0)], |at, _| {
            (roof.lit(if at < middle { 1.2 } else { 0.9 }), 1.0)
        });
    } else {
        canvas.block(x - eaves, top - 0.05 * wide, wide + 2.0 * eaves, 0.07 * wide, roof);
    }
    if chance.unit() < 0.5 {
        let at = x + wide * chance.within(0.15, 0.7);
        canvas.block(at, top - 0.3 * wide, 0.09 * wide, 0.32 * wide, roof.lit(0.9));
        canvas.block(at - 0.02 * wide, top - 0.32 * wide, 0.13 * wide, 0.04 * wide, roof.lit(0.7));
    }
    windows(canvas, palette, (x, top, wide), wall, chance);
}

fn windows(canvas: &mut Canvas, palette: &Palette, (x, top, wide): (f32, f32, f32), wall: Colour, chance: &mut Chance) {
    let height = canvas.height();
    let columns = 2 + (chance.unit() * 3.0) as usize;
    let pitch = wide / columns as f32;
    let (pane_wide, pane_tall) = (0.42 * pitch, 0.62 * pitch);
    let storey = 1.3 * pitch;
    let mut y = top + 0.45 * pitch;
    while y < height {
        for column in 0..columns {
            let left = x + pitch * (column as f32 + 0.29);
            let lit = chance.unit() < 0.42;
            let glass =
                if lit { palette.light.mix(wall, 0.25 * chance.unit()) } else { wall.mix(palette.high, 0.4).lit(0.6) };
            if lit {
                canvas.glow((left + pane_wide / 2.0, y + pane_tall / 2.0), 1.1 * pitch, palette.light, 0.3);
            }
            canvas.block(
                left - 0.04 * pitch,
                y - 0.04 * pitch,
                pane_wide + 0.08 * pitch,
                pane_tall + 0.08 * pitch,
                wall.lit(0.72),
            );
            canvas.block(left, y, pane_wide, pane_tall, glass);
            canvas.block(left + 0.47 * pane_wide, y, (0.07 * pane_wide).max(1.0), pane_tall, wall.lit(0.72));
            canvas.block(left - 0.08 * pitch, y + pane_tall, pane_wide + 0.16 * pitch, 0.07 * pitch, wall.lit(1.25));
        }
        y += storey;
    }
}

/// A string of lamps across the street.
fn lamps(canvas: &mut Canvas, palette: &Palette) {
    let (width, height) = (canvas.width(), canvas.height());
    let rope = |x: f32| {
        let swing = (x / width * 3.0).fract() - 0.5;
        height * (0.8 + 0.16 * (0.25 - swing * swing))
    };
    canvas.between(0.0..width, |x| (rope(x), rope(x) + 0.0022 * height), |_, _| (palette.near.lit(0.35), 0.9));
    for lamp in 0..24 {
        let x = (lamp as f32 + 0.5) / 24.0 * width;
        let at = (x, rope(x) + 0.014 * height);
        canvas.glow(at, 0.06 * height, palette.light, 0.55);
        canvas.disc(at, 0.0085 * height, palette.light);
    }
}
