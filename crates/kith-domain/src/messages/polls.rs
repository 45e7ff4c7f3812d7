//! Polls in a conversation: whoever takes part votes, and everybody there sees the message look otherwise at once.

use kith_base::{Error, Result};
use kith_db::Query;

use super::model::{Conversation, Message, SeatState};
use super::write::fresh;
use super::{announce, load_message, policy};
use crate::polls::{self, OnMessage, Poll};
use crate::viewer::{Viewer, Visible};
use crate::{App, MessageId, PollId};

/// What polls have to know of a message that the viewer may see; nothing of one that was deleted, or is none.
pub(super) fn on_message(chat: &Conversation, message: &Message) -> Option<OnMessage> {
    (message.event.is_none() && message.deleted_at.is_none()).then_some(OnMessage {
        message: message.id,
        author: message.author,
        takes_part: chat.seat.state == SeatState::Joined,
    })
}

/// The message on which a poll stands.
///
/// # Errors
/// NotFound when there is none or it is not there for the viewer.
pub async fn of_poll(app: &App, viewer: &Viewer, poll: PollId) -> Result<MessageId> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let message = polls::message_of(q, poll)?.ok_or_else(Error::not_found)?;
            Ok(load_message(q, &viewer, message)?.1.id)
        })
        .await
}

/// Votes in the poll on a message. `choices` are places of answers.
///
/// # Errors
/// NotFound when the viewer may not see the message, has not accepted the request that it is, or it has no poll; Invalid
/// (field `choices`) after the end, for a second vote, and for choices that are not there or too many.
pub async fn vote(app: &App, viewer: &Viewer, id: MessageId, choices: Vec<usize>) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            let (chat, message, poll) = load_poll(tx, &viewer, id)?;
            polls::vote_in_chat(tx, &poll, me, &choices)?;
            announce::changed(tx, &member, &chat, &message)
        })
        .await
}

/// Takes the viewer's vote in the poll on a message back, so that they can choose anew while it lasts.
///
/// # Errors
/// As [`vote`].
pub async fn take_vote_back(app: &App, viewer: &Viewer, id: MessageId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            let (chat, message, poll) = load_poll(tx, &viewer, id)?;
            if polls::take_back_in_chat(tx, &poll, me)? {
                announce::changed(tx, &member, &chat, &message)?;
            }
            Ok(())
        })
        .await
}

/// The poll on a message, for whoever takes part there.
fn load_poll(
    q: &mut Query<'_>,
    viewer: &Viewer,
    id: MessageId,
) -> Result<(Visible<Conversation>, Visible<Message>, Poll)> {
    let (chat, message) = load_message(q, viewer, id)?;
    if !policy::may_react(viewer, &chat, &message) {
        return Err(Error::not_found());
    }
    let asked: Vec<OnMessage> = on_message(&chat, &message).into_iter().collect();
    let poll = polls::of_messages(q, viewer, &asked)?.remove(&id).ok_or_else(Error::not_found)?;
    Ok((chat, message, poll))
}

/// What a report carries of a message with a poll: its words, and the answers one could choose.
pub(super) fn with_answers(
    q: &mut Query<'_>,
    viewer: &Viewer,
    chat: &Conversation,
    message: &mut Message,
) -> Result<()> {
    let asked: Vec<OnMessage> = on_message(chat, message).into_iter().collect();
    if let Some(poll) = polls::of_messages(q, viewer, &asked)?.remove(&message.id) {
        for title in poll.titles() {
            message.source.push_str("\n- ");
            message.source.push_str(title);
        }
    }
    Ok(())
}
