//! Errors as pages, in the reader's language, with what to do next. The cause goes to the log under a reference.

use askama::Template;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Kind, random_code};
use kith_http::{Visit, fault_of, see_other};
use kith_locale::{Language, Locale};

use crate::frame::Frame;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    status: u16,
    heading: String,
    text: String,
    reference: Option<String>,
    /// The way in, for a visitor who found nothing: it may be there for members.
    sign_in: Option<String>,
}

/// Turns every fault that leaves a handler into a page (or a line of text for scripts).
pub(crate) async fn dress_faults(request: Request, next: Next) -> Response {
    let is_get = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let wants_json = request
        .headers()
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    let mut response = next.run(request).await;
    if is_bare_refusal(&response) {
        let visit = response.extensions().get::<Visit>().cloned();
        // An address that cannot be read leads nowhere; a form that cannot be read was not one of ours.
        let error =
            if is_get { Error::not_found() } else { Error::new(Kind::Invalid, "error-not-understood") };
        response = kith_http::Fault::from(error).into_response();
        if let Some(visit) = visit {
            response.extensions_mut().insert(visit);
        }
    }
    let Some(fault) = fault_of(&response).cloned() else { return response };
    let reference = log(&fault.0);
    let visit = response.extensions().get::<Visit>().cloned();
    let dressed = match visit {
        Some(visit)
            if fault.0.kind() == Kind::SignInNeeded && is_get && !wants_json && !visit.is_fragment =>
        {
            see_other(&login_path(&path))
        }
        Some(visit) if wants_json => json(&visit.locale, &fault.0, response.status()),
        Some(visit) => error_page(&visit, &fault.0, response.status(), reference),
        None => bare(&fault.0, response.status()),
    };
    let (mut parts, body) = dressed.into_parts();
    for (name, value) in response.headers() {
        if *name != header::CONTENT_TYPE && *name != header::CONTENT_LENGTH {
            parts.headers.append(name, value.clone());
        }
    }
    Response::from_parts(parts, body)
}

/// Whether the framework refused the request by itself, in English and with its own words for what it expected.
fn is_bare_refusal(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    response.status().is_client_error()
        && fault_of(response).is_none()
        && kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

/// The sign-in page that leads back to `path`.
pub(crate) fn login_path(path: &str) -> String {
    let next: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
    if path == "/" { "/login".to_owned() } else { format!("/login?next={next}") }
}

fn log(error: &Error) -> Option<String> {
    if error.kind() != Kind::Internal {
        return None;
    }
    let reference = random_code(8);
    tracing::error!(%reference, %error, "request failed");
    Some(reference)
}

fn error_page(visit: &Visit, error: &Error, status: StatusCode, reference: Option<String>) -> Response {
    let l = &visit.locale;
    let (heading, text) = match error.kind() {
        Kind::NotFound => ("error-page-404-title", Some("error-page-404-text")),
        Kind::SignInNeeded => ("error-page-401-title", Some("error-page-401-text")),
        Kind::Forbidden => ("error-page-403-title", None),
        Kind::Conflict => ("error-page-409-title", None),
        Kind::Invalid => ("error-page-422-title", None),
        Kind::TooLarge => ("error-page-413-title", None),
        Kind::RateLimited { .. } => ("error-page-429-title", None),
        Kind::Overloaded | Kind::Retry => ("error-page-503-title", Some("error-page-503-text")),
        Kind::Internal => ("error-page-500-title", Some("error-page-500-text")),
    };
    let heading = l.t(heading);
    // Where the error says more than its kind, the person reads that.
    let text = match (text, error.fields().first()) {
        (Some(key), _) => l.t(key),
        (None, Some(field)) => l.message(&field.message),
        (None, None) => l.message(error.message()),
    };
    let is_lost = error.kind() == Kind::NotFound && visit.viewer.id().is_none();
    let page = ErrorPage {
        sign_in: is_lost.then(|| login_path(&visit.path)),
        frame: Frame::new(visit, heading.clone()),
        status: status.as_u16(),
        heading,
        text,
        reference,
    };
    match page.render() {
        Ok(html) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
        Err(problem) => {
            tracing::error!(%problem, "the error page did not render");
            bare(error, status)
        }
    }
}

fn json(l: &Locale, error: &Error, status: StatusCode) -> Response {
    let fields: serde_json::Map<_, _> = error
        .fields()
        .iter()
        .map(|field| (field.field.to_owned(), l.message(&field.message).into()))
        .collect();
    let body = serde_json::json!({ "error": l.message(error.message()), "fields": fields });
    (status, axum::Json(body)).into_response()
}

/// For the rare case that nothing is known of the visit, as when the database does not answer.
fn bare(error: &Error, status: StatusCode) -> Response {
    let text = Locale::new(Language::default(), "UTC").message(error.message());
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
