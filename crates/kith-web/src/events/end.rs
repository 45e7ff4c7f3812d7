//! The end of events: called off, or deleted; and their beginning, when a draft is published.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::Error;
use kith_domain::EventId;
use kith_domain::events;
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::edit::scope_of;
use super::show::Wanted;
use super::view::{WhenView, at};
use crate::frame::Frame;
use crate::page::page;

#[derive(Template)]
#[template(path = "events/cancel.html")]
struct CancelPage {
    frame: Frame,
    id: String,
    title: String,
    at: String,
    when: String,
    /// Whether there are several times to choose from.
    repeats: bool,
}

#[derive(Template)]
#[template(path = "events/delete.html")]
struct DeletePage {
    frame: Frame,
    id: String,
    title: String,
}

pub(super) async fn publish(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&[])?;
    events::publish(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(&format!("/events/{id}")), "flash-event-made", None))
}

pub(super) async fn confirm_cancel(
    visit: Visit,
    Path(id): Path<EventId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let found = events::page(&visit.app, &visit.viewer, id, at(&wanted.at)).await?;
    if !found.may.edit {
        return Err(Error::not_found().into());
    }
    page(&CancelPage {
        frame: Frame::titled(&visit, "events-cancel"),
        id: id.to_string(),
        title: found.occurrence.title.clone(),
        when: WhenView::of(&visit.locale, &found.event, &found.occurrence).text,
        repeats: found.event.repeats() && at(&wanted.at).is_some(),
        at: wanted.at,
    })
}

pub(super) async fn cancel(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["scope", "at"])?;
    let scope = scope_of(form.get("scope"), form.get("at"));
    events::cancel(&visit.app, &visit.viewer, id, scope).await?;
    Ok(with_flash(see_other(&format!("/events/{id}")), "flash-event-cancelled", None))
}

pub(super) async fn confirm_delete(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let found = events::page(&visit.app, &visit.viewer, id, None).await?;
    if !found.may.delete {
        return Err(Error::not_found().into());
    }
    let title = found.event.details.title.clone();
    page(&DeletePage { frame: Frame::titled(&visit, "events-delete"), id: id.to_string(), title })
}

pub(super) async fn delete(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    if form.get("confirmed") != "yes" {
        return Ok(see_other(&format!("/events/{id}/delete")));
    }
    events::delete(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/events?show=mine"), "flash-event-deleted", None))
}
