//! The picture at the top, and what is said about it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use serde_json::{Value, json};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::super::events::LeadImage;
use super::super::state::{Writing, writing};
use crate::desk::ui::toasts::toasts;
use crate::desk::{addresses, bridge};
use crate::i18n::{t, t_with};

/// What the server takes.
const KINDS: &str = "image/jpeg,image/png,image/webp,image/gif,image/avif";
/// The width of the small copy that is shown.
const SMALL: u32 = 400;

/// The picture at the top.
#[component]
pub(super) fn LeadPicture() -> impl IntoView {
    let writing = writing();
    let image =
        Memo::new(move |_| writing.fields.with(|fields| fields.as_ref().and_then(|fields| fields.lead_image.clone())));
    let has_image = Memo::new(move |_| image.with(Option::is_some));
    let progress = RwSignal::new(None::<f64>);
    view! {
        <fieldset class="desk-lead">
            <legend class="field__label">{t("desk-lead")}</legend>
            {move || has_image.get().then(|| view! { <Said image/> })}
            <label class="button button--quiet desk-lead__choose">
                <input class="visually-hidden" type="file" accept=KINDS on:change=move |event| choose(&event, writing, progress)/>
                {move || match progress.get() {
                    Some(part) => t_with("desk-uploading", [("percent", ((part * 100.0) as i64).into())]),
                    None => t(if has_image.get() { "desk-lead-other" } else { "desk-lead-choose" }),
                }}
            </label>
            {move || has_image.get().then(|| view! {
                <button class="button button--link" type="button" on:click=move |_| writing.set("lead_image", &Value::Null)>{t("desk-lead-remove")}</button>
            })}
        </fieldset>
    }
}

/// The picture, and its words.
#[component]
fn Said(image: Memo<Option<LeadImage>>) -> impl IntoView {
    let writing = writing();
    let hash =
        Memo::new(move |_| image.with(|image| image.as_ref().map(|image| image.picture.clone()).unwrap_or_default()));
    let field = move |id: &'static str,
                      key: &'static str,
                      read: fn(&LeadImage) -> String,
                      write: fn(&mut LeadImage, String)| {
        let change = move |event| {
            let Some(mut image) = image.get_untracked() else { return };
            write(&mut image, event_target_value(&event).trim().to_owned());
            writing.set("lead_image", &json!(image));
        };
        let value = move || image.with(|image| image.as_ref().map(read).unwrap_or_default());
        view! {
            <div class="field">
                <label class="field__label" for=id>{t(key)}</label>
                <input class="field__control" type="text" id=id prop:value=value on:change=change/>
            </div>
        }
    };
    let is_silent = move || image.with(|image| image.as_ref().is_some_and(|image| image.alt.is_empty()));
    view! {
        <img class="desk-lead__picture" src=move || addresses::picture(&hash.get(), SMALL) alt="" width="400"/>
        {field("lead-alt", "desk-lead-alt", |image| image.alt.clone(), |image, text| image.alt = text)}
        <p class="field__hint" class:desk-lead__missing=is_silent>{t("desk-lead-alt-hint")}</p>
        {field("lead-caption", "desk-lead-caption", |image| image.caption.clone(), |image, text| image.caption = text)}
        {field("lead-credit", "desk-lead-credit", |image| image.credit.clone().unwrap_or_default(), |image, text| {
            image.credit = Some(text).filter(|text| !text.is_empty());
        })}
    }
}

/// Stores the chosen file, and puts it at the top.
fn choose(event: &leptos::ev::Event, writing: Writing, progress: RwSignal<Option<f64>>) {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) else { return };
    let toasts = toasts();
    let told = Closure::<dyn Fn(f64)>::new(move |part: f64| {
        progress.try_set(Some(part));
    });
    progress.set(Some(0.0));
    spawn_local(async move {
        let answer = bridge::upload_picture(&file, told.as_ref().unchecked_ref()).await;
        progress.try_set(None);
        match stored(answer) {
            // What was said about another picture is not true of this one; what the library proposes may be.
            Ok(image) => writing.set("lead_image", &json!(image)),
            Err(why) => toasts.refuse(why),
        }
    });
}

/// The picture that the server stored, or why it did not.
fn stored(answer: Result<JsValue, JsValue>) -> Result<LeadImage, String> {
    #[derive(Deserialize)]
    struct Stored {
        hash: String,
        #[serde(default)]
        alt: Option<String>,
        #[serde(default)]
        caption: Option<String>,
        #[serde(default)]
        credit: Option<String>,
    }
    let refusal = |why: JsValue| {
        let told = why.dyn_into::<js_sys::Error>().ok().map(|error| String::from(error.message()));
        let told = told.and_then(|told| serde_json::from_str::<Value>(&told).ok());
        let message = told.and_then(|told| Some(told.get("message")?.as_str()?.to_owned()));
        message.unwrap_or_else(|| t("desk-upload-failed"))
    };
    let text = answer.map_err(refusal)?.as_string().unwrap_or_default();
    let Stored { hash, alt, caption, credit } = serde_json::from_str(&text).map_err(|_| t("desk-upload-failed"))?;
    Ok(LeadImage { picture: hash, alt: alt.unwrap_or_default(), caption: caption.unwrap_or_default(), credit })
}
