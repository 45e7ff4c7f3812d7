//! Statements for several messages of several conversations at once, and for one line of the list.

use kith_base::Result;
use kith_db::{Query, params, statement};

use super::super::policy::{is_near_sql, may_see_sql};
use super::{Conversation, Line, conversation};
use crate::{AccountId, ConversationId, MessageId};

statement!(
    FROM_PLACES,
    "messages.from_places",
    concat!(columns!(""), "WHERE s.account_id = $1 AND s.conversation_id IN ($2[])")
);
statement!(
    LINE,
    "messages.line",
    concat!(
        columns!(concat!(
            ", (SELECT COUNT(*) FROM (SELECT 1 AS one FROM messages m WHERE ",
            unread_sql!(),
            " LIMIT 100) few) AS unread,
            (SELECT m.id FROM messages m WHERE m.conversation_id = s.conversation_id AND ",
            may_see_sql!(),
            " ORDER BY m.id DESC LIMIT 1) AS newest_id"
        )),
        "WHERE s.account_id = $1 AND s.conversation_id = $2 AND ",
        is_near_sql!()
    )
);
statement!(
    PREVIOUS,
    "messages.previous",
    concat!(
        "SELECT later.id, earlier.id AS previous_id, earlier.author_id
           FROM messages later
           JOIN conversation_members s ON s.conversation_id = later.conversation_id AND s.account_id = $1
           JOIN messages earlier ON earlier.id =
                (SELECT m.id FROM messages m
                  WHERE m.conversation_id = later.conversation_id AND m.id < later.id
                    AND m.deleted_at IS NULL AND m.event IS NULL AND ",
        may_see_sql!(),
        "         ORDER BY m.id DESC LIMIT 1)
          WHERE later.id IN ($2[])"
    )
);

/// Conversations from the place of `account`, in whatever state that is.
pub(in crate::messages) fn from_places(
    q: &mut Query<'_>,
    account: AccountId,
    ids: &[ConversationId],
) -> Result<Vec<Conversation>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    q.all(&FROM_PLACES, &params![account, ids], conversation)
}

/// One conversation as a line of the list.
pub(in crate::messages) fn line(
    q: &mut Query<'_>,
    account: AccountId,
    id: ConversationId,
) -> Result<Option<Line>> {
    q.find(&LINE, &params![account, id], |row| {
        Ok((conversation(row)?, row.int("unread")?, row.opt_id("newest_id")?))
    })
}

/// Of each message the one before it that the viewer may see, deleted ones left out.
pub(in crate::messages) fn previous(
    q: &mut Query<'_>,
    viewer: AccountId,
    ids: &[MessageId],
) -> Result<Vec<(MessageId, (MessageId, AccountId))>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    q.all(&PREVIOUS, &params![viewer, ids], |row| {
        Ok((row.id("id")?, (row.id("previous_id")?, row.id("author_id")?)))
    })
}
