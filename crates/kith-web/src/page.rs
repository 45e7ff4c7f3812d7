//! From a template to an answer.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kith_base::{Error, FieldError, Kind};
use kith_http::{Answer, Fault};
use kith_locale::Locale;

/// A page with status 200.
pub(crate) fn page(template: &impl Template) -> Answer {
    page_with(StatusCode::OK, template)
}

/// A page with another status, such as 422 for a form that comes back filled in.
pub(crate) fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render().map_err(|problem| Error::internal(problem.to_string()))?;
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response())
}

/// The complaints of a failed form, in the reader's language, by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems {
    general: Option<String>,
    fields: Vec<(&'static str, String)>,
}

impl Problems {
    /// The complaint about `field`, if there is one.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    /// The complaint about the form as a whole: shown on top.
    pub(crate) fn general(&self) -> Option<&str> {
        self.general.as_deref()
    }

    /// Sorts an error: what a form can show comes back as problems, everything else stays an error.
    ///
    /// # Errors
    /// The error itself, when the person cannot mend it by changing the form.
    pub(crate) fn from_error(l: &Locale, error: Error) -> Result<(StatusCode, Self), Fault> {
        let can_be_mended = matches!(
            error.kind(),
            Kind::Invalid | Kind::Conflict | Kind::RateLimited { .. } | Kind::TooLarge | Kind::Forbidden
        );
        if !can_be_mended {
            return Err(error.into());
        }
        let fields: Vec<_> =
            error.fields().iter().map(|FieldError { field, message }| (*field, l.message(message))).collect();
        let general = Some(l.message(error.message()));
        Ok((kith_http::status_of(error.kind()), Self { general, fields }))
    }
}

/// Renders a page again after `error`, if the form can be mended; `render` gets the problems.
pub(crate) fn again(l: &Locale, error: Error, render: impl FnOnce(Problems) -> Answer) -> Answer {
    let wait = Wait::of(&error);
    let (status, problems) = Problems::from_error(l, error)?;
    let mut response: Response = render(problems)?;
    *response.status_mut() = status;
    wait.say(&mut response);
    Ok(response)
}

/// How long somebody has to wait who tried too often; the sentence on the page says it, and a header says it to programs.
pub(crate) struct Wait(Option<u32>);

impl Wait {
    pub(crate) fn of(error: &Error) -> Self {
        match error.kind() {
            Kind::RateLimited { retry_after_s } => Self(Some(retry_after_s)),
            _ => Self(None),
        }
    }

    pub(crate) fn say(self, response: &mut Response) {
        if let Self(Some(seconds)) = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
    }
}
