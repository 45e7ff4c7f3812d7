//! Kith's own API, `/api/kith/v1`: what Mastodon's has no word for. The same tokens, scopes, errors and pages; what is an
//! account or a status there is the very same here. `/api/kith/openapi.json` describes it, made from the table of routes
//! and the types of its handlers.

mod albums;
mod audiences;
mod circles;
mod conversations;
mod document;
mod event_guests;
mod event_texts;
mod event_times;
mod events;
mod friend_requests;
mod friends;
mod group_tools;
mod groups;
mod input;
mod keeping;
mod looking_back;
mod operations;
mod output;
mod page_teams;
mod pages;
mod reactions;
mod relations;
mod search;
mod statuses;
mod view_as;
mod walls;

pub(crate) use self::statuses::NewText;

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;

use self::operations::KithRoutes;
use crate::routes::{ApiRoutes, Needs};

/// The routes with the document that describes them.
pub(crate) fn routes() -> ApiRoutes {
    let (routes, _) = table().into_parts();
    routes.get("/api/kith/openapi.json", Needs::Nothing, describe)
}

fn table() -> KithRoutes {
    circles::routes()
        .merge(friends::routes())
        .merge(friend_requests::routes())
        .merge(relations::routes())
        .merge(reactions::routes())
        .merge(audiences::routes())
        .merge(statuses::routes())
        .merge(walls::routes())
        .merge(conversations::routes())
        .merge(groups::routes())
        .merge(group_tools::routes())
        .merge(pages::routes())
        .merge(events::routes())
        .merge(event_guests::routes())
        .merge(view_as::routes())
        .merge(search::routes())
        .merge(albums::routes())
        .merge(keeping::routes())
        .merge(looking_back::routes())
}

/// The same for everybody and as long as the program runs.
static DOCUMENT: LazyLock<Bytes> = LazyLock::new(|| {
    let (_, operations) = table().into_parts();
    document::of(&operations).to_string().into()
});

async fn describe() -> Response {
    let headers =
        [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=300")];
    (headers, DOCUMENT.clone()).into_response()
}
