//! Polls on messages. Who is in a conversation is for [`crate::messages`] to say, which stands below: it asks for polls of
//! messages that it knows the viewer may see. Everybody there votes, whoever asks included, and counts that are hidden
//! are hidden until one has voted or it has ended.

use std::collections::HashMap;

use kith_base::{Error, Result};
use kith_db::{Query, Tx};

use super::model::{NewPoll, Poll};
use super::{choices_of, policy, sql};
use crate::viewer::Viewer;
use crate::{AccountId, MessageId, PollId};

/// A message that the viewer may see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OnMessage {
    /// Which message.
    pub message: MessageId,
    /// Who wrote it.
    pub author: AccountId,
    /// Whether the viewer takes part there.
    pub takes_part: bool,
}

/// Writes a poll that was [`super::checked`] onto a message of this transaction.
pub(crate) fn put_on_message(tx: &mut Tx<'_>, message: MessageId, poll: &NewPoll) -> Result<()> {
    sql::insert_on_message(tx, message, poll)
}

/// The polls of these messages. One statement whatever the number.
pub(crate) fn of_messages(
    q: &mut Query<'_>,
    viewer: &Viewer,
    messages: &[OnMessage],
) -> Result<HashMap<MessageId, Poll>> {
    if messages.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<MessageId> = messages.iter().map(|on| on.message).collect();
    let mut found = sql::of_messages(q, viewer.id_or_zero(), &ids)?;
    let now = q.now();
    let known = |on: &OnMessage| {
        let stored = found.remove(&on.message)?;
        Some((on.message, policy::known_in_chat(on.author, on.takes_part, stored, now)))
    };
    Ok(messages.iter().filter_map(known).collect())
}

/// The message on which a poll stands.
pub(crate) fn message_of(q: &mut Query<'_>, id: PollId) -> Result<Option<MessageId>> {
    sql::message_of(q, id)
}

/// Votes in a poll of a conversation, as the viewer finds it.
///
/// # Errors
/// Invalid (field `choices`) as for polls on posts.
pub(crate) fn vote_in_chat(tx: &mut Tx<'_>, poll: &Poll, me: AccountId, choices: &[usize]) -> Result<()> {
    let choices = choices_of(poll, choices)?;
    if sql::vote(tx, poll.id, me, &choices)? {
        Ok(())
    } else {
        Err(Error::invalid("choices", "polls-voted-already"))
    }
}

/// Takes a vote in a poll of a conversation back; whether there was one.
///
/// # Errors
/// Invalid (field `choices`) after the end.
pub(crate) fn take_back_in_chat(tx: &mut Tx<'_>, poll: &Poll, me: AccountId) -> Result<bool> {
    if poll.has_ended {
        return Err(Error::invalid("choices", "polls-ended"));
    }
    sql::unvote(tx, poll.id, me)
}

/// Erases the poll of a message, if it has one, with all votes.
pub(crate) fn erase_of_message(tx: &mut Tx<'_>, message: MessageId) -> Result<()> {
    sql::erase_of_message(tx, message)
}
