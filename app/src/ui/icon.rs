//! Icons, drawn in strokes on a field of 24 by 24. They only decorate: what they stand for is said beside them.

use leptos::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Menu,
    Whatsapp,
    Telegram,
    Feed,
    Play,
}

impl IntoRender for Icon {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        let strokes = match self {
            Self::Menu => view! { <path d="M4 7h16M4 12h16M4 17h10"/> }.into_any(),
            Self::Whatsapp => view! {
                <path d="M4 20l1.2-3.9A8.2 8.2 0 1 1 8.2 19z"/>
                <path d="M9 8.6c-.3 3.6 2.9 6.6 6.3 6.5l.3-1.8-2-.9-.9.9c-1-.4-1.8-1.2-2.2-2.2l.8-.9-.8-1.9z"/>
            }
            .into_any(),
            Self::Telegram => {
                view! { <path d="M21 4 3 11.2l5.6 2.1L18 7l-7 7.6 6.4 5.1zM8.6 13.3V19l3-3.2"/> }.into_any()
            }
            Self::Feed => view! {
                <path d="M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8"/>
                <circle cx="6.5" cy="17.5" r="1"/>
            }
            .into_any(),
            Self::Play => view! { <path fill="currentColor" d="M8 5.5v13l10.5-6.5z"/> }.into_any(),
        };
        view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{strokes}</svg> }.into_any()
    }
}
