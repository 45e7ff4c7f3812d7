//! Errors in the shape of Mastodon's API (docs.joinmastodon.org/entities/Error): `error` for people, and for forms the
//! complaints by field in `details`.

use axum::Json;
use axum::response::{IntoResponse, Response};
use kith_base::{Kind, Message};
use kith_http::fault_of;
use kith_locale::{Language, Locale};
use serde_json::{Map, Value, json};

use crate::caller::Caller;

/// What no handler dressed: gets its sentence, keeps its status and headers.
pub(crate) fn dress(response: Response, caller: Option<&Caller>) -> Response {
    let Some(fault) = fault_of(&response).cloned() else { return without_words(response) };
    let error = &fault.0;
    let english = Locale::new(Language::default(), "UTC");
    let locale = caller.map_or(&english, |caller| &caller.locale);
    let mut body = Map::new();
    if error.kind() == Kind::Internal {
        let reference = kith_base::random_code(8);
        tracing::error!(%reference, cause = %error, "an API request failed");
        let words = sentence(locale, error.message());
        body.insert("error".into(), format!("{words} ({reference})").into());
    } else if error.fields().is_empty() {
        body.insert("error".into(), sentence(locale, error.message()).into());
    } else {
        let mut details: Map<String, Value> = Map::new();
        let mut all = Vec::new();
        for field in error.fields() {
            let words = sentence(locale, &field.message);
            let entry = details.entry(field.field).or_insert_with(|| json!([]));
            if let Value::Array(list) = entry {
                list.push(json!({ "error": "ERR_INVALID", "description": words }));
            }
            all.push(words);
        }
        body.insert("error".into(), all.join(" ").into());
        body.insert("details".into(), Value::Object(details));
    }
    with_body(response, Value::Object(body))
}

/// Refusals of the framework itself (an unknown path, a wrong method) say so as JSON too.
fn without_words(response: Response) -> Response {
    let status = response.status();
    let is_bare = !response.headers().contains_key(axum::http::header::CONTENT_TYPE);
    if status.is_client_error() && is_bare {
        let words = status.canonical_reason().unwrap_or("Refused");
        return with_body(response, json!({ "error": words }));
    }
    response
}

fn with_body(response: Response, body: Value) -> Response {
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
