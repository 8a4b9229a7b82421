//! A stored picture on a page.

use leptos::prelude::*;
use model::Picture;

use crate::paths;

/// How a picture comes to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loading {
    /// At once: it is what the reader sees first.
    Eager,
    /// When the reader comes near it.
    Lazy,
}

/// A picture in the widths it is stored in, as WebP and JPEG. `sizes` says how wide it will stand, as CSS does.
#[component]
pub(crate) fn Photo(picture: Picture, alt: String, sizes: &'static str, loading: Loading) -> impl IntoView {
    let candidates = |extension: &str| {
        let one = |width: &u32| format!("{} {width}w", paths::picture(&picture.hash, *width, extension));
        picture.widths.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let middle = picture.widths.iter().copied().find(|width| *width >= 900).or(picture.widths.last().copied());
    let eager = loading == Loading::Eager;
    view! {
        <picture>
            <source type="image/webp" srcset=candidates("webp") sizes=sizes/>
            <img
                src=paths::picture(&picture.hash, middle.unwrap_or(picture.width), "jpg")
                srcset=candidates("jpg")
                sizes=sizes
                width=picture.width.to_string()
                height=picture.height.to_string()
                alt=alt
                loading=(!eager).then_some("lazy")
                decoding=(!eager).then_some("async")
                fetchpriority=eager.then_some("high")
            />
        </picture>
    }
}
