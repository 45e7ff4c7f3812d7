//! The statements that change somebody's place in a conversation: given, taken up or left, read, muted, put away.

use kith_base::{Millis, Result};
use kith_db::{Tx, params, statement};

use crate::messages::model::{Hears, SeatState};
use crate::messages::policy::may_see_sql;
use crate::{AccountId, ConversationId, MessageId};

statement!(
    SEAT,
    "messages.seat",
    "INSERT INTO conversation_members (conversation_id, account_id, state, asked_by_id, asked_at, joined_at, since_id,
                                       read_id, active_id, is_stranger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)
         ON CONFLICT (conversation_id, account_id) DO UPDATE
        SET state = excluded.state, asked_by_id = excluded.asked_by_id, asked_at = excluded.asked_at,
            joined_at = excluded.joined_at, since_id = excluded.since_id, read_id = excluded.read_id,
            active_id = excluded.active_id, is_stranger = excluded.is_stranger, muted_until = NULL,
            archived_at = NULL, hears = 'all'"
);

/// A place that is given to somebody.
pub(in crate::messages) struct NewSeat {
    pub account: AccountId,
    pub state: SeatState,
    pub asked_by: AccountId,
    /// Only what comes after it is theirs to see.
    pub since: MessageId,
    /// Whether they were asked by somebody whom they do not know.
    pub is_stranger: bool,
}

/// Gives somebody a place, in the place of one that they had.
pub(in crate::messages) fn seat(tx: &mut Tx<'_>, id: ConversationId, new: &NewSeat) -> Result<()> {
    let now = tx.now();
    let joined_at = (new.state == SeatState::Joined).then_some(now);
    let fresh: MessageId = tx.new_id();
    // What an empty place of a group stands at in lists; it has to come after what is out of sight.
    let active = if new.since.raw() == i64::MAX { fresh } else { fresh.max(after(new.since)) };
    let values =
        params![id, new.account, new.state, new.asked_by, now, joined_at, new.since, active, new.is_stranger];
    tx.run(&SEAT, &values).map(drop)
}

/// The next id that a message can have.
pub(in crate::messages) fn after(id: MessageId) -> MessageId {
    MessageId::new(id.raw().saturating_add(1))
}

statement!(
    JOIN,
    "messages.join",
    "UPDATE conversation_members
        SET state = 'joined', joined_at = COALESCE(joined_at, $3), since_id = $4, read_id = $5, active_id = $6
      WHERE conversation_id = $1 AND account_id = $2"
);
statement!(
    SET_STATE,
    "messages.set_state",
    "UPDATE conversation_members SET state = $3 WHERE conversation_id = $1 AND account_id = $2"
);

/// Somebody takes part from now on and sees what came after `since`.
pub(in crate::messages) fn join(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    since: MessageId,
    read: MessageId,
    active: MessageId,
) -> Result<()> {
    let now = tx.now();
    tx.run(&JOIN, &params![id, account, now, since, read, active]).map(drop)
}

pub(in crate::messages) fn set_state(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    state: SeatState,
) -> Result<()> {
    tx.run(&SET_STATE, &params![id, account, state]).map(drop)
}

statement!(
    READ,
    "messages.read",
    "UPDATE conversation_members SET read_id = $3 WHERE conversation_id = $1 AND account_id = $2 AND read_id < $3"
);
statement!(
    UNREAD_FROM,
    "messages.unread_from",
    concat!(
        "UPDATE conversation_members
            SET read_id = COALESCE((SELECT m.id - 1
                                      FROM conversation_members s
                                      JOIN messages m ON m.conversation_id = s.conversation_id
                                     WHERE s.conversation_id = $2 AND s.account_id = $1 AND m.author_id <> $1
                                       AND m.deleted_at IS NULL AND m.event IS NULL AND ",
        may_see_sql!(),
        " ORDER BY m.id DESC LIMIT 1), read_id)
      WHERE conversation_id = $2 AND account_id = $1"
    )
);
statement!(
    MUTE,
    "messages.mute",
    "UPDATE conversation_members SET muted_until = $3 WHERE conversation_id = $1 AND account_id = $2"
);
statement!(
    HEARS,
    "messages.hears",
    "UPDATE conversation_members SET hears = $3 WHERE conversation_id = $1 AND account_id = $2"
);
statement!(
    ARCHIVE,
    "messages.archive",
    "UPDATE conversation_members SET archived_at = $3 WHERE conversation_id = $1 AND account_id = $2"
);
statement!(
    CLEAR,
    "messages.clear",
    "UPDATE conversation_members SET since_id = $3, read_id = $3, active_id = $3
      WHERE conversation_id = $1 AND account_id = $2"
);

/// Whether the mark moved.
pub(in crate::messages) fn read(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    up_to: MessageId,
) -> Result<bool> {
    tx.run(&READ, &params![id, account, up_to]).map(|rows| rows > 0)
}

/// Makes the newest message of somebody else one that was not read.
pub(in crate::messages) fn unread_again(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
) -> Result<()> {
    tx.run(&UNREAD_FROM, &params![account, id]).map(drop)
}

pub(in crate::messages) fn mute(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    until: Option<Millis>,
) -> Result<()> {
    tx.run(&MUTE, &params![id, account, until]).map(drop)
}

pub(in crate::messages) fn set_hears(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    hears: Hears,
) -> Result<()> {
    tx.run(&HEARS, &params![id, account, hears]).map(drop)
}

pub(in crate::messages) fn archive(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    at: Option<Millis>,
) -> Result<()> {
    tx.run(&ARCHIVE, &params![id, account, at]).map(drop)
}

/// Takes everything up to `last` out of somebody's sight.
pub(in crate::messages) fn clear(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    last: MessageId,
) -> Result<()> {
    tx.run(&CLEAR, &params![id, account, last]).map(drop)
}
