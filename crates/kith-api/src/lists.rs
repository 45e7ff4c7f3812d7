//! Lists of people to read by: their owner's alone.

use axum::Json;
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Result, limits};
use kith_domain::kinds::{AccountKind, ListId, PostKind};
use kith_domain::lists::{self, List, NewList, RepliesPolicy};
use kith_domain::{AccountId, cards};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::accounts::accounts_of;
use crate::caller::Caller;
use crate::paging::Window;
use crate::params::Params;
use crate::path::Path;
use crate::people_lists::part_of_people;
use crate::routes::{ApiRoutes, Needs};
use crate::timelines::answer as statuses_of;

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::Scope("read:lists");
    let write = Needs::Scope("write:lists");
    ApiRoutes::new()
        .get("/api/v1/lists", read, index)
        .post("/api/v1/lists", write, create)
        .get("/api/v1/lists/{id}", read, show)
        .put("/api/v1/lists/{id}", write, update)
        .delete("/api/v1/lists/{id}", write, delete)
        .get("/api/v1/lists/{id}/accounts", read, members)
        .post("/api/v1/lists/{id}/accounts", write, add)
        .delete("/api/v1/lists/{id}/accounts", write, remove)
        .get("/api/v1/accounts/{id}/lists", read, around)
        .get("/api/v1/timelines/list/{id}", read, timeline)
}

/// `List` (docs.joinmastodon.org/entities/List).
fn told(list: &List) -> Value {
    json!({
        "id": list.id,
        "title": list.title,
        "replies_policy": list.replies.as_str(),
        "exclusive": list.is_exclusive,
    })
}

fn told_all(lists: &[List]) -> Json<Vec<Value>> {
    Json(lists.iter().map(told).collect())
}

async fn index(caller: Caller) -> Answer<Json<Vec<Value>>> {
    Ok(told_all(&lists::all(&caller.app, &caller.viewer).await?))
}

async fn show(caller: Caller, Path(id): Path<ListId>) -> Answer<Json<Value>> {
    Ok(Json(told(&lists::get(&caller.app, &caller.viewer, id).await?)))
}

/// What is asked for; what is not named stays as in `known`.
fn wanted(params: &Params, known: Option<List>) -> Result<NewList> {
    let known = known.map_or_else(NewList::default, |list| NewList {
        title: list.title,
        replies: list.replies,
        is_exclusive: list.is_exclusive,
    });
    let replies = match params.text("replies_policy").filter(|word| !word.is_empty()) {
        Some(word) => {
            RepliesPolicy::parse(&word).ok_or_else(|| Error::invalid("replies_policy", "error-bad-choice"))?
        }
        None => known.replies,
    };
    Ok(NewList {
        title: params.text("title").unwrap_or(known.title),
        replies,
        is_exclusive: params.truth("exclusive").unwrap_or(known.is_exclusive),
    })
}

async fn create(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let made = lists::create(&caller.app, &caller.viewer, wanted(&params, None)?).await?;
    Ok(Json(told(&made)))
}

async fn update(caller: Caller, Path(id): Path<ListId>, params: Params) -> Answer<Json<Value>> {
    let known = lists::get(&caller.app, &caller.viewer, id).await?;
    let changed = lists::edit(&caller.app, &caller.viewer, id, wanted(&params, Some(known))?).await?;
    Ok(Json(told(&changed)))
}

async fn delete(caller: Caller, Path(id): Path<ListId>) -> Answer<Json<Value>> {
    lists::delete(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}

async fn members(caller: Caller, Path(id): Path<ListId>, params: Params) -> Answer<Response> {
    let mut window = Window::<AccountKind>::read(&params, 40, 80);
    // Apps ask for all of them at once with a limit of none.
    let wants_all = params.number("limit") == Some(0);
    if wants_all {
        window.limit = limits::LIST_MEMBERS;
        let ids = lists::members(&caller.app, &caller.viewer, id, window.request()).await?;
        return Ok(Json(accounts_of(&caller, ids).await?).into_response());
    }
    let caller = &caller;
    part_of_people(caller, &window, move |request| lists::members(&caller.app, &caller.viewer, id, request))
        .await
}

/// The people that are named, as many as fit into a list.
fn named(params: &Params) -> Result<Vec<AccountId>> {
    let people: Vec<AccountId> = params.ids("account_ids");
    if people.is_empty() {
        return Err(Error::invalid("account_ids", "error-required"));
    }
    if people.len() > limits::LIST_MEMBERS {
        let message = kith_base::Message::new("lists-full").with("limit", limits::LIST_MEMBERS);
        return Err(Error::invalid("account_ids", message));
    }
    Ok(people)
}

async fn add(caller: Caller, Path(id): Path<ListId>, params: Params) -> Answer<Json<Value>> {
    lists::add(&caller.app, &caller.viewer, id, named(&params)?).await?;
    Ok(Json(json!({})))
}

async fn remove(caller: Caller, Path(id): Path<ListId>, params: Params) -> Answer<Json<Value>> {
    lists::remove(&caller.app, &caller.viewer, id, named(&params)?).await?;
    Ok(Json(json!({})))
}

async fn around(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Vec<Value>>> {
    crate::accounts::summary_of(&caller, id).await?;
    Ok(told_all(&lists::around(&caller.app, &caller.viewer, id).await?))
}

async fn timeline(caller: Caller, Path(id): Path<ListId>, params: Params) -> Answer<Response> {
    let window = Window::<PostKind>::read(&params, 20, 40);
    let page = cards::page_in_list(&caller.app, &caller.viewer, id, window.request()).await?;
    statuses_of(&caller, &page.items).await
}
