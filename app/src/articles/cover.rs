//! Drawn covers: an article without a photograph gets a composition of its own, from its id and its section's colour.

use leptos::prelude::*;
use leptos::svg;

/// A drawing 300 by 200, the same for the same seed. Its tones are the stylesheet's, so it follows the theme.
#[component]
pub(crate) fn Cover(seed: i64) -> impl IntoView {
    let dice = Dice::new(seed);
    let shapes = match dice.kind {
        0 => rings(&dice),
        1 => hills(&dice),
        2 => halftone(&dice),
        3 => tiles(&dice),
        4 => waves(&dice),
        _ => folds(&dice),
    };
    view! {
        <svg class="cover" viewBox="0 0 300 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">{shapes}</svg>
    }
}

/// Numbers that look thrown, from a seed.
struct Dice {
    bits: u64,
    kind: u64,
}

impl Dice {
    fn new(seed: i64) -> Self {
        let mut bits = seed.cast_unsigned().wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        bits = (bits ^ (bits >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits ^= bits >> 32;
        Self { bits, kind: bits % 6 }
    }

    /// The `nth` throw of a die with `sides` sides, from 0.
    fn throw(&self, nth: u32, sides: u64) -> i32 {
        ((self.bits >> (5 * nth + 3)) % sides) as i32
    }
}

/// The tones of a cover, dark to light. A shape with a `stroke-width` is drawn as a line in its tone, any other filled.
const TONES: [&str; 3] = ["cover__a", "cover__b", "cover__c"];

/// A tone, turning through the three.
fn tone(at: i32) -> &'static str {
    TONES[at.rem_euclid(3) as usize]
}

fn fill(class: &'static str, d: String) -> AnyView {
    svg::path().class(class).attr("d", d).into_any()
}

fn line(class: &'static str, width: i32, d: String) -> AnyView {
    svg::path().class(class).attr("stroke-width", width.to_string()).attr("d", d).into_any()
}

fn disc(class: &'static str, (x, y): (i32, i32), radius: i32) -> AnyView {
    svg::circle()
        .class(class)
        .attr("cx", x.to_string())
        .attr("cy", y.to_string())
        .attr("r", radius.to_string())
        .into_any()
}

fn rings(dice: &Dice) -> Vec<AnyView> {
    let centre = ([0, 60, 150, 240, 300][dice.throw(0, 5) as usize], [0, 200, 160][dice.throw(1, 3) as usize]);
    let step = 34 + dice.throw(2, 12);
    let width = (step - 8 - dice.throw(4, 3) * 5).to_string();
    (0..6)
        .map(|ring| {
            svg::circle()
                .class(tone(ring + dice.throw(3, 3)))
                .attr("cx", centre.0.to_string())
                .attr("cy", centre.1.to_string())
                .attr("r", (step / 2 + ring * step).to_string())
                .attr("stroke-width", width.clone())
                .into_any()
        })
        .collect()
}

fn hills(dice: &Dice) -> Vec<AnyView> {
    let mut shapes = vec![disc(TONES[0], (60 + dice.throw(0, 180), 55 + dice.throw(1, 40)), 26 + dice.throw(2, 24))];
    for hill in 0..3 {
        let y = 105 + hill * 30;
        let slope = dice.throw(3 + hill as u32, 50) - 25;
        let top = 70 + dice.throw(6 + hill as u32, 160);
        let d = format!("M0 {}Q{top} {} 300 {}V200H0z", y + slope, y - slope - 20, y + slope / 2);
        shapes.push(fill(TONES[2 - hill as usize], d));
    }
    shapes
}

fn halftone(dice: &Dice) -> Vec<AnyView> {
    let mut shapes = vec![disc(TONES[2], (70 + dice.throw(0, 160), 60 + dice.throw(1, 80)), 60 + dice.throw(2, 30))];
    let growing = dice.throw(3, 2) == 1;
    for row in 0..10 {
        let size = if growing { row } else { 9 - row };
        let dots = svg::path()
            .class(TONES[0])
            .attr("stroke-dasharray", "0 20")
            .attr("stroke-width", (2 + size * 8 / 5).to_string())
            .attr("d", format!("M{} {}H310", -10 * (row % 2), 10 + row * 20));
        shapes.push(dots.into_any());
    }
    shapes
}

fn tiles(dice: &Dice) -> Vec<AnyView> {
    let mut tones = [String::new(), String::new(), String::new()];
    for tile in 0..6_i32 {
        let (x, y) = (tile % 3 * 100, tile / 3 * 100);
        let nth = tile as u32;
        let quarter = match dice.throw(nth, 4) {
            0 => format!("M{x} {y}h100a100 100 0 0 1-100 100z"),
            1 => format!("M{} {y}v100a100 100 0 0 1-100-100z", x + 100),
            2 => format!("M{} {}h-100a100 100 0 0 1 100-100z", x + 100, y + 100),
            _ => format!("M{x} {}v-100a100 100 0 0 1 100 100z", y + 100),
        };
        let of = (tile + dice.throw(7, 3) + dice.throw(nth, 2)) % 3;
        tones[of as usize].push_str(&quarter);
    }
    tones.into_iter().zip(TONES).filter(|(d, _)| !d.is_empty()).map(|(d, class)| fill(class, d)).collect()
}

fn waves(dice: &Dice) -> Vec<AnyView> {
    let length = 60 + dice.throw(0, 3) * 15;
    let height = 24 + dice.throw(1, 30);
    let width = 7 + dice.throw(2, 6);
    (0..6)
        .map(|wave| {
            let begin = dice.throw(4, 4) * 9 - length;
            let turns = format!("t{length} 0").repeat((300 / length + 1) as usize);
            let d = format!("M{begin} {}q{}-{height} {length} 0{turns}", 12 + wave * 36, length / 2);
            line(tone(2 - wave - dice.throw(3, 3)), width + wave * 2, d)
        })
        .collect()
}

fn folds(dice: &Dice) -> Vec<AnyView> {
    let cuts =
        [0, 50 + dice.throw(1, 20), 110 + dice.throw(2, 25), 170 + dice.throw(3, 25), 235 + dice.throw(4, 25), 300];
    let edges = [20 + dice.throw(5, 25), 70 + dice.throw(6, 20)];
    (0..5)
        .map(|fold| {
            let (left, right) = (edges[fold % 2], edges[(fold + 1) % 2]);
            let d = format!(
                "M{} {left}L{} {right}V{}L{} {}z",
                cuts[fold],
                cuts[fold + 1],
                right + 90,
                cuts[fold],
                left + 90
            );
            let order = [0, 2, 1, 2, 0, 1];
            fill(TONES[order[fold + dice.throw(7, 2) as usize]], d)
        })
        .collect()
}
