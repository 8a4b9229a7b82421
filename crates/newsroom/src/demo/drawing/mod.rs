//! The pictures of the demo edition, drawn by the program: no photograph has to be shipped or licensed.

mod canvas;
mod chance;
mod land;
mod night;
mod sky;
mod town;
mod water;

use image::RgbImage;
use serde::Deserialize;

use canvas::{Canvas, Colour};
use chance::Chance;

/// A picture as `pictures.toml` describes it.
#[derive(Debug, Deserialize)]
pub(super) struct Plan {
    /// What articles call it.
    pub name: String,
    scene: Scene,
    width: u32,
    height: u32,
    palette: [String; 5],
    seed: u64,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Scene {
    Dawn,
    Sea,
    Terraces,
    Stars,
    City,
    Glacier,
}

/// The colours of a picture, from far to near.
#[derive(Clone, Copy)]
struct Palette {
    high: Colour,
    low: Colour,
    light: Colour,
    far: Colour,
    near: Colour,
}

/// Draws a picture. The same plan gives the same picture. `None` where a colour is none.
pub(super) fn draw(plan: &Plan) -> Option<RgbImage> {
    let [high, low, light, far, near] = &plan.palette;
    let palette = Palette {
        high: Colour::parse(high)?,
        low: Colour::parse(low)?,
        light: Colour::parse(light)?,
        far: Colour::parse(far)?,
        near: Colour::parse(near)?,
    };
    let mut chance = Chance::new(plan.seed);
    let mut canvas = Canvas::new(plan.width, plan.height);
    let scene = match plan.scene {
        Scene::Dawn => land::dawn,
        Scene::Sea => water::sea,
        Scene::Terraces => land::terraces,
        Scene::Stars => night::stars,
        Scene::City => town::city,
        Scene::Glacier => land::glacier,
    };
    scene(&mut canvas, &palette, &mut chance);
    Some(canvas.print(GRAIN, &mut chance))
}

/// How strong the grain is: felt, not seen.
const GRAIN: f32 = 0.02;
