//! Friend requests as such. Deleting one is silent: whoever asked goes on reading that they asked.

use axum::Json;
use kith_base::Result;
use kith_domain::AccountId;
use kith_domain::kinds::FriendRequestKind;
use kith_domain::relationships::{self, Request};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::Serialize;

use super::input::{Asked, At, PartOfList};
use super::operations::KithRoutes;
use super::output::Listed;
use super::relations::{Relation, left_behind, relation};
use crate::accounts::accounts_of;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::moment;
use crate::entities::schema::MomentText;
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:follows");
    let write = Needs::Scope("write:follows");
    KithRoutes::of("friend requests")
        .get(
            "/api/kith/v1/friend_requests/received",
            read,
            ("listReceivedFriendRequests", "Who waits for the caller's answer, the newest request first"),
            received,
        )
        .post(
            "/api/kith/v1/friend_requests/received/{account_id}/confirm",
            write,
            (
                "confirmFriendRequest",
                "Confirms somebody's request: the two are friends and follow each other",
            ),
            confirm,
        )
        .delete(
            "/api/kith/v1/friend_requests/received/{account_id}",
            write,
            (
                "deleteFriendRequest",
                "Deletes somebody's request without a word; they go on reading that they asked",
            ),
            decline,
        )
        .get(
            "/api/kith/v1/friend_requests/sent",
            read,
            ("listSentFriendRequests", "Whose answer the caller waits for, the newest request first"),
            sent,
        )
        .put(
            "/api/kith/v1/friend_requests/sent/{account_id}",
            write,
            (
                "sendFriendRequest",
                "Asks somebody to become a friend; if they ask too, the two are friends at once",
            ),
            ask,
        )
        .delete(
            "/api/kith/v1/friend_requests/sent/{account_id}",
            write,
            ("withdrawFriendRequest", "Takes a request back"),
            withdraw,
        )
}

/// A request that waits for an answer.
#[derive(Debug, Serialize, JsonSchema)]
struct FriendRequest {
    /// The other side.
    account: Account,
    #[schemars(with = "MomentText")]
    created_at: String,
    /// How many friends the two have in common.
    friends_in_common: usize,
}

async fn told(caller: &Caller, requests: Vec<Request>) -> Result<Listed<FriendRequest>> {
    let ends = requests.first().zip(requests.last());
    let ends = ends.map(|(first, last)| (first.id.to_string(), last.id.to_string()));
    let ids = requests.iter().map(|request| request.person.id).collect();
    let mut accounts = accounts_of(caller, ids).await?;
    let mut list = Vec::new();
    for request in requests {
        let Some(at) = accounts.iter().position(|account| account.id == request.person.id) else { continue };
        list.push(FriendRequest {
            account: accounts.swap_remove(at),
            created_at: moment(request.at),
            friends_in_common: request.in_common,
        });
    }
    Ok(Listed::new(caller, &list, ends))
}

async fn received(caller: Caller, Asked(part): Asked<PartOfList>) -> Answer<Listed<FriendRequest>> {
    let window = part.window::<FriendRequestKind>();
    let found = relationships::requests_page(&caller.app, &caller.viewer, window.request()).await?;
    Ok(told(&caller, found).await?)
}

async fn sent(caller: Caller, Asked(part): Asked<PartOfList>) -> Answer<Listed<FriendRequest>> {
    let window = part.window::<FriendRequestKind>();
    let found = relationships::sent_requests_page(&caller.app, &caller.viewer, window.request()).await?;
    Ok(told(&caller, found).await?)
}

async fn confirm(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::confirm(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relation(&caller, id).await?))
}

async fn decline(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::delete_request(&caller.app, &caller.viewer, id).await?;
    Ok(Json(left_behind(&caller, id).await?))
}

async fn ask(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::request_friend(&caller.app, &caller.viewer, id).await?;
    Ok(Json(relation(&caller, id).await?))
}

async fn withdraw(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::withdraw(&caller.app, &caller.viewer, id).await?;
    Ok(Json(left_behind(&caller, id).await?))
}
