//! The line that says whether the words are safe. It follows what the editor hears from the server's disk, nothing else.

use leptos::prelude::*;
use model::Millis;

use super::state::writing;
use crate::desk::dates;
use crate::i18n::{t, t_with};

/// "Salvato alle 18:42".
#[component]
pub(super) fn SaveLine() -> impl IntoView {
    let saving = writing().saving;
    let words = move || {
        let saving = saving.get();
        match saving.state.as_str() {
            "saved" => match saving.at {
                Some(at) => t_with("desk-save-saved", [("time", dates::hour(Millis(at)).into())]),
                None => t("desk-saved"),
            },
            "saving" => t("desk-save-saving"),
            "offline" => t("desk-save-offline"),
            "device-full" => t("desk-save-device-full"),
            "refused" => t("desk-save-refused"),
            "readonly" => t("desk-save-readonly"),
            _ => t("desk-save-opening"),
        }
    };
    let class = move || saving.with(|saving| format!("desk-save desk-save--{}", saving.state));
    view! { <p class=class role="status" data-part="save">{words}</p> }
}

/// Who else has the story open.
#[component]
pub(super) fn Writers() -> impl IntoView {
    let people = writing().people;
    move || {
        let people = people.get();
        (!people.is_empty()).then(|| {
            let names = people.iter().map(|writer| writer.name.clone()).collect::<Vec<_>>().join(", ");
            let title = t_with("desk-writing-now", [("names", names.clone().into())]);
            let one = |writer: super::events::Writer| view! { <Sign name=writer.name colour=writer.colour/> };
            view! {
                <span class="desk-present" title=title>
                    <span class="visually-hidden">{names}</span>
                    {people.into_iter().take(6).map(one).collect_view()}
                </span>
            }
        })
    }
}

/// Somebody's initials in the colour of their cursor.
#[component]
fn Sign(name: String, colour: String) -> impl IntoView {
    let sign = NodeRef::<leptos::html::Span>::new();
    Effect::new(move |_| {
        if let Some(sign) = sign.get() {
            // The policy refuses a style attribute; a property that a script sets passes.
            let _ = web_sys::HtmlElement::style(&sign).set_property("--person", &colour);
        }
    });
    let initials = crate::desk::stories::initials(&name);
    view! { <span class="desk-present__one desk-present__one--coloured" node_ref=sign aria-hidden="true">{initials}</span> }
}
