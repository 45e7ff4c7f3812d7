//! The client API that existing apps speak: Mastodon's (docs.joinmastodon.org), served from the same domain as the pages.
//! `docs/api.md` says how what Kith knows shows in its words.

mod accounts;
mod bookmarks;
mod caller;
mod contexts;
mod conversations;
mod discovery;
mod entities;
mod fault;
mod filters;
mod home;
mod instance;
mod kith;
mod lists;
mod markers;
mod media;
mod messages;
mod nodeinfo;
mod notifications;
mod oauth;
mod own_account;
mod paging;
mod params;
mod parts;
mod path;
mod people_lists;
mod polls;
mod push;
mod quotes;
mod regard;
mod registration;
mod reports;
mod routes;
mod scheduled;
mod search;
mod status_lists;
mod statuses;
mod streaming;
mod tags;
mod timelines;
mod unasked;

use std::sync::Arc;

use axum::middleware::from_fn_with_state;
use axum::{Extension, Router};
use kith_domain::App;
use kith_http::Guard;

pub use caller::Caller;
pub use push::push_words;
pub use routes::{ApiRoute, ApiRoutes, Needs};

use parts::Parts;

/// The routes of the API with the scope that each one asks for.
pub fn routes() -> ApiRoutes {
    oauth::routes()
        .merge(instance::routes())
        .merge(nodeinfo::routes())
        .merge(own_account::routes())
        .merge(accounts::routes())
        .merge(statuses::routes())
        .merge(bookmarks::routes())
        .merge(contexts::routes())
        .merge(conversations::routes())
        .merge(polls::routes())
        .merge(quotes::routes())
        .merge(scheduled::routes())
        .merge(media::routes())
        .merge(home::routes())
        .merge(timelines::routes())
        .merge(lists::routes())
        .merge(filters::routes())
        .merge(registration::routes())
        .merge(reports::routes())
        .merge(status_lists::routes())
        .merge(search::routes())
        .merge(tags::routes())
        .merge(regard::routes())
        .merge(discovery::routes())
        .merge(notifications::routes())
        .merge(markers::routes())
        .merge(push::routes())
        .merge(streaming::routes())
        .merge(unasked::routes())
        .merge(kith::routes())
}

/// The whole API face, and its access table.
pub fn router(app: &Arc<App>, door: Guard) -> (Router, Vec<ApiRoute>) {
    let (routes, table) = routes().into_parts();
    let parts = Arc::new(Parts::with_room(app.config.cache_bytes / 2));
    let routes = routes.layer(Extension(parts)).layer(from_fn_with_state(door, caller::door));
    let routes = routes.with_state(Arc::clone(app));
    (routes, table)
}
