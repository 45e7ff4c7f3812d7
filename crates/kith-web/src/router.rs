//! All routes of the pages, and what surrounds them.

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use kith_domain::App;
use kith_http::{Guard, RouteInfo, Routes, guard};
use tower_http::compression::CompressionLayer;

use crate::{
    about, admin, albums, apps, assets, circles, dress, events, filters, groups, home, invitations, join,
    live, login, mail, members, memories, messages, notices, pages, people, photo_tags, photos, posts,
    privacy, profiles, relationships, reporting, saved, scheduled, search, settings, setup, waiting, web_app,
};

/// The pages of every feature, with the access that each one asks for.
pub fn routes() -> Routes {
    Routes::new()
        .merge(home::routes())
        .merge(live::routes())
        .merge(photos::routes())
        .merge(photo_tags::routes())
        .merge(memories::routes())
        .merge(messages::routes())
        .merge(events::routes())
        .merge(notices::routes())
        .merge(filters::routes())
        .merge(posts::routes())
        .merge(login::routes())
        .merge(members::routes())
        .merge(settings::routes())
        .merge(mail::routes())
        .merge(apps::routes())
        .merge(scheduled::routes())
        .merge(saved::routes())
        .merge(profiles::routes())
        .merge(albums::routes())
        .merge(reporting::routes())
        .merge(relationships::routes())
        .merge(circles::routes())
        .merge(people::routes())
        .merge(groups::routes())
        .merge(pages::routes())
        .merge(search::routes())
        .merge(privacy::routes())
        .merge(setup::routes())
        .merge(join::routes())
        .merge(waiting::routes())
        .merge(web_app::routes())
        .merge(about::routes())
        .merge(invitations::routes())
        .merge(admin::routes())
}

/// The whole web face, and its access table.
pub fn router(app: &Arc<App>, door: Guard) -> (Router, Vec<RouteInfo>) {
    let (pages, table) = routes().into_parts();
    let pages = pages
        .fallback(|| async { kith_http::Fault::from(kith_base::Error::not_found()) })
        .layer(from_fn_with_state(door, guard))
        .layer(from_fn(dress::dress_faults))
        .with_state(Arc::clone(app));
    let all = Router::new()
        .merge(assets::router())
        .merge(pages)
        .layer(from_fn(kith_http::security_headers))
        .layer(CompressionLayer::new());
    (all, table)
}
