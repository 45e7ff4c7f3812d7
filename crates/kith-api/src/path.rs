//! What the path of a request names.

use axum::extract::{FromRequestParts, Path as Words};
use axum::http::request::Parts;
use kith_base::Error;
use kith_http::Fault;
use serde::de::DeserializeOwned;

/// The words of the path, read as `T`. What cannot be read names nothing: whoever puts a handle where an id belongs is
/// told the same as about an id that nobody has. Digits are an id there, whatever else they might be.
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        match Words::<T>::from_request_parts(parts, state).await {
            Ok(Words(found)) => Ok(Self(found)),
            Err(refused) => Err(Error::not_found().because(refused.to_string()).into()),
        }
    }
}
