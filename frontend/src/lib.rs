//! The readers' wasm. It holds the islands of `app`; the loader in `web/islands.ts` calls each by its name.

use wasm_bindgen::prelude::wasm_bindgen;

// Islands are exported where they are defined: the crate only has to be linked.
extern crate app;

/// Prepares the page for islands; called once, before the first of them.
#[wasm_bindgen]
pub fn hydrate() {
    app::hydrate();
}
