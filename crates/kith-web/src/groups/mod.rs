//! Groups: the list and what can be found, the tabs of one group, coming in and going, and the tools of those who look
//! after it.

mod edit;
mod events;
mod files;
mod join;
mod manage;
mod people;
mod posts;
mod reports;
mod show;
mod view;

use kith_base::{Error, Result};
use kith_domain::Visible;
use kith_domain::groups::{self, Group, Lookup, Right};
use kith_http::{Access, Routes, Visit};

pub(crate) use view::GroupRow;

/// The routes of groups.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/groups", Access::Member, show::index)
        .post("/groups", Access::Member, edit::create)
        .get("/groups/new", Access::Member, edit::new)
        .get("/groups/{slug}", Access::Anyone, show::posts)
        .get("/groups/{slug}/about", Access::Anyone, show::about)
        .get("/groups/{slug}/photos", Access::Anyone, show::photos)
        .get("/groups/{slug}/events", Access::Anyone, events::list)
        .get("/groups/{slug}/files", Access::Anyone, files::list)
        .post("/groups/{slug}/files", Access::Member, files::add)
        .get("/groups/{slug}/files/{id}", Access::Anyone, files::save)
        .post("/groups/{slug}/files/{id}", Access::Member, files::act)
        .get("/groups/{slug}/members", Access::Member, people::members)
        .get("/groups/{slug}/join", Access::Member, join::ask)
        .post("/groups/{slug}/join", Access::Member, join::join)
        .post("/groups/{slug}/step", Access::Member, join::step)
        .get("/groups/{slug}/leave", Access::Member, join::confirm_leave)
        .post("/groups/{slug}/leave", Access::Member, join::leave)
        .post("/groups/{slug}/level", Access::Member, join::level)
        .get("/groups/{slug}/invite", Access::Member, people::invite)
        .post("/groups/{slug}/invite", Access::Member, people::send_invitations)
        .get("/groups/{slug}/manage", Access::Member, manage::show)
        .post("/groups/{slug}/requests/{id}", Access::Member, manage::decide)
        .post("/groups/{slug}/reports/{id}", Access::Member, reports::act)
        .get("/groups/{slug}/people/{id}", Access::Member, people::one)
        .post("/groups/{slug}/people/{id}", Access::Member, people::act)
        .get("/groups/{slug}/posts/{id}", Access::Member, posts::tools)
        .post("/groups/{slug}/posts/{id}", Access::Member, posts::act)
        .get("/groups/{slug}/settings", Access::Member, edit::settings)
        .post("/groups/{slug}/settings/{part}", Access::Member, edit::update)
}

/// The group behind an address, whether it is the present one or one of before.
async fn find(visit: &Visit, slug: &str) -> Result<Visible<Group>> {
    let mut slug = slug.to_owned();
    for _ in 0..2 {
        match groups::find(&visit.app, &visit.viewer, &slug).await? {
            Lookup::Here(group) => return Ok(*group),
            Lookup::Moved(now) => slug = now,
        }
    }
    Err(Error::not_found())
}

/// [`find`], for somebody who has this right there.
pub(crate) async fn with_right(visit: &Visit, slug: &str, right: Right) -> Result<Visible<Group>> {
    let group = find(visit, slug).await?;
    if groups::policy::may(&visit.viewer, &group, right) { Ok(group) } else { Err(Error::not_found()) }
}
