//! Tags: looked at, followed, and shown on profiles.

use axum::Json;
use axum::response::Response;
use kith_base::Error;
use kith_domain::AccountId;
use kith_domain::kinds::{FeaturedTagId, RowKind};
use kith_domain::tags::{self, Tag};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::accounts::summary_of;
use crate::caller::Caller;
use crate::entities::tag::{featured, tag};
use crate::paging::{Window, listed};
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    let own = Needs::Scope("write:accounts");
    ApiRoutes::new()
        .get("/api/v1/tags/{name}", Needs::IfSignedIn("read:follows"), show)
        .post("/api/v1/tags/{name}/follow", Needs::Scope("write:follows"), follow)
        .post("/api/v1/tags/{name}/unfollow", Needs::Scope("write:follows"), unfollow)
        .post("/api/v1/tags/{name}/feature", own, feature_by_name)
        .post("/api/v1/tags/{name}/unfeature", own, unfeature_by_name)
        .get("/api/v1/followed_tags", Needs::Scope("read:follows"), followed)
        .get("/api/v1/featured_tags", Needs::Scope("read:accounts"), own_featured)
        .post("/api/v1/featured_tags", own, feature)
        .delete("/api/v1/featured_tags/{id}", own, unfeature)
        .get("/api/v1/featured_tags/suggestions", Needs::Scope("read:accounts"), suggested)
        .get("/api/v1/accounts/{id}/featured_tags", Needs::IfSignedIn("read:accounts"), featured_of)
}

/// Tags of a list.
pub(crate) fn told(caller: &Caller, tags: &[Tag]) -> Vec<Value> {
    tags.iter().map(|one| tag(caller, one)).collect()
}

async fn show(caller: Caller, Path(name): Path<String>) -> Answer<Json<Value>> {
    Ok(Json(tag(&caller, &tags::get(&caller.app, &caller.viewer, &name).await?)))
}

async fn follow(caller: Caller, Path(name): Path<String>) -> Answer<Json<Value>> {
    let followed = tags::set_followed(&caller.app, &caller.viewer, &name, true).await?;
    Ok(Json(tag(&caller, &followed)))
}

async fn unfollow(caller: Caller, Path(name): Path<String>) -> Answer<Json<Value>> {
    let unfollowed = tags::set_followed(&caller.app, &caller.viewer, &name, false).await?;
    Ok(Json(tag(&caller, &unfollowed)))
}

async fn followed(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<RowKind>::read(&params, 100, 200);
    let found = tags::followed(&caller.app, &caller.viewer, window.request()).await?;
    let ends = found.first().zip(found.last());
    let ends = ends.map(|(first, last)| (first.row.to_string(), last.row.to_string()));
    let items: Vec<Value> = found.iter().map(|one| tag(&caller, &one.tag)).collect();
    Ok(listed(&caller, &items, ends))
}

async fn own_featured(caller: Caller) -> Answer<Json<Vec<Value>>> {
    let me = caller.viewer.active()?.id;
    all_featured(&caller, me).await
}

async fn featured_of(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Vec<Value>>> {
    summary_of(&caller, id).await?;
    all_featured(&caller, id).await
}

async fn all_featured(caller: &Caller, of: AccountId) -> Answer<Json<Vec<Value>>> {
    let found = tags::featured(&caller.app, &caller.viewer, of).await?;
    Ok(Json(found.iter().map(|one| featured(caller, one)).collect()))
}

async fn feature(caller: Caller, params: Params) -> Answer<Json<Value>> {
    let name = params.text("name").ok_or_else(|| Error::invalid("name", "error-required"))?;
    Ok(Json(featured(&caller, &tags::feature(&caller.app, &caller.viewer, &name).await?)))
}

async fn unfeature(caller: Caller, Path(id): Path<FeaturedTagId>) -> Answer<Json<Value>> {
    tags::unfeature(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}

async fn feature_by_name(caller: Caller, Path(name): Path<String>) -> Answer<Json<Value>> {
    tags::feature(&caller.app, &caller.viewer, &name).await?;
    show(caller, Path(name)).await
}

async fn unfeature_by_name(caller: Caller, Path(name): Path<String>) -> Answer<Json<Value>> {
    tags::unfeature_by_name(&caller.app, &caller.viewer, &name).await?;
    show(caller, Path(name)).await
}

async fn suggested(caller: Caller) -> Answer<Json<Vec<Value>>> {
    Ok(Json(told(&caller, &tags::featurable(&caller.app, &caller.viewer).await?)))
}
