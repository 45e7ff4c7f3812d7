//! What members set about themselves: account, sessions, language and looks, leaving.

mod account;
mod comfort;
mod leave;
mod notices;
mod sessions;

use askama::Template;
use kith_http::{Access, Answer, Routes, Visit};

use crate::frame::Frame;
use crate::page::page;

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/settings", Access::SignedIn, index)
        .merge(account::routes())
        .merge(comfort::routes())
        .merge(leave::routes())
        .merge(notices::routes())
        .merge(sessions::routes())
}

#[derive(Template)]
#[template(path = "settings/index.html")]
struct IndexPage {
    frame: Frame,
    is_active: bool,
}

async fn index(visit: Visit) -> Answer {
    let is_active = visit.viewer.active().is_ok();
    page(&IndexPage { frame: Frame::titled(&visit, "settings-title"), is_active })
}
