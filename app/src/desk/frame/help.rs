//! All keys, in a dialog.

use leptos::prelude::*;

use crate::desk::ui::Dialog;
use crate::i18n::t;

/// Keys and what they do, by place.
const KEYS: [(&str, &[(&str, &str)]); 4] = [
    (
        "desk-help-everywhere",
        &[("?", "desk-key-help"), ("n", "desk-key-new"), ("/", "desk-key-search"), ("Esc", "desk-key-close")],
    ),
    (
        "desk-help-lists",
        &[("j", "desk-key-next"), ("k", "desk-key-previous"), ("Enter", "desk-key-open"), ("← →", "desk-key-move")],
    ),
    (
        "desk-help-editor",
        &[
            ("Ctrl S", "desk-key-save"),
            ("Ctrl Z", "desk-key-undo"),
            ("Ctrl Shift Z", "desk-key-redo"),
            ("Ctrl B", "desk-key-bold"),
            ("Ctrl I", "desk-key-italic"),
            ("Ctrl U", "desk-key-underline"),
            ("Ctrl K", "desk-key-link"),
            ("Alt 1–4", "desk-key-heading"),
            ("Ctrl Shift 7", "desk-key-numbers"),
            ("Ctrl Shift 8", "desk-key-bullets"),
            ("Ctrl F", "desk-key-find"),
            ("Ctrl Enter", "desk-key-publish"),
            ("/", "desk-key-insert"),
            ("## - 1. > ---", "desk-key-markdown"),
        ],
    ),
    ("desk-help-site", &[("e", "desk-key-in-place")]),
];

/// The dialog with all keys.
#[component]
pub(crate) fn Help(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title=t("desk-help-title") variant="--wide">
            <div class="desk-keys">
                {KEYS.map(|(place, keys)| view! {
                    <section class="desk-keys__group">
                        <h3 class="desk-keys__title">{t(place)}</h3>
                        <dl class="desk-keys__list">
                            {keys.iter().map(|(key, what)| view! {
                                <div class="desk-keys__line"><dt><kbd>{*key}</kbd></dt><dd>{t(what)}</dd></div>
                            }).collect_view()}
                        </dl>
                    </section>
                }).collect_view()}
            </div>
        </Dialog>
    }
}
