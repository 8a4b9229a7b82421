//! The desk's wasm. The loader in `web/desk.ts` calls the first function, `web/pencil.ts` the second.

use wasm_bindgen::prelude::wasm_bindgen;

/// Opens the desk on the page.
#[wasm_bindgen]
pub fn open_desk() {
    console_error_panic_hook::set_once();
    app::desk::open();
}

/// Makes the article of the public page editable where it stands.
#[wasm_bindgen]
pub fn edit_in_place(article: i32) {
    console_error_panic_hook::set_once();
    app::desk::edit_in_place(i64::from(article));
}
