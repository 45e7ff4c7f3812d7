//! What the caller saved, posts and comments in one list: the last saved first.

use std::collections::HashMap;

use axum::Json;
use axum::response::Response;
use kith_base::{Error, Kind};
use kith_domain::cards;
use kith_domain::kinds::RowKind;
use kith_domain::saved_comments::{self, Holds, Line, Saved};
use kith_domain::{CommentId, posts};
use kith_http::Answer;

use crate::caller::Caller;
use crate::entities::status::{Status, StatusId, comments, statuses};
use crate::paging::{Window, listed};
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};
use crate::statuses::{Thing, answer, find};

pub(crate) fn routes() -> ApiRoutes {
    let write = Needs::Scope("write:bookmarks");
    ApiRoutes::new()
        .get("/api/v1/bookmarks", Needs::Scope("read:bookmarks"), index)
        .post("/api/v1/statuses/{id}/bookmark", write, bookmark)
        .post("/api/v1/statuses/{id}/unbookmark", write, unbookmark)
}

/// The links carry places in the order of saving.
async fn index(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<RowKind>::read(&params, 20, 40);
    let page = cards::page_of_saved(&caller.app, &caller.viewer, Holds::Both, window.request()).await?;
    let told = statuses(&caller, &page.posts).await?.into_iter();
    let told = told.chain(comments(&caller, &page.comments, &page.under).await?);
    let mut told: HashMap<String, Status> = told.map(|status| (status.id.clone(), status)).collect();
    let of = |line: &Line| match line.what {
        Saved::Post(post) => told.remove(&post.to_string()),
        Saved::Comment(comment) => told.remove(&comment.to_string()),
    };
    let items: Vec<Status> = page.lines.iter().filter_map(of).collect();
    let ends = page.lines.first().zip(page.lines.last());
    let ends = ends.map(|(first, last)| (first.place.to_string(), last.place.to_string()));
    Ok(listed(&caller, &items, ends))
}

async fn bookmark(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    set(&caller, id, true).await
}

async fn unbookmark(caller: Caller, Path(id): Path<StatusId>) -> Answer<Json<Status>> {
    set(&caller, id, false).await
}

/// A message stands in its conversation and is found again there.
async fn set(caller: &Caller, id: StatusId, saved: bool) -> Answer<Json<Status>> {
    let (app, viewer) = (&caller.app, &caller.viewer);
    match find(caller, id).await? {
        Thing::Post(card) => posts::set_saved(app, viewer, card.post.id, saved).await?,
        Thing::Comment(..) => saved_comments::set(app, viewer, CommentId::new(id.raw()), saved).await?,
        Thing::Message(_) => return Err(Error::new(Kind::Invalid, "apps-not-messages").into()),
    }
    answer(caller, id).await
}
