//! Server functions, and the one form that also works without script.

use app::{Address, ApiContext, CommentDraft, PageRequest, Refusal, Slot};
use axum::Extension;
use axum::body::Body;
use axum::extract::{Form, FromRequest, Request, State};
use axum::http::header::{ACCEPT, ALLOW, RETRY_AFTER};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;
use model::{Actor, AppError, ArticleId};
use newsroom::Reader;

use super::refusal;
use crate::middleware::session::Seat;
use crate::router::App;
use crate::session;

/// Calls a server function.
pub(crate) async fn call(
    State(app): State<App>,
    Extension(reader): Extension<Reader>,
    Extension(actor): Extension<Actor>,
    Extension(seat): Extension<Seat>,
    mut request: Request,
) -> Response {
    let path = request.uri().path().to_owned();
    let known: Vec<Method> = server_fn_methods(&path);
    if known.is_empty() {
        return refusal::answer(
            request.headers(),
            StatusCode::NOT_FOUND,
            "not_found",
            "there is no such server function",
        );
    }
    if !known.contains(request.method()) {
        let mut response = refusal::answer(
            request.headers(),
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "this server function takes another method",
        );
        if let Ok(allow) = HeaderValue::from_str(known[0].as_str()) {
            response.headers_mut().insert(ALLOW, allow);
        }
        return response;
    }
    // Asked for a page, the framework would send the caller back where they came from; a call is answered with JSON.
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
    let context = ApiContext {
        newsroom: app.site.newsroom.clone(),
        reader,
        actor,
        session: seat.session,
        lang: seat.lang,
        change: Slot::default(),
        refusal: Slot::default(),
    };
    let (session, change, refusal) = (context.session, context.change.clone(), context.refusal.clone());
    let mut response =
        leptos_axum::handle_server_fns_with_context(move || context.clone().provide(), request).await.into_response();
    // The framework marks what is the error that the function ended with; it may have met others on its way.
    if response.headers().contains_key(SERVER_FN_ERROR_HEADER)
        && let Some(refusal) = refusal.take()
    {
        say_no(&mut response, refusal);
    }
    if let Some(change) = change.take() {
        session::tell(&mut response, &change, &app.site.base_url);
        // A browser has one session: the one it had before it signed in again is over.
        if let Err(why) = app.site.newsroom.sessions().end(session).await {
            tracing::warn!(error = %why, "the session before was not ended");
        }
    }
    response
}

/// `comments/post`: the server function, or a plain form from a page without script, which gets a page back.
pub(crate) async fn post_comment(
    State(app): State<App>,
    Extension(reader): Extension<Reader>,
    Extension(actor): Extension<Actor>,
    Extension(seat): Extension<Seat>,
    request: Request<Body>,
) -> Response {
    if !refusal::wants_page(request.headers()) {
        return call(State(app), Extension(reader), Extension(actor), Extension(seat), request).await;
    }
    let headers = request.headers().clone();
    let Ok(Form(mut draft)) = Form::<CommentDraft>::from_request(request, &()).await else {
        return refusal::answer(
            &headers,
            StatusCode::BAD_REQUEST,
            "invalid",
            "the form did not arrive whole: go back and send it again",
        );
    };
    let newsroom = &app.site.newsroom;
    let article = match newsroom.articles().path_of(ArticleId(draft.article_id)).await {
        Ok(path) => path.unwrap_or_default(),
        Err(why) => {
            return refusal::answer(
                &headers,
                status(&why.into_app()),
                "internal",
                "something went wrong here: try again later",
            );
        }
    };
    if draft.post(newsroom, &reader).await.is_some() {
        return Redirect::to(&Address::after_comment(&article, "held")).into_response();
    }
    let refused = draft.refused.clone().unwrap_or(AppError::Unavailable);
    let mut response = app
        .cache
        .render(PageRequest { path: article, draft: Some(draft), ..PageRequest::default() })
        .await
        .into_response();
    if response.status() == StatusCode::OK {
        *response.status_mut() = status(&refused);
    }
    if let AppError::TooMany { retry_after } = refused {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(retry_after));
    }
    response
}

fn status(error: &AppError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The methods that a server function is registered with.
fn server_fn_methods(path: &str) -> Vec<Method> {
    leptos::server_fn::axum::server_fn_paths().filter(|(known, _)| *known == path).map(|(_, method)| method).collect()
}

/// Gives a refusal its status, and says in a header when to come back.
fn say_no(response: &mut Response, Refusal { status, retry_after }: Refusal) {
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
}
