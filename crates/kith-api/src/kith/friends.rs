//! Friends: the lists of them, and the end of a friendship.

use axum::Json;
use kith_base::Result;
use kith_domain::AccountId;
use kith_domain::kinds::AccountKind;
use kith_domain::relationships::{self, Tie};
use kith_http::Answer;

use super::circles::people;
use super::input::{Asked, At, PartOfList};
use super::operations::KithRoutes;
use super::output::Listed;
use super::relations::{Relation, left_behind};
use crate::accounts::summary_of;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    KithRoutes::of("friends")
        .get(
            "/api/kith/v1/friends",
            Needs::Scope("read:follows"),
            ("listFriends", "The caller's friends, the newest accounts first"),
            index,
        )
        .delete(
            "/api/kith/v1/friends/{account_id}",
            Needs::Scope("write:follows"),
            (
                "unfriend",
                "Ends a friendship without a word; both stop following and leave the other's circles",
            ),
            unfriend,
        )
        .get(
            "/api/kith/v1/accounts/{id}/friends",
            Needs::IfSignedIn("read:accounts"),
            ("listFriendsOf", "Somebody's friends; nobody, where the list is not for the caller"),
            friends_of,
        )
}

async fn page(caller: &Caller, of: AccountId, part: &PartOfList) -> Result<Vec<AccountId>> {
    let window = part.window::<AccountKind>();
    relationships::tied(&caller.app, &caller.viewer, of, Tie::Friends, window.request()).await
}

async fn index(caller: Caller, Asked(part): Asked<PartOfList>) -> Answer<Listed<Account>> {
    let me = caller.viewer.active()?.id;
    people(&caller, page(&caller, me, &part).await?).await
}

async fn friends_of(
    caller: Caller,
    (At(id), Asked(part)): (At<AccountId>, Asked<PartOfList>),
) -> Answer<Listed<Account>> {
    summary_of(&caller, id).await?;
    people(&caller, page(&caller, id, &part).await?).await
}

async fn unfriend(caller: Caller, At(id): At<AccountId>) -> Answer<Json<Relation>> {
    relationships::unfriend(&caller.app, &caller.viewer, id).await?;
    Ok(Json(left_behind(&caller, id).await?))
}
