//! A text area whose text is text.

use leptos::prelude::*;

/// A `<textarea>` that shows `text` as typed. Leptos 0.8 writes the children of a plain one unescaped.
#[cfg(not(feature = "desk"))]
#[component]
pub(crate) fn TextArea(
    id: &'static str,
    name: &'static str,
    text: String,
    rows: u32,
    maxlength: u32,
    #[prop(into)] invalid: Signal<bool>,
    describedby: &'static str,
) -> impl IntoView {
    view! {
        <textarea
            class="field__control"
            id=id
            name=name
            rows=rows
            maxlength=maxlength
            required
            aria-invalid=move || invalid.get().then_some("true")
            aria-describedby=describedby
            inner_html=escape(&text)
        ></textarea>
    }
}

/// A `<textarea>` of the desk, whose text lives in a signal.
#[cfg(feature = "desk")]
#[component]
pub(crate) fn LiveTextArea(
    id: &'static str,
    value: RwSignal<String>,
    rows: u32,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <textarea
            class="field__control desk-lines"
            id=id
            name=id
            rows=rows
            aria-invalid=move || error.get().map(|_| "true")
            aria-describedby=format!("{id}-hint {id}-note")
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    }
}

/// Text made safe between tags. A line feed at the very start would be swallowed by the HTML parser: it is doubled.
#[cfg(not(feature = "desk"))]
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 1);
    if text.starts_with('\n') {
        escaped.push('\n');
    }
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_area_cannot_be_closed_from_within() {
        assert_eq!(escape("</textarea><script>"), "&lt;/textarea&gt;&lt;script&gt;");
        assert_eq!(escape("&lt;"), "&amp;lt;");
        assert_eq!(escape("\nriga"), "\n\nriga");
    }
}
