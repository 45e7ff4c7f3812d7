//! What the caller does not want to read: filters of several words and posts, and the older ones of one phrase each.

use axum::Json;
use kith_base::{Error, Result, SECOND};
use kith_domain::filters::{self, Contexts, FilterAction, FilterEdit, KeywordEdit, Lasting};
use kith_domain::kinds::{FilterId, FilterKeywordId, FilterPostId};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::filter::{action_of, filter, filter_v1, filtered_post, keyword};
use crate::entities::status::StatusKind;
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};
use crate::statuses::status_of;

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::Scope("read:filters");
    let write = Needs::Scope("write:filters");
    ApiRoutes::new()
        .get("/api/v2/filters", read, index)
        .post("/api/v2/filters", write, create)
        .get("/api/v2/filters/{id}", read, show)
        .put("/api/v2/filters/{id}", write, update)
        .delete("/api/v2/filters/{id}", write, delete)
        .get("/api/v2/filters/{id}/keywords", read, keywords)
        .post("/api/v2/filters/{id}/keywords", write, add_keyword)
        .get("/api/v2/filters/keywords/{id}", read, show_keyword)
        .put("/api/v2/filters/keywords/{id}", write, update_keyword)
        .delete("/api/v2/filters/keywords/{id}", write, delete_keyword)
        .get("/api/v2/filters/{id}/statuses", read, posts)
        .post("/api/v2/filters/{id}/statuses", write, add_post)
        .get("/api/v2/filters/statuses/{id}", read, show_post)
        .delete("/api/v2/filters/statuses/{id}", write, delete_post)
        .get("/api/v1/filters", read, index_v1)
        .post("/api/v1/filters", write, create_v1)
        .get("/api/v1/filters/{id}", read, show_v1)
        .put("/api/v1/filters/{id}", write, update_v1)
        .delete("/api/v1/filters/{id}", write, delete_keyword)
}

/// Where the filter holds, how long, and what it does, as far as the request says so.
fn edited(params: &Params, is_new: bool) -> Result<FilterEdit> {
    let contexts = params.list("context");
    if (is_new || params.has("context")) && contexts.is_empty() {
        return Err(Error::invalid("context", "filters-context-missing"));
    }
    let contexts = match contexts.as_slice() {
        [] => None,
        words => Some(
            Contexts::parse(words.iter().map(String::as_str))
                .ok_or_else(|| Error::invalid("context", "filters-context-missing"))?,
        ),
    };
    let action = match params.text("filter_action").filter(|word| !word.is_empty()) {
        Some(word) => {
            Some(action_of(&word).ok_or_else(|| Error::invalid("filter_action", "error-bad-choice"))?)
        }
        None => None,
    };
    let lasting = match params.text("expires_in").as_deref().map(str::trim) {
        None => Lasting::AsBefore,
        Some("") => Lasting::ForGood,
        Some(text) => {
            let seconds: i64 =
                text.parse().map_err(|_| Error::invalid("expires_in", "error-not-understood"))?;
            Lasting::For(seconds.saturating_mul(SECOND))
        }
    };
    Ok(FilterEdit { contexts, action, lasting, ..FilterEdit::default() })
}

/// One keyword as a request has it.
fn keyword_edit(params: &Params) -> KeywordEdit {
    KeywordEdit {
        id: params.text("id").filter(|id| !id.is_empty()).and_then(|_| params.id("id")),
        phrase: params.text("keyword"),
        is_whole_word: params.truth("whole_word"),
        is_gone: params.is("_destroy"),
    }
}

async fn index(caller: Caller) -> Answer<Json<Vec<Value>>> {
    Ok(Json(filters::list(&caller.app, &caller.viewer).await?.iter().map(filter).collect()))
}

async fn show(caller: Caller, Path(id): Path<FilterId>) -> Answer<Json<Value>> {
    Ok(Json(filter(&filters::get(&caller.app, &caller.viewer, id).await?)))
}

async fn put(caller: &Caller, id: Option<FilterId>, params: &Params) -> Answer<Json<Value>> {
    let edit = FilterEdit {
        title: params.text("title"),
        keywords: params.each("keywords_attributes").iter().map(keyword_edit).collect(),
        ..edited(params, id.is_none())?
    };
    Ok(Json(filter(&filters::put(&caller.app, &caller.viewer, id, edit).await?.0)))
}

async fn create(caller: Caller, params: Params) -> Answer<Json<Value>> {
    put(&caller, None, &params).await
}

async fn update(caller: Caller, Path(id): Path<FilterId>, params: Params) -> Answer<Json<Value>> {
    put(&caller, Some(id), &params).await
}

async fn delete(caller: Caller, Path(id): Path<FilterId>) -> Answer<Json<Value>> {
    filters::delete(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}

async fn keywords(caller: Caller, Path(id): Path<FilterId>) -> Answer<Json<Vec<Value>>> {
    let known = filters::get(&caller.app, &caller.viewer, id).await?;
    Ok(Json(known.keywords.iter().map(keyword).collect()))
}

async fn add_keyword(caller: Caller, Path(id): Path<FilterId>, params: Params) -> Answer<Json<Value>> {
    let step = KeywordEdit { id: None, is_gone: false, ..keyword_edit(&params) };
    let edit = FilterEdit { keywords: vec![step], ..FilterEdit::default() };
    let (known, made) = filters::put(&caller.app, &caller.viewer, Some(id), edit).await?;
    let made = known.keywords.iter().find(|keyword| made.contains(&keyword.id));
    Ok(Json(keyword(made.ok_or_else(Error::not_found)?)))
}

async fn show_keyword(caller: Caller, Path(id): Path<FilterKeywordId>) -> Answer<Json<Value>> {
    Ok(Json(keyword(&filters::keyword(&caller.app, &caller.viewer, id).await?.1)))
}

async fn update_keyword(
    caller: Caller,
    Path(id): Path<FilterKeywordId>,
    params: Params,
) -> Answer<Json<Value>> {
    let (known, _) = filters::keyword(&caller.app, &caller.viewer, id).await?;
    let step = KeywordEdit { id: Some(id), is_gone: false, ..keyword_edit(&params) };
    let edit = FilterEdit { keywords: vec![step], ..FilterEdit::default() };
    filters::put(&caller.app, &caller.viewer, Some(known.id), edit).await?;
    show_keyword(caller, Path(id)).await
}

async fn delete_keyword(caller: Caller, Path(id): Path<FilterKeywordId>) -> Answer<Json<Value>> {
    filters::delete_keyword(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}

async fn posts(caller: Caller, Path(id): Path<FilterId>) -> Answer<Json<Vec<Value>>> {
    let known = filters::get(&caller.app, &caller.viewer, id).await?;
    Ok(Json(known.posts.iter().copied().map(filtered_post).collect()))
}

async fn add_post(caller: Caller, Path(id): Path<FilterId>, params: Params) -> Answer<Json<Value>> {
    let post =
        params.id::<StatusKind>("status_id").ok_or_else(|| Error::invalid("status_id", "error-required"))?;
    // Only what the caller may see can be named.
    status_of(&caller, post).await?;
    Ok(Json(filtered_post(filters::add_post(&caller.app, &caller.viewer, id, post.raw()).await?)))
}

async fn show_post(caller: Caller, Path(id): Path<FilterPostId>) -> Answer<Json<Value>> {
    Ok(Json(filtered_post(filters::filtered_post(&caller.app, &caller.viewer, id).await?)))
}

async fn delete_post(caller: Caller, Path(id): Path<FilterPostId>) -> Answer<Json<Value>> {
    Ok(Json(filtered_post(filters::remove_post(&caller.app, &caller.viewer, id).await?)))
}

async fn index_v1(caller: Caller) -> Answer<Json<Vec<Value>>> {
    let kept = filters::list(&caller.app, &caller.viewer).await?;
    let told = kept.iter().flat_map(|of| of.keywords.iter().map(move |keyword| filter_v1(of, keyword)));
    Ok(Json(told.collect()))
}

async fn show_v1(caller: Caller, Path(id): Path<FilterKeywordId>) -> Answer<Json<Value>> {
    let (known, keyword) = filters::keyword(&caller.app, &caller.viewer, id).await?;
    Ok(Json(filter_v1(&known, &keyword)))
}

/// A filter of one phrase; `irreversible` leaves posts out.
fn edited_v1(params: &Params, id: Option<FilterKeywordId>) -> Result<FilterEdit> {
    let hides = params.truth("irreversible");
    let action = hides.map(|hides| if hides { FilterAction::Hide } else { FilterAction::Cover });
    let step = KeywordEdit {
        id,
        phrase: params.text("phrase"),
        is_whole_word: params.truth("whole_word"),
        is_gone: false,
    };
    let edit = edited(params, id.is_none())?;
    Ok(FilterEdit { action, keywords: vec![step], ..edit })
}

async fn create_v1(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let phrase = params.text("phrase").ok_or_else(|| Error::invalid("phrase", "filters-phrase-missing"))?;
    let edit = FilterEdit { title: Some(phrase), ..edited_v1(&params, None)? };
    let (made, _) = filters::put(&caller.app, &caller.viewer, None, edit).await?;
    let keyword = made.keywords.first().ok_or_else(Error::not_found)?;
    Ok(Json(filter_v1(&made, keyword)))
}

async fn update_v1(caller: Caller, Path(id): Path<FilterKeywordId>, params: Params) -> Answer<Json<Value>> {
    let (known, _) = filters::keyword(&caller.app, &caller.viewer, id).await?;
    // A filter that holds one phrase alone is called like it.
    let title = params.text("phrase").filter(|_| known.keywords.len() == 1);
    let edit = FilterEdit { title, ..edited_v1(&params, Some(id))? };
    filters::put(&caller.app, &caller.viewer, Some(known.id), edit).await?;
    show_v1(caller, Path(id)).await
}
