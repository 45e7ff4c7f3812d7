//! Statuses that wait for their time: listed, moved, taken back.

use axum::Json;
use axum::response::Response;
use kith_base::{Error, Millis, Result};
use kith_domain::ScheduledId;
use kith_domain::scheduled;
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::scheduled::ScheduledStatus;
use crate::paging::{Window, listed};
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::Scope("read:statuses");
    let write = Needs::Scope("write:statuses");
    ApiRoutes::new()
        .get("/api/v1/scheduled_statuses", read, list)
        .get("/api/v1/scheduled_statuses/{id}", read, show)
        .put("/api/v1/scheduled_statuses/{id}", write, reschedule)
        .delete("/api/v1/scheduled_statuses/{id}", write, cancel)
}

/// When a status is to be published, if not now.
///
/// # Errors
/// Invalid (field `scheduled_at`) for what is no time.
pub(crate) fn time_of(params: &Params) -> Result<Option<Millis>> {
    let Some(text) = params.text("scheduled_at").filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let text = text.trim();
    // A time without a zone is one of UTC.
    let at = text.parse::<jiff::Timestamp>().or_else(|_| {
        text.parse::<jiff::civil::DateTime>()
            .and_then(|at| at.to_zoned(jiff::tz::TimeZone::UTC))
            .map(|at| at.timestamp())
    });
    match at {
        Ok(at) => Ok(Some(at.as_millisecond())),
        Err(_) => Err(Error::invalid("scheduled_at", "apps-record-invalid")),
    }
}

async fn list(caller: Caller, params: Params) -> Answer<Response> {
    let window: Window<_> = Window::read(&params, 20, 40);
    let page = scheduled::list(&caller.app, &caller.viewer, window.request()).await?;
    let ends = page.items.first().zip(page.items.last());
    let ends = ends.map(|(first, last)| (first.id.to_string(), last.id.to_string()));
    let items: Vec<ScheduledStatus> =
        page.items.iter().map(|item| ScheduledStatus::of(&caller, item)).collect();
    Ok(listed(&caller, &items, ends))
}

async fn show(caller: Caller, Path(id): Path<ScheduledId>) -> Answer<Json<ScheduledStatus>> {
    let found = scheduled::get(&caller.app, &caller.viewer, id).await?;
    Ok(Json(ScheduledStatus::of(&caller, &found)))
}

async fn reschedule(
    caller: Caller,
    Path(id): Path<ScheduledId>,
    params: Params,
) -> Answer<Json<ScheduledStatus>> {
    let found = match time_of(&params)? {
        Some(at) => scheduled::reschedule(&caller.app, &caller.viewer, id, at).await?,
        None => scheduled::get(&caller.app, &caller.viewer, id).await?,
    };
    Ok(Json(ScheduledStatus::of(&caller, &found)))
}

async fn cancel(caller: Caller, Path(id): Path<ScheduledId>) -> Answer<Json<Value>> {
    scheduled::cancel(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}
