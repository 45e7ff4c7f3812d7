//! Whom a conversation concerns, and what they are told: the one place that leaves notices and names who may hear of a
//! change.

use std::sync::Arc;

use kith_base::{Millis, Result};
use kith_db::{Query, Tx};

use super::model::{Conversation, Event, Hears, Message, SeatState};
use super::sql::{self, Place};
use super::sql::{seats, words};
use crate::changes::{self, Change};
use crate::notices::{self, Cause, Occasion};
use crate::reactions::ReactionKind;
use crate::viewer::Member;
use crate::{AccountId, ConversationId};

/// Everybody who hears of what `actor` does in the conversation: those who take part and those who are asked, but nobody
/// from whom a block parts them.
pub(super) fn hearers(q: &mut Query<'_>, actor: &Member, chat: ConversationId) -> Result<Vec<Place>> {
    let mut people = sql::people(q, chat)?;
    people.retain(|place| {
        matches!(place.state, SeatState::Joined | SeatState::Asked) && !actor.is_apart_from(place.account)
    });
    Ok(people)
}

/// Their ids.
pub(super) fn ids(people: &[Place]) -> Arc<[AccountId]> {
    people.iter().map(|place| place.account).collect()
}

/// Whether somebody wants to be told of something that names them or not.
fn listens(place: &Place, now: Millis, is_named: bool) -> bool {
    place.muted_until.is_none_or(|until| until <= now) && (is_named || place.hears == Hears::All)
}

/// Tells of a new message that names these people. Who has muted the conversation hears nothing, who wants to hear of
/// their name alone is told of nothing else, and a request is told of once, without a word of
/// what is in it.
pub(super) fn sent(
    tx: &mut Tx<'_>,
    actor: &Member,
    chat: &Conversation,
    message: &Message,
    named: &[AccountId],
) -> Result<()> {
    let (now, people) = (tx.now(), hearers(tx, actor, chat.id)?);
    for place in people.iter().filter(|place| place.account != actor.id) {
        match place.state {
            SeatState::Joined if listens(place, now, named.contains(&place.account)) => {
                let cause = Cause {
                    message: Some(message.id),
                    ..Cause::in_chat(Occasion::Message, actor.id, chat.id)
                };
                notices::tell_newest(tx, place.account, &cause)?;
            }
            SeatState::Asked if !chat.is_group() => asked(tx, actor.id, place.account, chat.id)?,
            _ => {}
        }
    }
    let members = ids(&people);
    changes::record(tx, Change::MessageSent { conversation: chat.id, message: message.id, members });
    Ok(())
}

/// Tells somebody that `by` writes to them or asks them into a group.
pub(super) fn asked(tx: &mut Tx<'_>, by: AccountId, to: AccountId, chat: ConversationId) -> Result<()> {
    notices::tell(tx, to, &Cause::in_chat(Occasion::MessageRequest, by, chat))
}

/// Tells somebody that `by` added them to a group.
pub(super) fn added(tx: &mut Tx<'_>, by: AccountId, to: AccountId, chat: ConversationId) -> Result<()> {
    notices::tell(tx, to, &Cause::in_chat(Occasion::ChatAdded, by, chat))
}

/// Tells the author of a message of a reaction, or takes it back.
pub(super) fn reacted(
    tx: &mut Tx<'_>,
    actor: &Member,
    chat: &Conversation,
    message: &Message,
    kind: Option<ReactionKind>,
) -> Result<()> {
    let cause = Cause {
        message: Some(message.id),
        reaction: kind.map(ReactionKind::as_str),
        ..Cause::in_chat(Occasion::MessageReaction, actor.id, chat.id)
    };
    notices::take_back(tx, message.author, &cause)?;
    let (now, people) = (tx.now(), hearers(tx, actor, chat.id)?);
    let listens = people.iter().any(|place| {
        place.account == message.author && place.state == SeatState::Joined && listens(place, now, false)
    });
    if kind.is_some() && listens {
        notices::tell(tx, message.author, &cause)?;
    }
    let members = ids(&people);
    changes::record(tx, Change::MessageChanged { conversation: chat.id, message: message.id, members });
    Ok(())
}

/// Writes a line about the conversation among its messages, and says that it came. Nobody is told by a notice, and it
/// counts as read.
pub(super) fn happened(
    tx: &mut Tx<'_>,
    actor: &Member,
    chat: ConversationId,
    (event, about): (Event, Option<AccountId>),
    name: &str,
) -> Result<()> {
    let Some(last) = sql::last_of(tx, chat)? else { return Ok(()) };
    let id = tx.new_id::<crate::kinds::MessageKind>().max(seats::after(last));
    words::insert_event(tx, id, chat, (actor.id, event, about), name)?;
    let mut people = hearers(tx, actor, chat)?;
    if let Some(about) = about {
        let apart = sql::parties(tx, about, &ids(&people))?;
        people.retain(|place| apart.get(&place.account).is_none_or(|(_, between)| !between.is_apart));
    }
    people.retain(|place| place.state == SeatState::Joined);
    let members = ids(&people);
    changes::record(tx, Change::MessageSent { conversation: chat, message: id, members });
    Ok(())
}

/// Says that a message has another look for those who may see it.
pub(super) fn changed(tx: &mut Tx<'_>, actor: &Member, chat: &Conversation, message: &Message) -> Result<()> {
    let members = ids(&hearers(tx, actor, chat.id)?);
    changes::record(tx, Change::MessageChanged { conversation: chat.id, message: message.id, members });
    Ok(())
}

/// Says that the conversation itself changed, to those in it and to `also`, who may be in it no longer.
pub(super) fn rearranged(
    tx: &mut Tx<'_>,
    actor: &Member,
    chat: ConversationId,
    also: &[AccountId],
) -> Result<()> {
    let people = hearers(tx, actor, chat)?;
    let members = people.iter().map(|place| place.account).chain(also.iter().copied()).collect();
    changes::record(tx, Change::ConversationChanged { conversation: chat, members });
    Ok(())
}

/// Says to the member alone that a conversation is something else to them.
pub(super) fn for_oneself(tx: &mut Tx<'_>, me: AccountId, chat: ConversationId) {
    changes::record(tx, Change::ConversationChanged { conversation: chat, members: Arc::new([me]) });
}

/// Takes back all that somebody was told of a conversation by the time they have read it.
pub(super) fn seen(tx: &mut Tx<'_>, me: AccountId, chat: ConversationId) -> Result<()> {
    for occasion in [Occasion::Message, Occasion::ChatAdded] {
        notices::take_back_of_chat(tx, me, chat, occasion)?;
    }
    Ok(())
}

/// Takes back that somebody was asked, once they have answered.
pub(super) fn answered(tx: &mut Tx<'_>, me: AccountId, chat: ConversationId) -> Result<()> {
    notices::take_back_of_chat(tx, me, chat, Occasion::MessageRequest)
}
