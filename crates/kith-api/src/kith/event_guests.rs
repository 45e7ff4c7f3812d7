//! Guests of events: who comes or may come, and asking friends.

use std::collections::HashMap;

use axum::Json;
use kith_domain::events::{self, AnswerState};
use kith_domain::{AccountId, EventId, profiles};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::input::{At, Sent, Word};
use super::operations::KithRoutes;
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::schema::IdText;
use crate::routes::Needs;

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:statuses");
    let write = Needs::Scope("write:statuses");
    KithRoutes::of("events")
        .get(
            "/api/kith/v1/events/{id}/guests",
            read,
            ("listGuests", "Members who come or may come, first come first"),
            guests,
        )
        .post(
            "/api/kith/v1/events/{id}/invitations",
            write,
            ("inviteToEvent", "Asks friends of the caller to come"),
            invite,
        )
}

/// Who is asked.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Invitation {
    #[schemars(with = "Vec<IdText>")]
    account_ids: Vec<AccountId>,
}

/// How many were asked who had not been before.
#[derive(Debug, Serialize, JsonSchema)]
struct Invited {
    invited: usize,
}

/// A member who comes or may come.
#[derive(Debug, Serialize, JsonSchema)]
struct GuestEntity {
    account: Account,
    answer: Word<AnswerState>,
    companions: i64,
}

async fn guests(caller: Caller, At(id): At<EventId>) -> Answer<Json<Vec<GuestEntity>>> {
    let found = events::guests(&caller.app, &caller.viewer, id, None).await?;
    let come = found
        .people
        .iter()
        .filter(|guest| matches!(guest.answer.state, AnswerState::Going | AnswerState::Maybe));
    let come: Vec<_> = come.filter_map(|guest| Some((guest.answer.account?, &guest.answer))).collect();
    let ids: Vec<AccountId> = come.iter().map(|(account, _)| *account).collect();
    let viewer = caller.viewer.clone();
    let summaries: HashMap<_, _> =
        caller.app.db.read(move |q| profiles::summaries(q, &viewer, &ids)).await?.into_iter().collect();
    let shown = come.into_iter().filter_map(|(account, answer)| {
        Some(GuestEntity {
            account: Account::of(&caller, summaries.get(&account)?),
            answer: Word(answer.state),
            companions: answer.companions,
        })
    });
    Ok(Json(shown.collect()))
}

async fn invite(
    caller: Caller,
    (At(id), Sent(invitation)): (At<EventId>, Sent<Invitation>),
) -> Answer<Json<Invited>> {
    let invited = events::invite(&caller.app, &caller.viewer, id, invitation.account_ids).await?;
    Ok(Json(Invited { invited }))
}
