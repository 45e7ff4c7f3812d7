//! Pages of organisations: the list and what can be found, founding one, its tools, and acting as one. Whatever is done
//! here is done by the person, whether they act as a page at this moment or not.

mod act;
mod details;
mod found;
mod manage;
mod team;
pub(crate) mod view;

use kith_base::Result;
use kith_domain::Visible;
use kith_domain::pages::{self, Page, Right};
use kith_http::{Access, Routes, Visit};

/// The routes of pages.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/pages", Access::Member, found::index)
        .post("/pages", Access::Member, found::create)
        .get("/pages/new", Access::Member, found::new)
        .get("/pages/{handle}/manage", Access::Member, manage::show)
        .post("/pages/{handle}/details", Access::Member, details::update)
        .post("/pages/{handle}/about", Access::Member, details::set_about)
        .post("/pages/{handle}/picture", Access::Member, details::set_picture)
        .post("/pages/{handle}/team", Access::Member, team::update)
        .post("/pages/{handle}/invite", Access::Member, team::invite)
        .post("/pages/{handle}/answer", Access::Member, team::answer)
        .get("/pages/{handle}/end", Access::Member, team::confirm_end)
        .post("/pages/{handle}/end", Access::Member, team::end)
        .post("/pages/{handle}/verified", Access::Admin, manage::verify)
        .post("/act-as", Access::Member, act::switch)
}

/// The page with this handle, for somebody who has this right on it.
async fn with_right(visit: &Visit, handle: &str, right: Right) -> Result<Visible<Page>> {
    let page = pages::by_handle(&visit.app, &visit.person, handle).await?;
    if pages::policy::may(&visit.person, &page, right) {
        Ok(page)
    } else {
        Err(kith_base::Error::not_found())
    }
}

/// Where the tools of a page stand.
fn manage_path(page: &Page, part: &str) -> String {
    let base = format!("/pages/{}/manage", page.person.handle);
    if part.is_empty() { base } else { format!("{base}?show={part}") }
}
