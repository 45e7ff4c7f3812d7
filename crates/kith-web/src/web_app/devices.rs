//! Browsers that are woken: which ones, turning this one on, stopping any of them, and trying whether it works. Turning
//! on needs a script, since only that can ask the browser; all else works without.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use kith_base::{Error, Result};
use kith_domain::kinds::{PushSubscriptionId, SessionId};
use kith_domain::push::{self, Browser, NewSubscription};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::page;

const HERE: &str = "/settings/devices";

pub(super) fn routes() -> Routes {
    Routes::new()
        .get(HERE, Access::Member, list)
        .post("/settings/devices/on", Access::Member, turn_on)
        .post("/settings/devices/off", Access::Member, turn_off)
        .post("/settings/devices/{id}/stop", Access::Member, stop)
        .post("/settings/devices/{id}/test", Access::Member, test)
}

#[derive(Template)]
#[template(path = "web_app/devices.html")]
struct DevicesPage {
    frame: Frame,
    key: String,
    this: Option<Browser>,
    others: Vec<Browser>,
}

/// The key of this server as browsers want it: without what fills Base64 up.
pub(crate) fn push_key(visit: &Visit) -> String {
    visit.app.push.public_key().trim_end_matches('=').to_owned()
}

fn session_of(visit: &Visit) -> Result<SessionId> {
    visit.signed_in.map(|signed_in| signed_in.session).ok_or_else(Error::sign_in_needed)
}

async fn list(visit: Visit) -> Answer {
    let here = session_of(&visit)?;
    let known = push::browsers(&visit.app, &visit.viewer).await?;
    let (mut this, others): (Vec<_>, Vec<_>) = known.into_iter().partition(|each| each.session == here);
    page(&DevicesPage {
        frame: Frame::titled(&visit, "app-devices-title"),
        key: push_key(&visit),
        this: this.pop(),
        others,
    })
}

/// Asked for by scripts, on whichever page: they want no other page for an answer.
async fn turn_on(visit: Visit, form: Form) -> Answer {
    form.only(&["endpoint", "p256dh", "auth"])?;
    let new = NewSubscription {
        endpoint: form.get("endpoint").to_owned(),
        p256dh: form.get("p256dh").to_owned(),
        auth: form.get("auth").to_owned(),
        is_standard: true,
        ..NewSubscription::default()
    };
    push::subscribe_browser(&visit.app, &visit.viewer, session_of(&visit)?, new).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn turn_off(visit: Visit, headers: HeaderMap, form: Form) -> Answer {
    form.only(&[])?;
    push::end_browser(&visit.app, &visit.viewer, session_of(&visit)?).await?;
    let is_for_script =
        headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if is_for_script {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(with_flash(see_other(HERE), "flash-device-stopped", None))
}

async fn stop(visit: Visit, Path(id): Path<PushSubscriptionId>, form: Form) -> Answer {
    form.only(&[])?;
    push::end_one(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(HERE), "flash-device-stopped", None))
}

async fn test(visit: Visit, Path(id): Path<PushSubscriptionId>, form: Form) -> Answer {
    form.only(&[])?;
    push::try_out(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(HERE), "flash-device-tried", None))
}
