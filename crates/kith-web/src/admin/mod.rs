//! Looking after the community: overview, requests to join, settings, pages, messages, log.

mod files;
mod inbox;
mod log;
mod pages;
mod requests;
mod settings;

use askama::Template;
use axum::extract::Path;
use kith_domain::overview::{self, Overview};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::page;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/admin", Access::Admin, show)
        .post("/admin/jobs/{id}/retry", Access::Admin, retry_job)
        .post("/admin/jobs/{id}/discard", Access::Admin, discard_job)
        .get("/admin/requests", Access::Moderator, requests::index)
        .post("/admin/requests", Access::Moderator, requests::decide)
        .get("/admin/requests/declined", Access::Moderator, requests::declined)
        .post("/admin/requests/declined", Access::Moderator, requests::approve_after_all)
        .get("/admin/settings", Access::Admin, settings::edit)
        .post("/admin/settings", Access::Admin, settings::update)
        .get("/admin/files", Access::Admin, files::edit)
        .post("/admin/files", Access::Admin, files::update)
        .get("/admin/pages", Access::Admin, pages::index)
        .get("/admin/pages/{slug}/{language}", Access::Admin, pages::edit)
        .post("/admin/pages/{slug}/{language}", Access::Admin, pages::update)
        .post("/admin/pages/{slug}/{language}/revert", Access::Admin, pages::revert)
        .get("/admin/inbox", Access::Admin, inbox::index)
        .post("/admin/inbox/{id}", Access::Admin, inbox::mark)
        .get("/admin/log", Access::Admin, log::index)
}

#[derive(Template)]
#[template(path = "admin/overview.html")]
struct OverviewPage {
    frame: Frame,
    state: Overview,
}

impl OverviewPage {
    fn engine(&self) -> &'static str {
        match self.state.engine {
            kith_domain::overview::Engine::Sqlite => "SQLite",
            kith_domain::overview::Engine::Postgres => "PostgreSQL",
        }
    }
}

async fn show(visit: Visit) -> Answer {
    let state = overview::overview(&visit.app, &visit.viewer).await?;
    page(&OverviewPage { frame: Frame::titled(&visit, "admin-title"), state })
}

async fn retry_job(visit: Visit, Path(id): Path<i64>, form: Form) -> Answer {
    form.only(&[])?;
    overview::retry_job(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/admin"), "flash-admin-job-retried", None))
}

#[derive(Template)]
#[template(path = "admin/discard_job.html")]
struct DiscardJobPage {
    frame: Frame,
    id: i64,
}

async fn discard_job(visit: Visit, Path(id): Path<i64>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    if form.get("confirmed") != "yes" {
        return page(&DiscardJobPage { frame: Frame::titled(&visit, "admin-dead-discard"), id });
    }
    overview::discard_job(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other("/admin"), "flash-admin-job-discarded", None))
}
