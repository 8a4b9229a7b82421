//! `POST /desk/pictures`: a picture that somebody hands in, as the body of the request, whatever it says it is.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use futures::StreamExt;
use model::{Actor, AppError};
use newsroom::{FILE_MAX, PictureError};
use tokio::sync::Semaphore;

use super::refusal;
use crate::middleware::body_limit::drain;
use crate::middleware::session::Seat;
use crate::router::App;
use crate::session::is_same_origin;

/// Where pictures are handed in; the only request that may be longer than a form.
pub(crate) const PATH: &str = "/desk/pictures";

/// How many files are held in memory at once; the others wait where they come from.
static TURNS: Semaphore = Semaphore::const_new(8);

/// Answers `{hash, width, height, widths, colour, alt, caption, credit}`, the last three as the library proposes them.
pub(crate) async fn upload(
    State(app): State<App>,
    Extension(actor): Extension<Actor>,
    Extension(seat): Extension<Seat>,
    request: Request,
) -> Response {
    let lang = seat.lang.unwrap_or_else(|| app.site.newsroom.site().lang.clone());
    let pictures = app.site.newsroom.pictures();
    let (parts, body) = request.into_parts();
    // The layer above believes a program that says nothing of where it comes from; a picture is stored, so here it does not do.
    if !is_same_origin(&parts.headers, &app.site.base_url) {
        drain(body).await;
        return answer(StatusCode::FORBIDDEN, "forbidden", "this request came from another site");
    }
    if let Err(why) = pictures.may_hand_in(&actor) {
        drain(body).await;
        return refused(&lang, &why.into_app());
    }
    let Ok(_turn) = TURNS.acquire().await else { return refused(&lang, &AppError::Unavailable) };
    let outcome = match read(&parts.headers, body).await {
        Ok(file) => pictures.accept(&actor, file).await,
        Err(why) => Err(why),
    };
    match outcome {
        Ok(accepted) => Json(accepted).into_response(),
        Err(why) => told(&lang, why),
    }
}

/// The whole file, as long as it is none too many bytes.
async fn read(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, PictureError> {
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
    if length.is_some_and(|length: u64| length > FILE_MAX as u64) {
        drain(body).await;
        return Err(PictureError::TooLarge);
    }
    let mut file = Vec::new();
    let mut stream = body.into_data_stream();
    while let Some(piece) = stream.next().await {
        let piece = piece.map_err(|why| PictureError::Broken(why.to_string()))?;
        if file.len() + piece.len() > FILE_MAX {
            return Err(PictureError::TooLarge);
        }
        file.extend_from_slice(&piece);
    }
    Ok(file)
}

fn told(lang: &str, why: PictureError) -> Response {
    let (status, key) = match why {
        PictureError::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "picture-too-large"),
        PictureError::TooManyPixels { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "picture-too-many-pixels"),
        PictureError::Unknown => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-unknown"),
        PictureError::Unreadable(_) => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-unreadable"),
        PictureError::Broken(_) => (StatusCode::UNPROCESSABLE_ENTITY, "picture-broken"),
        PictureError::Store(why) => return refused(lang, &why.into_app()),
    };
    let sentence = app::sentence_in(lang, &AppError::invalid("file", key));
    answer(status, "invalid", &sentence)
}

fn refused(lang: &str, why: &AppError) -> Response {
    let status = StatusCode::from_u16(why.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = match why {
        AppError::SignInRequired => "sign_in_required",
        AppError::Forbidden => "forbidden",
        AppError::Unavailable => "unavailable",
        _ => "internal",
    };
    answer(status, kind, &app::sentence_in(lang, why))
}

/// JSON, whoever looks: a script sent the file.
fn answer(status: StatusCode, kind: &str, message: &str) -> Response {
    let (status, body) = refusal::json(status, kind, message);
    (status, [("content-type", "application/json")], body).into_response()
}
