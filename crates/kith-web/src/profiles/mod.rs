//! Profiles: the four tabs, one's own through the eyes of others, and editing it.

mod edit;
mod show;
mod view;
mod view_as;

use kith_http::{Access, Routes};

pub(crate) use view::{GridPhoto, audience_name};

/// The routes of profiles.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/u/{name}", Access::Anyone, show::posts)
        .get("/u/{name}/about", Access::Anyone, show::about)
        .get("/u/{name}/friends", Access::Anyone, show::friends)
        .get("/u/{name}/photos", Access::Anyone, show::photos)
        .get("/u/{name}/albums", Access::Anyone, show::albums)
        .get("/me/as", Access::Member, view_as::choose)
        .get("/me/as/{who}", Access::Member, view_as::posts)
        .get("/me/as/{who}/about", Access::Member, view_as::about)
        .get("/me/as/{who}/friends", Access::Member, view_as::friends)
        .get("/me/as/{who}/photos", Access::Member, view_as::photos)
        .get("/me/edit", Access::Member, edit::show)
        .post("/me/edit", Access::Member, edit::update)
        .post("/me/picture", Access::Member, edit::set_picture)
}
