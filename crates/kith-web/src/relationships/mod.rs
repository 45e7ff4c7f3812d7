//! Friends, requests, suggestions; every step between two people; whom one keeps away from.

mod blocking;
mod friends;
mod steps;

use kith_http::{Access, Routes};

/// The routes of friends and distances.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/friends", Access::Member, friends::index)
        .post("/people/{id}/tie", Access::Member, steps::take)
        .get("/settings/blocking", Access::Member, blocking::show)
}
