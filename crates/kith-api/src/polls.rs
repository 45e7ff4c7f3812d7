//! Polls: asked with a status, looked at, voted in.

use axum::Json;
use kith_base::{Error, Result, SECOND};
use kith_domain::messages;
use kith_domain::polls::{self, NewPoll};
use kith_domain::{MessageId, PollId};
use kith_http::Answer;

use crate::caller::Caller;
use crate::entities::poll::Poll;
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    ApiRoutes::new().get("/api/v1/polls/{id}", Needs::IfSignedIn("read:statuses"), show).post(
        "/api/v1/polls/{id}/votes",
        Needs::Scope("write:statuses"),
        vote,
    )
}

/// The poll that a new status asks, if it does.
///
/// # Errors
/// Invalid (field `poll`) without a time to end.
pub(crate) fn poll_of(params: &Params) -> Result<Option<NewPoll>> {
    // Forms of some clients send the field with nothing in it.
    if params.text("poll").is_some_and(|text| text.trim().is_empty()) || !params.has("poll") {
        return Ok(None);
    }
    let lasts = params.number("poll.expires_in").ok_or_else(|| Error::invalid("poll", "polls-lasts"))?;
    Ok(Some(NewPoll {
        options: params.list("poll.options"),
        is_multiple: params.is("poll.multiple"),
        hides_totals: params.is("poll.hide_totals"),
        lasts: lasts.saturating_mul(SECOND),
    }))
}

async fn show(caller: Caller, Path(id): Path<PollId>) -> Answer<Json<Poll>> {
    if let Some(message) = message_of(&caller, id).await? {
        return in_message(&caller, message).await;
    }
    let poll = polls::get(&caller.app, &caller.viewer, id).await?;
    Ok(Json(Poll::of(&caller, &poll)))
}

async fn vote(caller: Caller, Path(id): Path<PollId>, params: Params) -> Answer<Json<Poll>> {
    // What is no number is no answer, and must not be passed over.
    let choices = params.list("choices");
    let choices = choices.iter().map(|text| text.trim().parse().unwrap_or(usize::MAX)).collect();
    if let Some(message) = message_of(&caller, id).await? {
        messages::vote(&caller.app, &caller.viewer, message, choices).await?;
        return in_message(&caller, message).await;
    }
    let poll = polls::vote(&caller.app, &caller.viewer, id, choices).await?;
    Ok(Json(Poll::of(&caller, &poll)))
}

/// The message on which a poll stands, if it is one in a conversation of the caller.
async fn message_of(caller: &Caller, id: PollId) -> Result<Option<MessageId>> {
    if caller.viewer.active().is_err() {
        return Ok(None);
    }
    match messages::of_poll(&caller.app, &caller.viewer, id).await {
        Ok(message) => Ok(Some(message)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

/// The poll on a message, as the caller finds it now.
pub(crate) async fn in_message(caller: &Caller, id: MessageId) -> Answer<Json<Poll>> {
    let card = messages::get(&caller.app, &caller.viewer, id).await?;
    let poll = card.poll.as_ref().ok_or_else(Error::not_found)?;
    Ok(Json(Poll::of(caller, poll)))
}
