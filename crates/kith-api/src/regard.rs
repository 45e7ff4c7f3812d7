//! What the caller thinks of people: notes for the own eyes, and recommendations on the profile.

use axum::Json;
use axum::response::Response;
use kith_domain::kinds::AccountKind;
use kith_domain::{AccountId, account_notes, endorsements};
use kith_http::Answer;

use crate::accounts::{relationship, summary_of};
use crate::caller::Caller;
use crate::entities::relationship::Relationship;
use crate::paging::Window;
use crate::params::Params;
use crate::path::Path;
use crate::people_lists::part_of_people;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    let own = Needs::Scope("write:accounts");
    ApiRoutes::new()
        .post("/api/v1/accounts/{id}/note", own, note)
        .post("/api/v1/accounts/{id}/endorse", own, endorse)
        .post("/api/v1/accounts/{id}/unendorse", own, unendorse)
        // As older apps call it.
        .post("/api/v1/accounts/{id}/pin", own, endorse)
        .post("/api/v1/accounts/{id}/unpin", own, unendorse)
        .get("/api/v1/endorsements", Needs::Scope("read:accounts"), own_endorsements)
        .get("/api/v1/accounts/{id}/endorsements", Needs::IfSignedIn("read:accounts"), endorsed_by)
}

async fn note(caller: Caller, Path(id): Path<AccountId>, params: Params) -> Answer<Json<Relationship>> {
    let text = params.text("comment").unwrap_or_default();
    account_notes::set(&caller.app, &caller.viewer, id, &text).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn endorse(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    endorsements::set(&caller.app, &caller.viewer, id, true).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn unendorse(caller: Caller, Path(id): Path<AccountId>) -> Answer<Json<Relationship>> {
    endorsements::set(&caller.app, &caller.viewer, id, false).await?;
    Ok(Json(relationship(&caller, id).await?))
}

async fn own_endorsements(caller: Caller, params: Params) -> Answer<Response> {
    let me = caller.viewer.active()?.id;
    page(&caller, me, &params).await
}

async fn endorsed_by(caller: Caller, Path(id): Path<AccountId>, params: Params) -> Answer<Response> {
    summary_of(&caller, id).await?;
    page(&caller, id, &params).await
}

async fn page(caller: &Caller, of: AccountId, params: &Params) -> Answer<Response> {
    let window = Window::<AccountKind>::read(params, 40, 80);
    part_of_people(caller, &window, move |request| {
        endorsements::page(&caller.app, &caller.viewer, of, request)
    })
    .await
}
