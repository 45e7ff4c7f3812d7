//! Errors in the shape of Mastodon's API (docs.joinmastodon.org/entities/Error): `error` for people, and for forms the
//! complaints by field in `details`.

use std::collections::BTreeMap;

use axum::Json;
use axum::response::{IntoResponse, Response};
use kith_base::{Kind, Message};
use kith_http::fault_of;
use kith_locale::{Language, Locale};
use schemars::JsonSchema;
use serde::Serialize;

use crate::caller::Caller;

/// `Error` (docs.joinmastodon.org/entities/Error).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Error")]
pub(crate) struct Refusal {
    /// A sentence for people, in the language of the member.
    error: String,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    details: BTreeMap<&'static str, Vec<Complaint>>,
}

/// What is wrong with a field.
#[derive(Debug, Serialize, JsonSchema)]
struct Complaint {
    /// `ERR_INVALID`.
    error: &'static str,
    /// A sentence for people.
    description: String,
}

impl From<String> for Refusal {
    fn from(error: String) -> Self {
        Self { error, details: BTreeMap::new() }
    }
}

/// What no handler dressed: gets its sentence, keeps its status and headers.
pub(crate) fn dress(response: Response, caller: Option<&Caller>) -> Response {
    let Some(fault) = fault_of(&response).cloned() else { return without_words(response) };
    let error = &fault.0;
    let english = Locale::new(Language::default(), "UTC");
    let locale = caller.map_or(&english, |caller| &caller.locale);
    let body = if error.kind() == Kind::Internal {
        let reference = kith_base::random_code(8);
        tracing::error!(%reference, cause = %error, "an API request failed");
        format!("{} ({reference})", sentence(locale, error.message())).into()
    } else if error.fields().is_empty() {
        sentence(locale, error.message()).into()
    } else {
        let mut details: BTreeMap<&'static str, Vec<Complaint>> = BTreeMap::new();
        let mut all = Vec::new();
        for field in error.fields() {
            let words = sentence(locale, &field.message);
            let complaint = Complaint { error: "ERR_INVALID", description: words.clone() };
            details.entry(field.field).or_default().push(complaint);
            all.push(words);
        }
        Refusal { error: all.join(" "), details }
    };
    with_body(response, body)
}

/// Refusals of the framework itself (an unknown path, a wrong method) say so as JSON too.
fn without_words(response: Response) -> Response {
    let status = response.status();
    let is_bare = !response.headers().contains_key(axum::http::header::CONTENT_TYPE);
    if status.is_client_error() && is_bare {
        let words = status.canonical_reason().unwrap_or("Refused");
        return with_body(response, words.to_owned().into());
    }
    response
}

fn with_body(response: Response, body: Refusal) -> Response {
    let (before, _) = response.into_parts();
    let mut response = Json(body).into_response();
    *response.status_mut() = before.status;
    for (name, value) in &before.headers {
        response.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    response
}

/// A sentence for a person.
pub(crate) fn sentence(locale: &Locale, message: &Message) -> String {
    locale.message(message)
}
