//! Where one is signed in, and how to end it.

use askama::Template;
use axum::extract::Path;
use kith_domain::kinds::SessionId;
use kith_domain::sessions::{self, Session};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::page;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/settings/sessions", Access::SignedIn, list)
        .post("/settings/sessions/end-others", Access::SignedIn, end_others)
        .post("/settings/sessions/{id}/end", Access::SignedIn, end)
        .post("/settings/sessions/{id}/name", Access::SignedIn, rename)
}

#[derive(Template)]
#[template(path = "settings/sessions.html")]
struct SessionsPage {
    frame: Frame,
    sessions: Vec<Session>,
    current: SessionId,
}

async fn list(visit: Visit) -> Answer {
    let sessions = sessions::list(&visit.app, &visit.viewer).await?;
    let current = visit.signed_in.map(|signed_in| signed_in.session).unwrap_or_default();
    page(&SessionsPage { frame: Frame::titled(&visit, "settings-sessions"), sessions, current })
}

fn done(key: &'static str) -> Answer {
    Ok(with_flash(see_other("/settings/sessions"), key, None))
}

async fn end(visit: Visit, Path(id): Path<SessionId>, _form: Form) -> Answer {
    sessions::end(&visit.app, &visit.viewer, id).await?;
    done("flash-session-ended")
}

async fn end_others(visit: Visit, _form: Form) -> Answer {
    let current = visit.signed_in.map(|signed_in| signed_in.session);
    sessions::end_all(&visit.app, &visit.viewer, current).await?;
    done("flash-sessions-ended")
}

async fn rename(visit: Visit, Path(id): Path<SessionId>, form: Form) -> Answer {
    sessions::rename(&visit.app, &visit.viewer, id, form.get("name").to_owned()).await?;
    done("flash-saved")
}
