//! Boats on the sea.

use std::f32::consts::{PI, TAU};

use super::Palette;
use super::canvas::{Canvas, Colour};
use super::chance::Chance;
use super::sky::{sky, sun};

const HORIZON: f32 = 0.46;

/// A wide sea with the light on it, a mole with its lighthouse, and sails.
pub(super) fn sea(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    sky(canvas, palette, HORIZON);
    let across = chance.within(0.6, 0.72);
    sun(canvas, palette, (across, 0.26), 0.058);
    clouds(canvas, palette, chance);
    let coast = chance.line(1.3, 4);
    let hills = palette.far.mix(palette.low, 0.6);
    let shore = HORIZON * height;
    canvas.between(
        0.0..width,
        |x| (shore - height * (0.02 + 0.03 * coast.at(x / width)), shore + 1.0),
        |_, _| (hills, 1.0),
    );
    let surface = |y: f32| {
        let near = ((y - shore) / (height - shore)).clamp(0.0, 1.0);
        palette.far.mix(palette.low, 0.55 * (1.0 - near).powi(3)).lit(1.0 - 0.45 * near)
    };
    canvas.between(0.0..width, |_| (shore, height), |_, y| (surface(y), 1.0));
    glitter(canvas, palette, across, chance);
    waves(canvas, palette, chance, 0.0..0.55, surface);
    mole(canvas, palette);
    for (x, y, size) in [(0.2, 0.56, 0.4), (0.83, 0.58, 0.5), (0.36, 0.66, 0.85), (0.66, 0.79, 1.35)] {
        boat(canvas, palette, (x + chance.within(-0.02, 0.02), y), size, chance);
    }
    waves(canvas, palette, chance, 0.62..1.0, surface);
}

fn clouds(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    for bank in 0..6 {
        let (x, y) = (chance.within(-0.15, 0.8) * width, (0.08 + 0.055 * bank as f32) * height);
        let long = chance.within(0.3, 0.6) * width;
        let thick = chance.within(0.02, 0.045) * height;
        let puffs = chance.line(2.5, 3);
        let colour = palette.low.mix(palette.light, chance.within(0.2, 0.7));
        canvas.between(
            x..x + long,
            |at| {
                let along = (PI * ((at - x) / long)).sin().max(0.0).powf(0.6);
                (y - thick * along * (0.7 + 0.3 * puffs.at((at - x) / long)), y)
            },
            |at, _| (colour, 0.5 * (PI * ((at - x) / long)).sin().max(0.0)),
        );
    }
}

/// The sun's path on the water: dashes, wider towards the near.
fn glitter(canvas: &mut Canvas, palette: &Palette, across: f32, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    for _ in 0..260 {
        let near = chance.unit().powf(1.6);
        let y = height * (HORIZON + 0.004 + (0.98 - HORIZON) * near);
        let spread = width * (0.035 + 0.13 * near);
        let x = across * width + spread * (chance.unit() + chance.unit() + chance.unit() - 1.5);
        let long = width * (0.008 + 0.05 * near) * chance.within(0.5, 1.2);
        let thick = height * (0.0012 + 0.005 * near);
        let strength = 0.75 - 0.45 * near;
        let along = |at: f32| (PI * ((at - x) / long + 0.5)).sin().max(0.0);
        canvas.between(
            x - long / 2.0..x + long / 2.0,
            |at| (y - thick * along(at), y + thick * along(at)),
            |_, _| (palette.light, strength),
        );
    }
}

/// Crests that lie over each other like roof tiles; `reach` says from how far to how near.
fn waves(
    canvas: &mut Canvas,
    palette: &Palette,
    chance: &mut Chance,
    reach: std::ops::Range<f32>,
    surface: impl Fn(f32) -> Colour,
) {
    const CRESTS: usize = 26;
    let (width, height) = (canvas.width(), canvas.height());
    for crest in 0..CRESTS {
        let near = (crest as f32 / CRESTS as f32).powf(1.5);
        if !reach.contains(&near) {
            continue;
        }
        let level = height * (HORIZON + 0.03 + 0.54 * near);
        let swing = height * (0.0015 + 0.011 * near);
        let long = width * (0.02 + 0.09 * near);
        let start = chance.within(0.0, TAU);
        let swell = chance.line(1.5, 3);
        let top = |x: f32| level - swing * ((x / long * TAU + start).sin().abs() - 0.5 + 1.4 * swell.at(x / width));
        let body = surface(level + 0.02 * height);
        let rim = body.mix(palette.low, 0.3);
        let thick = swing * 0.5 + 1.0;
        let fade = height * (0.012 + 0.06 * near);
        canvas.between(
            0.0..width,
            |x| (top(x), top(x) + fade),
            |x, y| {
                let down = y - top(x);
                if down < thick { (rim, 0.75) } else { (body, 0.8 * (1.0 - down / fade)) }
            },
        );
    }
}

/// A mole that comes in from the left, with a lighthouse at its head.
fn mole(canvas: &mut Canvas, palette: &Palette) {
    let (width, height) = (canvas.width(), canvas.height());
    let shore = HORIZON * height;
    let stone = palette.near.mix(palette.far, 0.55);
    let top = shore - 0.012 * height;
    canvas.shape(
        &[(0.0, top), (0.3 * width, top), (0.32 * width, shore + 0.022 * height), (0.0, shore + 0.03 * height)],
        |_, _| (stone, 1.0),
    );
    let x = 0.285 * width;
    let (half, tall) = (0.011 * width, 0.15 * height);
    let white = palette.light.mix(palette.low, 0.35);
    for band in 0..5 {
        let up = band as f32 / 5.0;
        let (low, high) = (half * (1.0 - 0.35 * up), half * (1.0 - 0.35 * (up + 0.2)));
        let (foot, head) = (top - tall * up, top - tall * (up + 0.2));
        let colour = if band % 2 == 0 { white } else { palette.near };
        canvas.shape(&[(x - low, foot), (x - high, head), (x + high, head), (x + low, foot)], |at, _| {
            (colour.lit(1.0 - 0.3 * ((at - x) / half).max(0.0)), 1.0)
        });
    }
    let head = top - tall;
    canvas.block(x - 0.75 * half, head - 0.006 * height, 1.5 * half, 0.007 * height, palette.near);
    canvas.glow((x, head - 0.016 * height), 0.09 * height, palette.light, 0.8);
    canvas.block(x - 0.42 * half, head - 0.026 * height, 0.84 * half, 0.02 * height, palette.light);
    canvas.shape(
        &[(x - 0.6 * half, head - 0.025 * height), (x, head - 0.045 * height), (x + 0.6 * half, head - 0.025 * height)],
        |_, _| (palette.near, 1.0),
    );
}

/// A hull with a mast, two sails and a reflection.
fn boat(canvas: &mut Canvas, palette: &Palette, (x, y): (f32, f32), size: f32, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    let (x, y) = (x * width, y * height);
    let long = 0.075 * width * size;
    let deep = 0.022 * height * size;
    let tall = 0.24 * height * size;
    let lean = chance.within(0.02, 0.07) * tall;
    let white = palette.light.mix(palette.low, 0.2);
    let shade = white.mix(palette.far, 0.3);
    let mast = (x - lean, y - tall);
    for dash in 0..9 {
        let down = dash as f32 / 9.0;
        let row = y + deep + 0.5 * tall * down;
        let wide = 0.42 * long * (1.0 - down);
        let shift = chance.within(-0.12, 0.12) * long;
        canvas.block(
            x - wide + shift,
            row,
            2.0 * wide,
            (0.004 * height * size).max(1.5),
            shade.mix(palette.near, 0.5 * (1.0 - down)),
        );
    }
    canvas.shape(&[mast, (x + 0.02 * long, y - 0.1 * tall), (x + 0.5 * long, y - 0.1 * tall)], |_, row| {
        (white.mix(shade, ((y - row) / tall).clamp(0.0, 1.0) * 0.5), 1.0)
    });
    canvas.shape(
        &[
            (mast.0 - 0.01 * long, mast.1 + 0.1 * tall),
            (x - 0.03 * long, y - 0.08 * tall),
            (x - 0.48 * long, y - 0.06 * tall),
        ],
        |_, _| (shade, 1.0),
    );
    let pole = (0.005 * height * size).max(2.0);
    canvas.shape(
        &[(mast.0 - pole / 2.0, mast.1), (mast.0 + pole / 2.0, mast.1), (x + pole / 2.0, y), (x - pole / 2.0, y)],
        |_, _| (palette.near.lit(0.7), 1.0),
    );
    canvas.shape(
        &[
            (x - 0.55 * long, y - 0.3 * deep),
            (x + 0.56 * long, y - 0.3 * deep),
            (x + 0.42 * long, y + deep),
            (x - 0.36 * long, y + deep),
        ],
        |_, row| (palette.near.lit(if row < y + 0.1 * deep { 1.25 } else { 0.85 }), 1.0),
    );
}
