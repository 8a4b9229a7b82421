//! Passkeys: the browser's part of them is asked through the bridge.

use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Me, SignedIn};
use wasm_bindgen::JsValue;

use super::{begin_passkey, keep_passkey, passkey_challenge, sign_in_with_passkey};
use crate::ApiError;
use crate::desk::asking::Form;
use crate::desk::bridge;
use crate::i18n::t;

/// Lets somebody choose a passkey, and signs them in.
pub(super) fn sign_in_by_choice(form: Form, enter: Callback<Me>) {
    form.send(
        async move {
            let options = passkey_challenge().await?;
            let credential = bridge::use_passkey(&options, false).await.map_err(refused)?;
            sign_in_with_passkey(credential.as_string().unwrap_or_default()).await
        },
        move |answer| {
            if let SignedIn::Done { me } = answer {
                enter.run(me);
            }
        },
    );
}

/// Offers passkeys among the suggestions of the e-mail field, where the browser can. It waits as long as the page stays.
pub(super) fn offer_quietly(enter: Callback<Me>) {
    if !bridge::has_passkeys() {
        return;
    }
    spawn_local(async move {
        let Ok(options) = passkey_challenge().await else { return };
        let Ok(credential) = bridge::use_passkey(&options, true).await else { return };
        let Some(credential) = credential.as_string() else { return };
        if let Ok(SignedIn::Done { me }) = sign_in_with_passkey(credential).await {
            enter.run(me);
        }
    });
}

/// Makes a passkey for whoever is signed in.
pub(super) async fn make(name: String) -> Result<Me, ApiError> {
    let options = begin_passkey().await?;
    let credential = bridge::create_passkey(&options).await.map_err(refused)?;
    keep_passkey(name, credential.as_string().unwrap_or_default()).await
}

/// The browser, or the person, said no.
fn refused(_: JsValue) -> ApiError {
    ApiError::here(t("desk-passkey-refused"))
}
