//! Chance that is the same every time: a picture drawn twice is one picture.

/// A source of numbers that follow from a seed.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From 0 to just under 1.
    pub(super) fn unit(&mut self) -> f32 {
        // SplitMix64, by Steele, Lea and Flood: short, and random enough for grain and hills.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (mixed >> 40) as f32 / (1_u32 << 24) as f32
    }

    /// From `low` to just under `high`.
    pub(super) fn within(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// A wandering line of −1 to 1: `waves` long swells across 0–1, and `octaves` finer ones on top, each half as high.
    pub(super) fn line(&mut self, waves: f32, octaves: u32) -> Line {
        let mut swells = Vec::new();
        let mut total = 0.0;
        for octave in 0..octaves {
            let (fine, height) = (2_f32.powi(octave as i32), 0.5_f32.powi(octave as i32));
            let pace = waves * fine * self.within(0.8, 1.2) * std::f32::consts::TAU;
            swells.push((pace, self.within(0.0, std::f32::consts::TAU), height));
            total += height;
        }
        Line { swells, total }
    }
}

/// A line that wanders like a ridge of hills.
pub(super) struct Line {
    swells: Vec<(f32, f32, f32)>,
    total: f32,
}

impl Line {
    /// Its height at a place, −1 to 1.
    pub(super) fn at(&self, place: f32) -> f32 {
        self.swells.iter().map(|(pace, start, height)| height * (place * pace + start).sin()).sum::<f32>() / self.total
    }
}
