//! Hills at dawn, vineyards on terraces, a glacier between rocks.

use super::Palette;
use super::canvas::Canvas;
use super::chance::Chance;
use super::sky::{sky, sun};

/// How many ridges stand behind each other.
const RIDGES: usize = 6;
/// How many terraces the hill has.
const STEPS: usize = 13;
/// How many faces the ice has, down and across.
const FACES: (usize, usize) = (6, 9);

/// Ridge behind ridge, the sun low over the farthest, mist between them.
pub(super) fn dawn(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    sky(canvas, palette, 0.62);
    let across = chance.within(0.58, 0.7);
    sun(canvas, palette, (across, 0.47), 0.062);
    streaks(canvas, palette, chance);
    for ridge in 0..RIDGES {
        let near = ridge as f32 / (RIDGES - 1) as f32;
        let line = chance.line(1.1 + 0.5 * near, 5);
        let level = height * (0.53 + 0.37 * near.powf(1.15));
        let swing = height * (0.035 + 0.055 * near);
        let top = |x: f32| level - swing * line.at(x / width);
        let body = palette.far.mix(palette.low, 0.55 * (1.0 - near)).mix(palette.near, near.powf(1.3));
        let mist = body.mix(palette.low, 0.55 * (1.0 - near));
        let depth = height * 0.16;
        canvas.below(top, |x, y| {
            let down = ((y - top(x)) / depth).clamp(0.0, 1.0);
            let warm = 0.22 * (1.0 - near) * (1.0 - ((x / width) - across).abs() * 1.6).max(0.0);
            (body.mix(mist, down).mix(palette.light, warm * (1.0 - down)), 1.0)
        });
    }
}

/// Thin clouds low in the sky.
fn streaks(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    for _ in 0..7 {
        let (x, y) = (chance.within(-0.1, 0.9) * width, chance.within(0.14, 0.42) * height);
        let (long, thick) = (chance.within(0.18, 0.5) * width, chance.within(0.003, 0.009) * height);
        let colour = palette.low.mix(palette.light, chance.within(0.1, 0.8));
        let along = move |at: f32| (std::f32::consts::PI * ((at - x) / long).clamp(0.0, 1.0)).sin();
        canvas.between(
            x..x + long,
            |at| (y - thick * along(at), y + 0.6 * thick * along(at)),
            |at, _| (colour, 0.45 * along(at)),
        );
    }
}

/// Vines in rows that follow the flank of a hill.
pub(super) fn terraces(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    sky(canvas, palette, 0.5);
    sun(canvas, palette, (0.24, 0.2), 0.05);
    for ridge in 0..2 {
        let line = chance.line(1.2, 4);
        let level = height * (0.36 + 0.05 * ridge as f32);
        let colour = palette.far.mix(palette.low, 0.62 - 0.22 * ridge as f32);
        canvas.below(|x| level - 0.05 * height * line.at(x / width), |_, _| (colour, 1.0));
    }
    let flank = |x: f32| {
        let u = x / width;
        height * (0.64 - 0.3 * u + 0.1 * (u * 3.6).sin())
    };
    for step in 0..STEPS {
        let near = step as f32 / STEPS as f32;
        let wander = chance.line(1.4, 3);
        let drop = height * 0.82 * near.powf(1.35);
        let top = |x: f32| {
            let u = x / width;
            flank(x) * (1.0 - near) + near * (height * (0.58 - 0.1 * u)) + drop - 0.018 * height * wander.at(u)
        };
        let thick = height * (0.022 + 0.06 * near);
        let grass = palette.far.mix(palette.near, 0.2 + 0.35 * near).mix(palette.light, 0.24 * (1.0 - near));
        let wall = palette.low.mix(palette.near, 0.45 + 0.2 * near);
        let leaves = palette.near.lit(1.0 - 0.35 * near);
        canvas.below(top, |x, y| (if y - top(x) < 0.16 * thick { wall } else { grass }, 1.0));
        let pace = 0.5 * thick;
        let sway = chance.line(90.0, 2);
        canvas.between(
            0.0..width,
            |x| {
                let bush = ((x / pace).sin() * 0.5 + 0.5).powf(0.35);
                let foot = top(x) + 0.62 * thick;
                (foot - thick * (0.3 + 0.22 * bush + 0.06 * sway.at(x / width)), foot)
            },
            |x, y| {
                let sunny = ((top(x) + 0.35 * thick - y) / thick).clamp(0.0, 1.0);
                (leaves.mix(palette.light, 0.25 * sunny), 1.0)
            },
        );
    }
}

/// Faces of pale ice over a band of dark rock.
pub(super) fn glacier(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    sky(canvas, palette, 0.55);
    sun(canvas, palette, (0.8, 0.16), 0.04);
    peaks(canvas, palette, chance);
    let (rows, columns) = FACES;
    let mut grid = Vec::new();
    for row in 0..=rows {
        let down = row as f32 / rows as f32;
        let mut line = Vec::new();
        for column in 0..=columns {
            let u = column as f32 / columns as f32;
            let edge = column == 0 || column == columns;
            let x = u + if edge { 0.0 } else { chance.within(-0.035, 0.035) };
            let brow = 0.47 + 0.1 * (2.0 * u - 1.0).powi(2) + chance.within(-0.035, 0.035);
            let y = brow + (0.86 - brow) * down + if row == 0 { 0.0 } else { chance.within(-0.03, 0.03) };
            line.push(((x * 1.04 - 0.02) * width, y * height));
        }
        grid.push(line);
    }
    for row in 0..rows {
        for column in 0..columns {
            let corners = [grid[row][column], grid[row][column + 1], grid[row + 1][column + 1], grid[row + 1][column]];
            let [a, b, c, d] = corners;
            let halves = if chance.unit() < 0.5 { [[a, b, c], [a, c, d]] } else { [[a, b, d], [b, c, d]] };
            for face in halves {
                facet(canvas, palette, &face, row as f32 / rows as f32, chance);
            }
        }
    }
    rocks(canvas, palette, chance);
}

fn facet(canvas: &mut Canvas, palette: &Palette, face: &[(f32, f32); 3], down: f32, chance: &mut Chance) {
    let height = canvas.height();
    let shade = chance.unit();
    let ice = palette.light.mix(palette.far, (0.12 + 0.75 * shade).min(1.0));
    let deep = ice.mix(palette.high, 0.12 + 0.4 * down * shade);
    let (top, bottom) = face.iter().fold((f32::MAX, f32::MIN), |(top, bottom), &(_, y)| (top.min(y), bottom.max(y)));
    canvas.shape(face, |_, y| {
        let fall = (y - top) / (bottom - top + 0.01 * height);
        (deep.mix(palette.light, 0.35 * (1.0 - fall)), 1.0)
    });
}

/// Distant peaks, each with a lit and a shaded side.
fn peaks(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    for row in 0..2 {
        let near = row as f32;
        for peak in 0..5 {
            let x = (0.24 * peak as f32 + chance.within(-0.05, 0.05) + 0.1 * near) * width;
            let y = (chance.within(0.2, 0.3) + 0.1 * near) * height;
            let (left, right) = (chance.within(0.16, 0.24) * width, chance.within(0.16, 0.24) * width);
            let foot = 0.62 * height;
            let fold = x + chance.within(-0.05, 0.03) * width;
            let bright = palette.far.mix(palette.low, 0.5 - 0.25 * near);
            let dark = palette.far.mix(palette.high, 0.25 + 0.3 * near).mix(palette.low, 0.25);
            canvas.shape(&[(x, y), (x + right, foot), (fold, foot)], |_, _| (bright, 1.0));
            canvas.shape(&[(x, y), (fold, foot), (x - left, foot)], |_, _| (dark, 1.0));
            let snow = |share: f32| (y + (foot - y) * share, share);
            let (line, share) = snow(0.3);
            canvas
                .shape(&[(x, y), (x + right * share, line), (x + (fold - x) * 0.42, y + (foot - y) * 0.42)], |_, _| {
                    (palette.light, 0.95)
                });
            canvas
                .shape(&[(x, y), (x + (fold - x) * 0.42, y + (foot - y) * 0.42), (x - left * share, line)], |_, _| {
                    (palette.light.mix(palette.far, 0.35), 0.95)
                });
        }
    }
}

fn rocks(canvas: &mut Canvas, palette: &Palette, chance: &mut Chance) {
    let (width, height) = (canvas.width(), canvas.height());
    for row in 0..3 {
        let near = row as f32 / 2.0;
        let mut x = -0.05 * width;
        while x < width {
            let wide = chance.within(0.07, 0.18) * width;
            let peak = height * (0.86 + 0.07 * near - chance.within(0.0, 0.06));
            let middle = x + wide * chance.within(0.35, 0.65);
            let stone = palette.near.lit(chance.within(0.75, 1.1) * (1.0 - 0.55 * near));
            let foot = height * 1.02;
            canvas.shape(&[(x - 0.3 * wide, foot), (middle, peak), (middle + 0.12 * wide, foot)], |_, _| {
                (stone.lit(1.25), 1.0)
            });
            canvas.shape(&[(middle + 0.12 * wide, foot), (middle, peak), (x + 1.3 * wide, foot)], |_, _| (stone, 1.0));
            x += 0.72 * wide;
        }
    }
}
