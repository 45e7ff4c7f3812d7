//! What a conversation is to one of its members: accepted or not, read or not, muted, put away.

use std::sync::Arc;

use kith_base::{Error, Millis, Result};
use kith_db::Tx;

use super::model::{Conversation, Event, Hears, SeatState};
use super::sql::seats;
use super::write::{fresh, today};
use super::{announce, load, policy, sql};
use crate::changes::{self, Change};
use crate::viewer::{Member, Viewer, Visible};
use crate::{AccountId, App, ConversationId, MessageId};

/// Opens a write for a step in a conversation that is there for the viewer.
pub(super) async fn within<T: Send + 'static>(
    app: &App,
    viewer: &Viewer,
    id: ConversationId,
    step: impl Fn(&mut Tx<'_>, &Viewer, &Member, &Visible<Conversation>) -> Result<T> + Send + Sync + 'static,
) -> Result<T> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            let chat = load(tx, &viewer, id)?;
            step(tx, &viewer, &member, &chat)
        })
        .await
}

/// Takes the place that `chat` is seen from: of a pair with all that was written, of a group with what comes from now on.
pub(super) fn come_in(tx: &mut Tx<'_>, chat: &Conversation) -> Result<()> {
    let me = chat.seat.account;
    if chat.is_group() {
        let active = tx.new_id::<crate::kinds::MessageKind>().max(seats::after(chat.last));
        seats::join(tx, chat.id, me, chat.last, chat.last, active)?;
        if chat.manager.is_none() {
            sql::hand_on(tx, chat.id)?;
        }
    } else {
        let seat = &chat.seat;
        seats::join(tx, chat.id, me, seat.since, seat.read, seat.active)?;
    }
    announce::answered(tx, me, chat.id)
}

/// Accepts a request: a first message of somebody, or being asked into a group.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn accept(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        if !chat.is_request() {
            return Ok(());
        }
        come_in(tx, chat)?;
        if chat.is_group() {
            announce::happened(tx, member, chat.id, (Event::Joined, None), "")?;
        }
        announce::rearranged(tx, member, chat.id, &[])
    })
    .await
}

/// Declines a request. Nobody is told, and the one who asked sees no difference.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer; Conflict when it is no request.
pub async fn decline(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        if !chat.is_request() {
            return Err(Error::conflict("error-conflict"));
        }
        seats::set_state(tx, chat.id, member.id, SeatState::Declined)?;
        announce::answered(tx, member.id, chat.id)?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Marks everything up to a message as read. The mark goes forward only; others learn of it if they and the viewer show
/// each other how far they have read.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn mark_read(app: &App, viewer: &Viewer, id: ConversationId, up_to: MessageId) -> Result<()> {
    within(app, viewer, id, move |tx, _, member, chat| {
        let me = member.id;
        if !seats::read(tx, chat.id, me, up_to.min(chat.last))? {
            return Ok(());
        }
        announce::seen(tx, me, chat.id)?;
        let members = if chat.is_request() { Arc::new([me]) } else { reading_shown(tx, member, chat.id)? };
        changes::record(tx, Change::ConversationRead { conversation: chat.id, account: me, members });
        Ok(())
    })
    .await
}

/// Who may know how far the member has read, themselves included.
fn reading_shown(tx: &mut Tx<'_>, member: &Member, chat: ConversationId) -> Result<Arc<[AccountId]>> {
    let day = today(tx.now());
    let people = announce::hearers(tx, member, chat)?;
    let ids: Vec<AccountId> =
        people.iter().filter(|place| place.state == SeatState::Joined).map(|place| place.account).collect();
    let parties = sql::parties(tx, member.id, &ids)?;
    let shows = |id: &AccountId| {
        parties
            .get(id)
            .is_some_and(|(party, _)| policy::shows_reading(&party.preferences, &party.birthday, day))
    };
    let is_shown = shows(&member.id);
    Ok(ids.into_iter().filter(|id| *id == member.id || (is_shown && shows(id))).collect())
}

/// Makes the newest message of somebody else one that was not read.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn mark_unread(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        seats::unread_again(tx, chat.id, member.id)?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Keeps a conversation still, for `lasting` milliseconds or until [`unmute`].
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn mute(app: &App, viewer: &Viewer, id: ConversationId, lasting: Option<Millis>) -> Result<()> {
    within(app, viewer, id, move |tx, _, member, chat| {
        let until = lasting.map_or(Millis::MAX, |lasting| tx.now().saturating_add(lasting));
        seats::mute(tx, chat.id, member.id, Some(until))?;
        announce::seen(tx, member.id, chat.id)?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Lets a conversation make itself heard again.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn unmute(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        seats::mute(tx, chat.id, member.id, None)?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Says of what the viewer is told, once it is not muted: of everything, or of messages that name them.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn set_hears(app: &App, viewer: &Viewer, id: ConversationId, hears: Hears) -> Result<()> {
    within(app, viewer, id, move |tx, _, member, chat| {
        seats::set_hears(tx, chat.id, member.id, hears)?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Puts a conversation away. A new message brings it back, unless it is muted.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn archive(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        let now = tx.now();
        seats::archive(tx, chat.id, member.id, Some(now))?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Takes a conversation back among those in use.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn unarchive(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        seats::archive(tx, chat.id, member.id, None)?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Takes all messages so far out of the viewer's own sight. The conversation is listed again when a new one comes.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer; Conflict when it is a request, which is declined instead.
pub async fn clear(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        if chat.is_request() {
            return Err(Error::conflict("error-conflict"));
        }
        let last = chat.last.max(chat.seat.since);
        seats::clear(tx, chat.id, member.id, last)?;
        announce::seen(tx, member.id, chat.id)?;
        announce::for_oneself(tx, member.id, chat.id);
        Ok(())
    })
    .await
}

/// Says that the viewer is writing at this moment, to those who take part. Nothing is kept.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn typing(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        if chat.seat.state != SeatState::Joined {
            return Ok(());
        }
        let mut people = reading_shown(tx, member, chat.id)?.to_vec();
        people.retain(|id| *id != member.id);
        if !people.is_empty() {
            let news = Change::Typing { conversation: chat.id, account: member.id, members: people.into() };
            changes::record(tx, news);
        }
        Ok(())
    })
    .await
}
