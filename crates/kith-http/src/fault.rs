//! From the one error type to a status. Each face dresses the answer (page, JSON); this table is the only place that
//! knows the statuses.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Kind};
use std::sync::Arc;

/// What handlers return: an answer, or an error that the face will dress.
pub type Answer<T = Response> = Result<T, Fault>;

/// An error on its way out of a handler.
#[derive(Clone, Debug)]
pub struct Fault(pub Arc<Error>);

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self(Arc::new(error))
    }
}

/// The status that answers errors of `kind`.
pub const fn status_of(kind: Kind) -> StatusCode {
    match kind {
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::SignInNeeded => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::RateLimited { .. } => StatusCode::TOO_MANY_REQUESTS,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::Overloaded | Kind::Retry => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let kind = self.0.kind();
        let mut response = status_of(kind).into_response();
        let wait = match kind {
            Kind::RateLimited { retry_after_s } => Some(retry_after_s),
            Kind::Overloaded | Kind::Retry => Some(5),
            _ => None,
        };
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// The error that `response` carries, for the face that dresses it.
pub fn fault_of(response: &Response) -> Option<&Fault> {
    response.extensions().get::<Fault>()
}
