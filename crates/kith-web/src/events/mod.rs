//! Events: lists and calendars, each event on a page of its own, and everything that is done with them.

mod answer;
mod calendar;
mod edit;
mod end;
mod files;
mod form;
mod guests;
mod hosts;
mod languages;
mod lists;
mod show;
mod repeat;
mod strangers;
mod view;

use kith_http::{Access, Routes};

pub(crate) use view::LineView;

/// The routes of events.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/events", Access::Member, lists::index)
        .get("/events/calendar", Access::Member, calendar::index)
        .get("/events/files", Access::Member, files::index)
        .post("/events/files/reset", Access::Member, files::reset)
        .post("/events/import", Access::Member, files::import)
        .get("/events/new", Access::Member, edit::new)
        .post("/events/new", Access::Member, edit::create)
        .get("/events/{id}", Access::Anyone, show::show)
        .get("/events/{id}/ics", Access::Anyone, files::one)
        .get("/events/{id}/edit", Access::Member, edit::edit)
        .post("/events/{id}/edit", Access::Member, edit::update)
        .post("/events/{id}/answer", Access::Member, answer::answer)
        .post("/events/{id}/withdraw", Access::Member, answer::withdraw)
        .post("/events/{id}/remarks", Access::Member, answer::remark)
        .post("/events/{id}/remarks/{remark}/delete", Access::Member, answer::unremark)
        .post("/events/{id}/slots", Access::Member, answer::slot)
        .post("/events/{id}/publish", Access::Member, end::publish)
        .get("/events/{id}/cancel", Access::Member, end::confirm_cancel)
        .post("/events/{id}/cancel", Access::Member, end::cancel)
        .get("/events/{id}/delete", Access::Member, end::confirm_delete)
        .post("/events/{id}/delete", Access::Member, end::delete)
        .get("/events/{id}/guests", Access::Member, guests::index)
        .post("/events/{id}/guests", Access::Member, guests::change)
        .get("/events/{id}/invite", Access::Member, guests::choose)
        .post("/events/{id}/invite", Access::Member, guests::invite)
        .get("/events/{id}/check-in", Access::Member, guests::door)
        .post("/events/{id}/check-in", Access::Member, guests::check_in)
        .get("/events/{id}/hosts", Access::Member, hosts::index)
        .post("/events/{id}/hosts", Access::Member, hosts::change)
        .get("/events/{id}/register", Access::Anyone, strangers::ask)
        .post("/events/{id}/register", Access::Anyone, strangers::register)
        .get("/events/{id}/guest", Access::Anyone, strangers::show)
        .post("/events/{id}/guest", Access::Anyone, strangers::change)
        .get("/calendar/{secret}", Access::Anyone, files::subscription)
}
