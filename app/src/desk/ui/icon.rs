//! Icons of the desk, drawn in strokes on a field of 24 by 24. They only decorate: what they stand for is said beside.

use leptos::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Stories,
    Board,
    Calendar,
    People,
    Settings,
    Audit,
    Account,
    Out,
    Site,
    Menu,
    More,
    Close,
    Plus,
    Search,
    Help,
    Back,
    Left,
    Right,
    Bold,
    Italic,
    Underline,
    Strike,
    Link,
    Bullets,
    Numbers,
    Quote,
    Rule,
    Picture,
    Table,
    Note,
    Undo,
    Redo,
    Panel,
    Check,
    Alert,
    Key,
    Pencil,
}

impl IntoRender for Icon {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        view! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=self.strokes()/></svg>
        }
        .into_any()
    }
}

impl Icon {
    fn strokes(self) -> &'static str {
        match self {
            Self::Stories => "M5 4h14v16H5zM8.5 8h7M8.5 12h7M8.5 16h4",
            Self::Board => "M4 5h4.5v14H4zM9.8 5h4.5v9H9.8zM15.5 5H20v11.5h-4.5z",
            Self::Calendar => "M4.5 6h15v13.5h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8",
            Self::People => {
                "M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3 19c.4-3.4 2.8-5 6-5s5.6 1.6 6 5M15.5 5.3a3.2 3.2 0 0 1 0 6M17.5 14.3c2 .6 3.2 2.2 3.5 4.7"
            }
            Self::Settings => "M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 4.8v4.4M9 9.8v4.4M15 14.8v4.4",
            Self::Audit => "M12 4a8 8 0 1 0 8 8M12 7.5V12l3 2M20 4v4.5h-4.5",
            Self::Account => {
                "M12 12a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.5 20c.6-3.8 3.4-5.5 7.5-5.5s6.9 1.7 7.5 5.5"
            }
            Self::Out => "M10 4.5H5v15h5M14.5 8l4 4-4 4M18.5 12H9.5",
            Self::Site => "M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M4 12h16M12 4c-4 4.5-4 11.5 0 16M12 4c4 4.5 4 11.5 0 16",
            Self::Menu => "M4 7h16M4 12h16M4 17h10",
            Self::More => "M6 12h.01M12 12h.01M18 12h.01",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Search => "M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM16 16l4.5 4.5",
            Self::Help => "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5h.01",
            Self::Back => "M10 6l-6 6 6 6M4.5 12H20",
            Self::Left => "M14.5 5.5L8 12l6.5 6.5",
            Self::Right => "M9.5 5.5L16 12l-6.5 6.5",
            Self::Bold => "M7.5 5H13a3.4 3.4 0 0 1 0 6.8H7.5zM7.5 11.8H14a3.6 3.6 0 0 1 0 7.2H7.5z",
            Self::Italic => "M10 5h7M7 19h7M14 5l-4 14",
            Self::Underline => "M7 4.5V11a5 5 0 0 0 10 0V4.5M6 20h12",
            Self::Strike => {
                "M16.5 7.5C16 5.8 14.4 5 12 5c-2.7 0-4.3 1.3-4.3 3.2 0 4.8 9 2.3 9 7.3 0 2.2-1.8 3.5-4.7 3.5-2.7 0-4.5-1.2-5-3.2M4 12h16"
            }
            Self::Link => {
                "M10 14a3.6 3.6 0 0 0 5.2 0l3-3a3.7 3.7 0 0 0-5.2-5.2l-1.2 1.2M14 10a3.6 3.6 0 0 0-5.2 0l-3 3a3.7 3.7 0 0 0 5.2 5.2l1.2-1.2"
            }
            Self::Bullets => "M9.5 6.5H20M9.5 12H20M9.5 17.5H20M4.8 6.5h.01M4.8 12h.01M4.8 17.5h.01",
            Self::Numbers => {
                "M10 6.5h10M10 12h10M10 17.5h10M4 5l1.5-.7V9M4 15.2c.3-1.6 2.8-1.5 2.6.2C6.5 16.6 4.5 17.6 4 19h2.8"
            }
            Self::Quote => "M5 6v12M9.5 8H20M9.5 12H20M9.5 16h6",
            Self::Rule => "M4 12h16M8 6h8M8 18h8",
            Self::Picture => "M4 5.5h16v13H4zM4 15.5l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.2h.01",
            Self::Table => "M4 5.5h16v13H4zM4 10h16M4 14.3h16M10 5.5v13M15 5.5v13",
            Self::Note => "M5 5h9M5 10h6M5 15h9M5 20h14M18 4v7M18 4l-1.8 1.2",
            Self::Undo => "M8 5L4 9l4 4M4.5 9H14a5 5 0 0 1 0 10h-3",
            Self::Redo => "M16 5l4 4-4 4M19.5 9H10a5 5 0 0 0 0 10h3",
            Self::Panel => "M4 5h16v14H4zM14.5 5v14",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Alert => "M12 4.5l8.5 15h-17zM12 10.5v4M12 17h.01",
            Self::Key => "M9 15.5a4 4 0 1 0-.01-8 4 4 0 0 0 0 8zM13 11.5h8M18 11.5V15",
            Self::Pencil => "M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3",
        }
    }
}
