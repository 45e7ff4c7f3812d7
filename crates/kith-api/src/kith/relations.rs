//! How the caller stands to somebody in Kith's words, and the steps that change it: restrict, see first, snooze, mute.
//! None of them is told to the other side. Blocking has its place in Mastodon's API.

use axum::Json;
use kith_base::Result;
use kith_domain::AccountId;
use kith_domain::kinds::AccountKind;
use kith_domain::relationships;
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::circles::people;
use super::input::{Asked, At, PartOfList, Sent};
use super::operations::KithRoutes;
use super::output::Listed;
use crate::accounts::lasting;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::moment;
use crate::entities::schema::{IdText, MomentText};
use crate::paging::cut;
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:follows");
    let write = Needs::Scope("write:follows");
    let mutes = Needs::Scope("write:mutes");
    KithRoutes::of("relations")
        .get(
            "/api/kith/v1/accounts/{id}/relation",
            read,
            ("getRelation", "How the caller stands to somebody"),
            show,
        )
        .get(
            "/api/kith/v1/restrictions",
            read,
            ("listRestricted", "Friends whom the caller restricted, the newest accounts first"),
            restricted,
        )
        .put(
            "/api/kith/v1/accounts/{id}/restriction",
            write,
            ("restrict", "Restricts a friend: of the caller's posts they see only what everybody here sees"),
            restrict,
        )
        .delete(
            "/api/kith/v1/accounts/{id}/restriction",
            write,
            ("unrestrict", "Ends a restriction"),
            unrestrict,
        )
        .put(
            "/api/kith/v1/accounts/{id}/see_first",
            write,
            (
                "seeFirst",
                "Puts somebody's posts on top of the home page; follows them if need be, ends a snooze",
            ),
            see_first,
        )
        .delete(
            "/api/kith/v1/accounts/{id}/see_first",
            write,
            ("seeNormally", "Takes somebody off the top again"),
            see_normally,
        )
        .put(
            "/api/kith/v1/accounts/{id}/snooze",
            write,
            ("snooze", "Keeps somebody whom the caller follows out of the home page for 30 days"),
            snooze,
        )
        .delete("/api/kith/v1/accounts/{id}/snooze", write, ("endSnooze", "Ends a snooze"), end_snooze)
        .put(
            "/api/kith/v1/accounts/{id}/mute",
            mutes,
            (
                "mute",
                "Mutes somebody, for a time or until it is ended: nothing of theirs in feeds and notices",
            ),
            mute,
        )
        .delete("/api/kith/v1/accounts/{id}/mute", mutes, ("unmute", "Ends a mute"), unmute)
}

/// How the caller stands to somebody, as far as the caller may know: a request that was deleted still reads as sent,
/// and being restricted, muted or snoozed by the other side does not show.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Relation {
    /// The other one's account.
    #[schemars(with = "IdText")]
    id: AccountId,
    /// The two are friends.
    friend: bool,
    /// The caller asked to be friends and has no answer.
    request_sent: bool,
    /// The other one asked the caller.
    request_received: bool,
    /// The caller may ask to be friends.
    may_request: bool,
    following: bool,
    /// The caller may begin to follow.
    may_follow: bool,
    followed_by: bool,
    /// The caller wants their posts on top.
    see_first: bool,
    /// Out of the caller's home page until then.
    #[schemars(with = "Option<MomentText>")]
    snoozed_until: Option<String>,
    muted: bool,
    /// When the mute ends by itself.
    #[schemars(with = "Option<MomentText>")]
    muted_until: Option<String>,
    /// Sees of the caller's posts only what everybody here sees.
    restricted: bool,
}

/// For how long.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Mute {
    /// Seconds, ten years at most; none for until it is ended.
    duration: Option<u32>,
}

/// How the caller stands to somebody now.
///
/// # Errors
/// NotFound when they are not there for the caller.
pub(super) async fn relation(caller: &Caller, id: AccountId) -> Result<Relation> {
    let found = current(caller, id).await?;
    Ok(Relation {
        id,
        friend: found.is_friend,
        request_sent: found.has_asked,
        request_received: found.is_asked,
        may_request: found.may_ask,
        following: found.follows,
        may_follow: found.may_follow,
        followed_by: found.is_followed,
        see_first: found.sees_first,
        snoozed_until: found.snoozed_until.map(moment),
        muted: found.is_muted,
        muted_until: found.muted_until.map(moment),
        restricted: found.is_restricted,
    })
}

/// [`relation`] after a step away from somebody, who need not be there any more: then nothing is between the two.
pub(super) async fn left_behind(caller: &Caller, id: AccountId) -> Result<Relation> {
    match relation(caller, id).await {
        Err(error) if error.is_not_found() => Ok(Relation { id, ..Relation::default() }),
        told => told,
    }
}

async fn current(caller: &Caller, id: AccountId) -> Result<relationships::Relation> {
    let viewer = caller.viewer.clone();
    caller.app.db.read(move |q| relationships::relation(q, &viewer, id)).await
}

async fn show(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    Ok(Json(relation(&caller, id).await?))
}

async fn restricted(caller: Caller, Asked(part): Asked<PartOfList>) -> Answer<Listed<Account>> {
    let kept = relationships::distances(&caller.app, &caller.viewer).await?.restricted;
    let ids = kept.iter().map(|known| known.person.id).collect();
    people(&caller, cut(&part.window::<AccountKind>(), ids)).await
}

async fn restrict(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::restrict(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relation(&caller, id).await?))
}

async fn unrestrict(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::unrestrict(&caller.app, &caller.viewer, id).await?;
    Ok(Json(left_behind(&caller, id).await?))
}

async fn see_first(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::see_first(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relation(&caller, id).await?))
}

/// What the domain ends together is ended here one by one: whoever is seen first is not snoozed, and the other way round.
/// Of somebody who is not there any more it is not known which one it was.
async fn normally(
    caller: &Caller,
    id: AccountId,
    is_meant: impl Fn(&relationships::Relation) -> bool,
) -> Answer<Json<Relation>> {
    match current(caller, id).await {
        Ok(relation) if !is_meant(&relation) => {}
        _ => relationships::see_normally(&caller.app, &caller.viewer, id).await?,
    }
    Ok(Json(left_behind(caller, id).await?))
}

async fn see_normally(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    normally(&caller, id, |relation| relation.sees_first).await
}

async fn snooze(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::snooze(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relation(&caller, id).await?))
}

async fn end_snooze(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    normally(&caller, id, |relation| relation.snoozed_until.is_some()).await
}

async fn mute(caller: Caller, (At(id), Sent(wanted)): (At<AccountId>, Sent<Mute>)) -> Answer<Json<Relation>> {
    let lasting = wanted.duration.map(i64::from).and_then(lasting);
    relationships::mute(&caller.app, &caller.viewer, id, lasting).await?;
    Ok(Json(relation(&caller, id).await?))
}

async fn unmute(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::unmute(&caller.app, &caller.viewer, id).await?;
    Ok(Json(left_behind(&caller, id).await?))
}
