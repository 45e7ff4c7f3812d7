//! Messages: the list of conversations, each one on a page of its own, and everything that is done in them.

mod about;
mod change;
mod files;
mod lines;
mod poll;
mod reactions;
mod report;
mod show;
mod start;
mod steps;
mod view;
mod write;

pub(crate) use files::to_be_saved;
pub(crate) use write::FileView;

use kith_http::{Access, Routes};

/// The routes of messages.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/messages", Access::Member, lines::index)
        .get("/messages/new", Access::Member, start::choose)
        .post("/messages/new", Access::Member, start::create)
        .get("/messages/with/{name}", Access::Member, start::with)
        .post("/messages/with/{name}", Access::Member, start::begin)
        .get("/messages/{id}", Access::Member, show::show)
        .post("/messages/{id}", Access::Member, write::send)
        .get("/messages/{id}/part", Access::Member, show::part)
        .post("/messages/{id}/read", Access::Member, steps::read)
        .post("/messages/{id}/typing", Access::Member, steps::typing)
        .post("/messages/{id}/step", Access::Member, steps::take)
        .get("/messages/{id}/about", Access::Member, about::show)
        .post("/messages/{id}/people", Access::Member, about::add)
        .post("/messages/{id}/people/remove", Access::Member, about::remove)
        .post("/messages/{id}/name", Access::Member, about::rename)
        .post("/messages/{id}/picture", Access::Member, about::picture)
        .get("/file/{id}", Access::Member, files::send)
        .get("/message/{id}", Access::Member, change::find)
        .get("/message/{id}/edit", Access::Member, change::edit)
        .post("/message/{id}/edit", Access::Member, change::update)
        .get("/message/{id}/delete", Access::Member, change::confirm_delete)
        .post("/message/{id}/delete", Access::Member, change::delete)
        .post("/message/{id}/undo", Access::Member, change::restore)
        .post("/message/{id}/hide", Access::Member, change::hide)
        .post("/message/{id}/reaction", Access::Member, change::react)
        .post("/message/{id}/vote", Access::Member, poll::vote)
        .post("/message/{id}/unvote", Access::Member, poll::unvote)
        .get("/message/{id}/reactions", Access::Member, reactions::who)
        .get("/message/{id}/report", Access::Member, report::ask)
        .post("/message/{id}/report", Access::Member, report::hand_in)
}
