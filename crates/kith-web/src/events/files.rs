//! Calendar files: of one event, of all of one's own under a secret address, and from other programs.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use kith_base::{Error, Result};
use kith_domain::EventId;
use kith_domain::events::{self, EventAudience, Imported, Publish};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::view::audience_key;
use crate::frame::Frame;
use crate::page::{Problems, page};

/// What calendar files are.
const KIND: &str = "text/calendar; charset=utf-8";

#[derive(Template)]
#[template(path = "events/files.html")]
struct FilesPage {
    frame: Frame,
    address: Option<String>,
    audiences: Vec<(&'static str, String)>,
    /// What became of a file.
    done: Option<String>,
    refused: Vec<(String, String)>,
    problems: Problems,
}

pub(super) async fn index(visit: Visit) -> Answer {
    files_page(&visit, None, Problems::default()).await
}

async fn files_page(visit: &Visit, done: Option<Imported>, problems: Problems) -> Answer {
    let secret = events::calendar_address(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(visit, "events-files");
    let l = &frame.l;
    let words =
        done.as_ref().map(|done| l.t2("events-import-done", "made", done.made.len(), "known", done.known));
    let refused = done.map(|done| done.refused).unwrap_or_default();
    page(&FilesPage {
        address: secret.map(|secret| format!("{}/calendar/{secret}.ics", visit.site.base_url)),
        audiences: EventAudience::ALL
            .iter()
            .filter(|audience| **audience != EventAudience::Group)
            .map(|audience| (audience.as_str(), l.t(audience_key(*audience))))
            .collect(),
        done: words,
        refused: refused.into_iter().map(|(title, key)| (title, l.t(key))).collect(),
        problems,
        frame,
    })
}

pub(super) async fn reset(visit: Visit, form: Form) -> Answer {
    form.only(&[])?;
    events::reset_calendar_address(&visit.app, &visit.viewer).await?;
    Ok(with_flash(see_other("/events/files"), "flash-event-address", None))
}

pub(super) async fn import(visit: Visit, mut form: Form) -> Answer {
    form.only(&["file", "audience", "publish"])?;
    match take(&visit, &mut form).await {
        Ok(done) => files_page(&visit, Some(done), Problems::default()).await,
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = files_page(&visit, None, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn take(visit: &Visit, form: &mut Form) -> Result<Imported> {
    let audience = EventAudience::parse(form.get("audience"));
    let audience = audience.ok_or_else(|| Error::invalid("audience", "error-bad-choice"))?;
    let publish = if form.get("publish") == "later" { Publish::Later } else { Publish::Now };
    let file = form.take_files("file").into_iter().next();
    let file = file.ok_or_else(|| Error::invalid("file", "error-required"))?;
    if file.bytes > kith_domain::calendars::ics::MOST_BYTES {
        let most = kith_domain::calendars::ics::MOST_ENTRIES;
        let message = kith_base::Message::new("events-import-too-large").with("max", most);
        return Err(Error::invalid("file", message));
    }
    let bytes = tokio::fs::read(&file.path).await.map_err(Error::internal)?;
    events::import(&visit.app, &visit.viewer, bytes, audience, publish).await
}

pub(super) async fn one(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let file = events::file(&visit.app, &visit.viewer, id).await?;
    let name = format!("attachment; filename=\"event-{id}.ics\"");
    let headers = [
        (header::CONTENT_TYPE, KIND.to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, file).into_response())
}

pub(super) async fn subscription(visit: Visit, Path(secret): Path<String>) -> Answer {
    let secret = secret.strip_suffix(".ics").unwrap_or(&secret);
    let file = events::subscription(&visit.app, secret).await?;
    let headers = [(header::CONTENT_TYPE, KIND), (header::CACHE_CONTROL, "private, no-store")];
    Ok((headers, file).into_response())
}
