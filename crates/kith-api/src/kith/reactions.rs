//! The seven reactions to posts and comments: one for each person and thing.

use axum::Json;
use kith_domain::AccountId;
use kith_domain::reactions::ReactionKind;
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{Asked, At, PartOfList, Sent, Word};
use super::operations::KithRoutes;
use super::output::Listed;
use crate::accounts::accounts_of;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::status::{Status, StatusId};
use crate::routes::Needs;
use crate::status_lists::reacted;
use crate::statuses::react;

pub(super) fn routes() -> KithRoutes {
    let write = Needs::Scope("write:favourites");
    KithRoutes::of("reactions")
        .get(
            "/api/kith/v1/statuses/{id}/reactions",
            Needs::IfSignedIn("read:statuses"),
            ("listReactions", "Who reacted to a post or a comment and how, the newest accounts first"),
            index,
        )
        .put(
            "/api/kith/v1/statuses/{id}/reaction",
            write,
            ("setReaction", "Reacts to a post or a comment, in place of what the caller had"),
            set,
        )
        .delete(
            "/api/kith/v1/statuses/{id}/reaction",
            write,
            ("removeReaction", "Takes the caller's reaction back"),
            remove,
        )
}

/// Somebody's reaction.
#[derive(Debug, Serialize, JsonSchema)]
struct Reaction {
    kind: Word<ReactionKind>,
    /// The picture of this kind.
    emoji: &'static str,
    /// Who reacted.
    account: Account,
}

/// A reaction of the caller.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewReaction {
    kind: Word<ReactionKind>,
}

/// Which reactions are wanted.
#[derive(Debug, Deserialize, JsonSchema)]
struct Which {
    /// Only those of this kind.
    kind: Option<Word<ReactionKind>>,
}

type List = (At<StatusId>, Asked<Which>, Asked<PartOfList>);

async fn index(caller: Caller, (At(id), Asked(which), Asked(part)): List) -> Answer<Listed<Reaction>> {
    let found = reacted(&caller, id, which.kind.map(|kind| kind.0), &part.window()).await?;
    let ends = found.first().zip(found.last()).map(|(first, last)| (first.0.to_string(), last.0.to_string()));
    let ids: Vec<AccountId> = found.iter().map(|(who, _)| *who).collect();
    let mut kinds = found.into_iter().peekable();
    let reactions = accounts_of(&caller, ids).await?.into_iter().filter_map(|account| {
        // Both are in one order; whom the caller may not meet has no account here.
        while kinds.next_if(|(who, _)| *who != account.id).is_some() {}
        let (_, kind) = kinds.next()?;
        Some(Reaction { kind: Word(kind), emoji: kind.symbol(), account })
    });
    Ok(Listed::new(&caller, &reactions.collect::<Vec<_>>(), ends))
}

async fn set(caller: Caller, (At(id), Sent(new)): (At<StatusId>, Sent<NewReaction>)) -> Answer<Json<Status>> {
    react(&caller, id, Some(new.kind.0)).await
}

async fn remove(caller: Caller, At(id): At<StatusId>) -> Answer<Json<Status>> {
    react(&caller, id, None).await
}
