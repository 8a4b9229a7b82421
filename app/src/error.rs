//! How a server function says no.

use model::AppError;
use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;
use server_fn::error::{FromServerFnError, ServerFnErrorErr};

#[cfg(feature = "ssr")]
use crate::context::Refusal;

/// An [`AppError`] on its way over the wire, as `{"error": kind, "message", "field"?, "retry_after"?}` with its true
/// HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Wire", from = "Wire")]
pub struct ApiError {
    /// What went wrong.
    pub error: AppError,
    /// The same as a sentence in the interface's language: shown as it is.
    pub message: String,
}

#[cfg(feature = "ssr")]
impl<E: Into<AppError>> From<E> for ApiError {
    fn from(error: E) -> Self {
        let error = error.into();
        let retry_after = match error {
            AppError::TooMany { retry_after } => Some(retry_after),
            _ => None,
        };
        crate::context::refuse(Refusal { status: error.status(), retry_after });
        Self { message: crate::errors::sentence(&error), error }
    }
}

#[cfg(feature = "desk")]
impl ApiError {
    /// A refusal that was found out in the browser.
    pub(crate) fn here(message: String) -> Self {
        Self { error: AppError::Conflict { message: message.clone() }, message }
    }

    /// The same, for a field.
    pub(crate) fn at(field: &str, message: String) -> Self {
        Self { error: AppError::invalid(field, message.clone()), message }
    }

    /// The field that is wrong, as the form names it.
    pub(crate) fn field(&self) -> Option<&str> {
        match &self.error {
            AppError::Invalid { field, .. } => Some(field),
            _ => None,
        }
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let error = match error {
            ServerFnErrorErr::Args(why) | ServerFnErrorErr::Deserialization(why) => {
                AppError::invalid(&field_in(&why), why)
            }
            ServerFnErrorErr::MissingArg(field) => AppError::invalid(&field, format!("{field} is missing")),
            ServerFnErrorErr::Request(_) => AppError::Unavailable,
            other => AppError::Internal { trace: other.to_string() },
        };
        #[cfg(feature = "ssr")]
        {
            // What cannot be read is no request; what can be and breaks a rule is 422.
            let status = if matches!(error, AppError::Invalid { .. }) { 400 } else { error.status() };
            crate::context::set_status(status);
        }
        Self { message: error.to_string(), error }
    }
}

/// The name between the back-quotes of serde's sentence, such as "missing field `path`".
fn field_in(why: &str) -> String {
    why.split('`').nth(1).unwrap_or_default().to_owned()
}

/// The JSON of an error.
#[derive(Serialize, Deserialize)]
struct Wire {
    error: String,
    message: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retry_after: Option<u32>,
}

impl From<ApiError> for Wire {
    fn from(ApiError { error, message }: ApiError) -> Self {
        let kind = |kind: &str| kind.to_owned();
        let (kind, field, retry_after) = match error {
            AppError::NotFound => (kind("not_found"), None, None),
            AppError::Gone => (kind("gone"), None, None),
            AppError::SignInRequired => (kind("sign_in_required"), None, None),
            AppError::Forbidden => (kind("forbidden"), None, None),
            AppError::Invalid { field, .. } => (kind("invalid"), Some(field), None),
            AppError::Conflict { .. } => (kind("conflict"), None, None),
            AppError::TooMany { retry_after } => (kind("too_many"), None, Some(retry_after)),
            AppError::Unavailable => (kind("unavailable"), None, None),
            AppError::Internal { .. } => (kind("internal"), None, None),
        };
        Self { error: kind, message, field, retry_after }
    }
}

impl From<Wire> for ApiError {
    fn from(wire: Wire) -> Self {
        let message = wire.message.clone();
        let error = match wire.error.as_str() {
            "not_found" => AppError::NotFound,
            "gone" => AppError::Gone,
            "sign_in_required" => AppError::SignInRequired,
            "forbidden" => AppError::Forbidden,
            "invalid" => AppError::Invalid { field: wire.field.unwrap_or_default(), message: wire.message },
            "conflict" => AppError::Conflict { message: wire.message },
            "too_many" => AppError::TooMany { retry_after: wire.retry_after.unwrap_or_default() },
            "unavailable" => AppError::Unavailable,
            _ => AppError::Internal { trace: wire.message },
        };
        Self { error, message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(error: AppError, json: &str) {
        let error = ApiError { message: "Una frase.".to_owned(), error };
        let text = serde_json::to_string(&error).expect("it is plain data");
        assert_eq!(text, json);
        let back: ApiError = serde_json::from_str(&text).expect("it reads back");
        assert_eq!(back.error.status(), error.error.status());
    }

    #[test]
    fn an_error_has_the_shape_that_clients_rely_on() {
        check(AppError::NotFound, r#"{"error":"not_found","message":"Una frase."}"#);
        check(AppError::invalid("name", "x"), r#"{"error":"invalid","message":"Una frase.","field":"name"}"#);
        check(AppError::TooMany { retry_after: 9 }, r#"{"error":"too_many","message":"Una frase.","retry_after":9}"#);
        check(AppError::Internal { trace: "ab".into() }, r#"{"error":"internal","message":"Una frase."}"#);
    }
}
