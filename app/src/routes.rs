//! Every address that readers have, on one screen.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};

use crate::about::AboutPage;
use crate::archive::{ArchivePage, ArchivePeriodPage};
use crate::bylines::AuthorPage;
use crate::context::page_request;
use crate::errors::NotFoundPage;
use crate::front::FrontPage;
use crate::history::{CorrectionsPage, PreviewPage};
use crate::sections::PathPage;
use crate::tags::TagPage;

/// The pages. Articles and sections share the last route: which it is, the path's own record says. Lists whose address
/// begins with a word that the paper did not choose are never asked for: the server redirects first.
#[component]
pub fn Routes() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=FrontPage ssr=SsrMode::Async/>
                <Route path=path!("/about") view=AboutPage ssr=SsrMode::Async/>
                <Route path=path!("/tag/:slug") view=TagPage ssr=SsrMode::Async/>
                <Route path=path!("/tag/:slug/page/:number") view=TagPage ssr=SsrMode::Async/>
                <Route path=path!("/author/:slug") view=AuthorPage ssr=SsrMode::Async/>
                <Route path=path!("/author/:slug/page/:number") view=AuthorPage ssr=SsrMode::Async/>
                <Route path=path!("/archive") view=ArchivePage ssr=SsrMode::Async/>
                <Route path=path!("/archive/:year") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/archive/:year/page/:number") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/archive/:year/:month") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/archive/:year/:month/page/:number") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/autore/:slug") view=AuthorPage ssr=SsrMode::Async/>
                <Route path=path!("/autore/:slug/page/:number") view=AuthorPage ssr=SsrMode::Async/>
                <Route path=path!("/archivio") view=ArchivePage ssr=SsrMode::Async/>
                <Route path=path!("/archivio/:year") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/archivio/:year/page/:number") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/archivio/:year/:month") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/archivio/:year/:month/page/:number") view=ArchivePeriodPage ssr=SsrMode::Async/>
                <Route path=path!("/corrections") view=CorrectionsPage ssr=SsrMode::Async/>
                <Route path=path!("/corrections/page/:number") view=CorrectionsPage ssr=SsrMode::Async/>
                <Route path=path!("/preview/:token") view=PreviewPage ssr=SsrMode::Async/>
                <Route path=path!("/*path") view=PathPage ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
    .into_any()
}

/// The page's number, from the address.
pub(crate) fn page_number() -> u32 {
    crate::paths::split_page(&page_request().path).1
}
