//! What the desk asks of JavaScript: the functions of `frontend/web/desk-bridge.ts`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = redazione)]
extern "C" {
    /// A setting that the desk's document carries: `lang`, `zone`, `paper`, `editor`; empty where there is none.
    pub fn setting(name: &str) -> String;

    /// A moment in the paper's zone, as `2026-11-24T18:42`.
    #[wasm_bindgen(js_name = localTime)]
    pub fn local_time(at: f64) -> String;

    /// The moment of `2026-11-24T18:42` in the paper's zone; not a number where that hour does not exist.
    pub fn instant(local: &str) -> f64;

    /// Whether this browser can keep and use passkeys, and this address has a place for them.
    #[wasm_bindgen(js_name = hasPasskeys)]
    pub fn has_passkeys() -> bool;

    /// Makes a passkey from the server's options; both are JSON.
    #[wasm_bindgen(js_name = createPasskey, catch)]
    pub async fn create_passkey(options: &str) -> Result<JsValue, JsValue>;

    /// Lets somebody choose a passkey; `quietly` offers it among the suggestions of the e-mail field.
    #[wasm_bindgen(js_name = usePasskey, catch)]
    pub async fn use_passkey(options: &str, quietly: bool) -> Result<JsValue, JsValue>;

    /// The stories that have words on this device that were never sent, by their ids.
    #[wasm_bindgen(js_name = unsentDrafts)]
    pub fn unsent_drafts() -> Vec<f64>;

    /// Deletes the copies of drafts that this device keeps.
    #[wasm_bindgen(js_name = forgetDrafts, catch)]
    pub async fn forget_drafts() -> Result<(), JsValue>;

    /// Loads the editor and makes it live in its hosts.
    #[wasm_bindgen(js_name = mountEditor, catch)]
    pub async fn mount_editor(options: &js_sys::Object) -> Result<JsValue, JsValue>;

    /// Stores a picture; answers its record as JSON.
    #[wasm_bindgen(js_name = uploadPicture, catch)]
    pub async fn upload_picture(file: &web_sys::File, progress: &js_sys::Function) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The live editor of a story (`frontend/web/editor`).
    pub type Handle;

    /// Runs a command; `args` is JSON. Whether it applied.
    #[wasm_bindgen(method)]
    pub fn exec(this: &Handle, command: &str, args: &str) -> bool;

    /// Sets a field; `value` is JSON.
    #[wasm_bindgen(method)]
    pub fn set(this: &Handle, field: &str, value: &str);

    /// Puts the caret back to where it was.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Handle);

    /// Puts the caret at the end of a line: `headline`, say.
    #[wasm_bindgen(method, js_name = focus)]
    pub fn focus_on(this: &Handle, field: &str);

    /// Puts the caret at a place of the window, in CSS pixels.
    #[wasm_bindgen(method, js_name = caretAt)]
    pub fn caret_at(this: &Handle, x: f64, y: f64);

    /// Ends the editor and its connection; its hosts are left empty.
    #[wasm_bindgen(method)]
    pub fn destroy(this: &Handle);
}
