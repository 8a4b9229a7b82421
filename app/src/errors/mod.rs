//! Pages that say no, and the same in a sentence.

use leptos::prelude::*;
use model::AppError;

use crate::ApiError;
use crate::context::set_status;
use crate::i18n::{is_key, t, t_in, t_with};
use crate::layouts::SiteLayout;
use crate::paths;
use crate::ui::PageTitle;

/// An error as a sentence in the interface's language.
pub(crate) fn sentence(error: &AppError) -> String {
    match error {
        AppError::NotFound => t("site-error-404-title"),
        AppError::Gone => t("site-error-410-title"),
        AppError::SignInRequired => t("people-sign-in-first"),
        AppError::Forbidden => t("people-forbidden"),
        AppError::Invalid { message, .. } | AppError::Conflict { message } if is_key(message) => t(message),
        AppError::Invalid { message, .. } | AppError::Conflict { message } => message.clone(),
        AppError::TooMany { retry_after } => t_with("people-too-many", [("seconds", (*retry_after).into())]),
        AppError::Unavailable => t("site-error-503-text"),
        AppError::Internal { trace } => t_with("site-error-trace", [("trace", trace.as_str().into())]),
    }
}

/// What a refusal says, in a language of choice, for whoever is told outside of a page.
pub fn sentence_in(lang: &str, error: &AppError) -> String {
    let key = match error {
        AppError::Invalid { message, .. } | AppError::Conflict { message } => message,
        AppError::SignInRequired => "people-sign-in-first",
        AppError::Forbidden => "people-forbidden",
        AppError::Unavailable => "site-error-503-text",
        AppError::NotFound | AppError::Gone | AppError::TooMany { .. } | AppError::Internal { .. } => {
            "site-error-500-text"
        }
    };
    if is_key(key) { t_in(lang, key, []) } else { key.to_owned() }
}

/// The page of an article that was withdrawn, in the words that were left there where there are any.
pub(crate) fn gone_page(line: Option<String>) -> AnyView {
    page(410, None, line)
}

/// Waits for a page; where there is none, says so.
pub(crate) fn page_or_error(page: impl Future<Output = Result<AnyView, ApiError>> + Send + 'static) -> impl IntoView {
    Suspend::new(async move {
        match page.await {
            Ok(page) => page,
            Err(error) => error_page(&error.error),
        }
    })
}

/// The page for an address that leads nowhere.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    error_page(&AppError::NotFound)
}

/// The page for an error.
fn error_page(error: &AppError) -> AnyView {
    let trace = match error {
        AppError::Internal { trace } => Some(t_with("site-error-trace", [("trace", trace.clone().into())])),
        _ => None,
    };
    page(error.status(), trace, None)
}

/// The page for a request that was refused before it came to a page.
pub(crate) fn refusal_page(status: u16) -> AnyView {
    page(status, None, None)
}

/// What happened, what to do, and a search.
fn page(status: u16, trace: Option<String>, said: Option<String>) -> AnyView {
    set_status(status);
    let words = match status {
        404 | 405 | 410 | 413 | 503 => status,
        401 | 403 => 403,
        400..500 => 400,
        _ => 500,
    };
    let title = t(&format!("site-error-{words}-title"));
    let text = said.unwrap_or_else(|| t(&format!("site-error-{words}-text")));
    view! {
        <PageTitle title=title.clone()/>
        <SiteLayout>
            <main class="page" id="content" data-swap="content">
                <div class="error-page">
                    <p class="error-page__code" aria-hidden="true">{status.to_string()}</p>
                    <h1 class="error-page__title">{title}</h1>
                    <p class="error-page__text">{text}</p>
                    {trace.map(|trace| view! { <p class="error-page__trace">{trace}</p> })}
                    <SearchForm/>
                    <p><a href=paths::FRONT>{t("site-error-home")}</a></p>
                </div>
            </main>
        </SiteLayout>
    }
    .into_any()
}

/// The search field.
#[component]
fn SearchForm() -> impl IntoView {
    view! {
        <form class="search-form" role="search" action=paths::SEARCH method="get">
            <label class="search-form__label" for="q">{t("site-search-label")}</label>
            <div class="search-form__row">
                <input class="field__control" type="search" id="q" name="q" required/>
                <button class="button" type="submit">{t("site-search-submit")}</button>
            </div>
        </form>
    }
}
