//! Who is signed in.

use app::SessionChange;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use model::{Actor, SessionId};

use crate::router::App;
use crate::routes::refusal;
use crate::session;

/// The session of a request, where it has one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seat {
    /// The session.
    pub session: Option<SessionId>,
    /// The language of the desk of whoever is signed in.
    pub lang: Option<String>,
}

/// Puts the [`Actor`] and their [`Seat`] into the request's extensions. Without a cookie nobody is asked.
pub(crate) async fn session(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let base_url = &*app.site.base_url;
    let found = match session::token(request.headers(), base_url) {
        Some(token) => app.site.newsroom.sessions().find(token).await,
        None => Ok(None),
    };
    let found = match found {
        Ok(found) => found,
        Err(why) => {
            let status = StatusCode::from_u16(why.into_app().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            return refusal::answer(
                request.headers(),
                status,
                "unavailable",
                "who is signed in cannot be read at the moment: try again shortly",
            );
        }
    };
    let is_personal = found.is_some();
    let (actor, seat, cookie) = match found {
        Some(found) => {
            let seat = Seat { session: Some(found.session), lang: Some(found.lang) };
            (Actor::Staff(found.staff), seat, found.cookie)
        }
        None => (Actor::Reader, Seat::default(), None),
    };
    request.extensions_mut().insert(actor);
    request.extensions_mut().insert(seat);
    let mut response = next.run(request).await;
    // Whoever signed in or out just now has said it already.
    if let Some(token) = cookie
        && !response.headers().contains_key(SET_COOKIE)
    {
        session::tell(&mut response, &SessionChange::Start(token), base_url);
    }
    if is_personal || response.headers().contains_key(SET_COOKIE) {
        response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    }
    response
}
