//! Polls: asked with a status, looked at, voted in.

use axum::Json;
use kith_base::{Error, Result, SECOND};
use kith_domain::PollId;
use kith_domain::polls::{self, NewPoll};
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
    let poll = polls::get(&caller.app, &caller.viewer, id).await?;
    Ok(Json(Poll::of(&caller, &poll)))
}

async fn vote(caller: Caller, Path(id): Path<PollId>, params: Params) -> Answer<Json<Poll>> {
    // What is no number is no answer, and must not be passed over.
    let choices = params.list("choices");
    let choices = choices.iter().map(|text| text.trim().parse().unwrap_or(usize::MAX)).collect();
    let poll = polls::vote(&caller.app, &caller.viewer, id, choices).await?;
    Ok(Json(Poll::of(&caller, &poll)))
}
