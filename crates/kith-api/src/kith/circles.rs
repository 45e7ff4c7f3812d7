//! Circles: a member's own lists of friends, to aim posts at. Whose circle it is decides everything: for anybody else it
//! is not there.

use axum::Json;
use kith_base::Result;
use kith_domain::kinds::AccountKind;
use kith_domain::{AccountId, CircleId, circles};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, PartOfList, Sent};
use super::operations::KithRoutes;
use super::output::{DONE, Done, Listed};
use crate::accounts::{accounts_of, summary_of};
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::schema::IdText;
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:lists");
    let write = Needs::Scope("write:lists");
    KithRoutes::of("circles")
        .get("/api/kith/v1/circles", read, ("listCircles", "The caller's circles, by name"), index)
        .post("/api/kith/v1/circles", write, ("createCircle", "Makes a circle"), create)
        .get("/api/kith/v1/circles/{id}", read, ("getCircle", "One of the caller's circles"), show)
        .put("/api/kith/v1/circles/{id}", write, ("renameCircle", "Gives a circle another name"), rename)
        .delete(
            "/api/kith/v1/circles/{id}",
            write,
            (
                "deleteCircle",
                "Deletes a circle; what was aimed at it is seen by its author alone from then on",
            ),
            delete,
        )
        .get(
            "/api/kith/v1/circles/{id}/members",
            read,
            ("listCircleMembers", "Who is in a circle, the newest accounts first"),
            members,
        )
        .put(
            "/api/kith/v1/circles/{id}/members/{account_id}",
            write,
            (
                "addCircleMember",
                "Puts a friend into a circle; they are not told, and see what is aimed at it",
            ),
            add,
        )
        .delete(
            "/api/kith/v1/circles/{id}/members/{account_id}",
            write,
            ("removeCircleMember", "Takes somebody out of a circle; they are not told"),
            remove,
        )
        .get(
            "/api/kith/v1/accounts/{id}/circles",
            read,
            ("listCirclesAround", "Which of the caller's circles hold somebody, by name"),
            around,
        )
}

/// A circle of the caller. Nobody else learns of it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Circle {
    #[schemars(with = "IdText")]
    id: CircleId,
    name: String,
    /// How many people are in it.
    members_count: usize,
}

impl From<circles::Circle> for Circle {
    fn from(circle: circles::Circle) -> Self {
        Self { id: circle.id, name: circle.name, members_count: circle.members }
    }
}

/// What a circle is called.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CircleName {
    /// Up to 40 characters, and not as another one of the same owner.
    name: String,
}

/// The caller's circles, by name.
pub(super) async fn own(caller: &Caller) -> Result<Vec<Circle>> {
    let found = circles::list(&caller.app, &caller.viewer).await?;
    Ok(found.into_iter().map(Circle::from).collect())
}

async fn one(caller: &Caller, id: CircleId) -> Answer<Json<Circle>> {
    Ok(Json(circles::get(&caller.app, &caller.viewer, id).await?.into()))
}

async fn index(caller: Caller, (): ()) -> Answer<Json<Vec<Circle>>> {
    Ok(Json(own(&caller).await?))
}

async fn show(caller: Caller, At(id): At<CircleId>) -> Answer<Json<Circle>> {
    one(&caller, id).await
}

async fn create(caller: Caller, Sent(new): Sent<CircleName>) -> Answer<Json<Circle>> {
    let id = circles::create(&caller.app, &caller.viewer, &new.name).await?;
    one(&caller, id).await
}

async fn rename(
    caller: Caller,
    (At(id), Sent(new)): (At<CircleId>, Sent<CircleName>),
) -> Answer<Json<Circle>> {
    circles::rename(&caller.app, &caller.viewer, id, &new.name).await?;
    one(&caller, id).await
}

async fn delete(caller: Caller, At(id): At<CircleId>) -> Answer<Json<Done>> {
    circles::delete(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}

async fn members(
    caller: Caller,
    (At(id), Asked(part)): (At<CircleId>, Asked<PartOfList>),
) -> Answer<Listed<Account>> {
    let window = part.window::<AccountKind>();
    people(&caller, circles::members_part(&caller.app, &caller.viewer, id, window.request()).await?).await
}

/// A part of a list of people.
pub(super) async fn people(caller: &Caller, ids: Vec<AccountId>) -> Answer<Listed<Account>> {
    let ends = ids.first().zip(ids.last()).map(|(first, last)| (first.to_string(), last.to_string()));
    Ok(Listed::new(caller, &accounts_of(caller, ids).await?, ends))
}

async fn add(caller: Caller, At((id, member)): At<(CircleId, AccountId)>) -> Answer<Json<Done>> {
    circles::add(&caller.app, &caller.viewer, id, member).await?;
    Ok(DONE)
}

async fn remove(caller: Caller, At((id, member)): At<(CircleId, AccountId)>) -> Answer<Json<Done>> {
    circles::remove(&caller.app, &caller.viewer, id, member).await?;
    Ok(DONE)
}

async fn around(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Vec<Circle>>> {
    summary_of(&caller, id).await?;
    let holding = circles::around(&caller.app, &caller.viewer, id).await?;
    let mut found = own(&caller).await?;
    found.retain(|circle| holding.contains(&circle.id));
    Ok(Json(found))
}
