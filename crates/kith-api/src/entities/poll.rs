//! Polls.

use kith_domain::PollId;
use kith_domain::polls;
use schemars::JsonSchema;
use serde::Serialize;

use super::moment;
use super::schema::{IdText, MomentText};
use crate::caller::Caller;

/// `Poll` (docs.joinmastodon.org/entities/Poll).
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Poll {
    #[schemars(with = "IdText")]
    id: PollId,
    #[schemars(with = "Option<MomentText>")]
    expires_at: Option<String>,
    expired: bool,
    multiple: bool,
    votes_count: i64,
    voters_count: Option<i64>,
    options: Vec<PollOption>,
    emojis: [(); 0],
    /// For members alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    voted: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_votes: Option<Vec<usize>>,
}

/// An answer that a poll offers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct PollOption {
    title: String,
    votes_count: Option<i64>,
}

impl Poll {
    pub(crate) fn of(caller: &Caller, poll: &polls::Poll) -> Self {
        let is_member = caller.viewer.id().is_some();
        Self {
            id: poll.id,
            expires_at: Some(moment(poll.ends_at)),
            expired: poll.has_ended,
            multiple: poll.is_multiple,
            votes_count: poll.votes,
            voters_count: Some(poll.voters),
            options: poll
                .options
                .iter()
                .map(|option| PollOption { title: option.title.clone(), votes_count: option.votes })
                .collect(),
            emojis: [],
            voted: is_member.then(|| poll.has_voted()),
            own_votes: is_member.then(|| poll.mine.clone()),
        }
    }
}
